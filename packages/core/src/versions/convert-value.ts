import { type Json, textOfJson } from '../answers/json.ts'
import type { Lists } from '../fields/field-kind.ts'
import { fieldKindOf } from '../fields/index.ts'
import { Exact } from '../numbers/decimal.ts'
import { type CodeList, trailsOf } from '../template/code-list.ts'
import type { Field, Former } from '../template/template.ts'

export interface Versioned {
  readonly field: Field
  readonly lists: Lists
}

/** How many 元 one of a unit is. */
export const yuanIn: Readonly<Record<string, string>> = {
  元: '1',
  千元: '1000',
  万元: '10000',
  百万元: '1000000',
  亿元: '100000000',
}

/** An answer as the field of now takes it; undefined when it cannot. */
export const convertValue = (value: Json, before: Versioned, now: Versioned, former: Former): Json | undefined => {
  if (former.split !== undefined) return parsed(partOf(textOfJson(value), former), now)
  if (typeof value === 'number' && (former.unit !== undefined || former.times !== undefined))
    return scaled(value, now.field, former)
  if (before.field.kind === now.field.kind) return recoded(value, now)
  // A form in which another kind writes the same thing is understood by what reads typed text.
  return parsed(fieldKindOf(before.field).show(value, before.field, before.lists), now)
}

/** The last part that was asked for takes what is left of the text. */
const partOf = (text: string, { split = '', part = 1 }: Former): string => (text.split(split)[part - 1] ?? '').trim()

/** Exact, not rounded to the field's places: what no longer fits is for a person to see. */
const scaled = (value: number, field: Field, { unit = '', times }: Former): number => {
  const [from, to] = [yuanIn[unit], yuanIn[field.unit ?? '']]
  const factor = times !== undefined ? new Exact(times) : from && to ? new Exact(from).div(to) : new Exact(1)
  return new Exact(value).times(factor).toNumber()
}

const parsed = (text: string, { field, lists }: Versioned): Json | undefined => {
  if (text === '') return undefined
  const found = fieldKindOf(field).parse(text, field, lists)
  return 'value' in found ? found.value : undefined
}

const renamed = new WeakMap<CodeList, ReadonlyMap<string, string>>()

/** Codes of earlier versions and what they are now. */
export const newCodes = (list: CodeList): ReadonlyMap<string, string> => {
  const known = renamed.get(list)
  if (known) return known
  const entries = [...trailsOf(list)].flatMap(([code, trail]) => {
    const was = trail.at(-1)?.was
    return was === undefined ? [] : [[was, code] as const]
  })
  const made = new Map(entries)
  renamed.set(list, made)
  return made
}

/** The same value with the codes that its list has now. Codes stand alone, in lists, or beside the text of 其他. */
const recoded = (value: Json, { field, lists }: Versioned): Json => {
  const list = field.list === undefined ? undefined : lists[field.list]
  if (!list) return value
  const codes = newCodes(list)
  if (codes.size === 0) return value
  const walk = (one: Json): Json => {
    if (typeof one === 'string') return codes.get(one) ?? one
    if (Array.isArray(one)) return one.map(walk)
    return one
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return walk(value)
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, key === 'other' || part === undefined ? part : walk(part)]),
  )
}
