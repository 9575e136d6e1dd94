import { type Json, property } from '../answers/json.ts'
import { type CodeEntry, type CodeList, leafOf, titleOf, trailsOf } from '../template/code-list.ts'
import type { Field } from '../template/template.ts'
import type { Fault, FieldKind, JsonSchema, Lists, Parsed } from './field-kind.ts'
import { shapeFault } from './field-kind.ts'

const nothing: CodeList = { id: '', title: '', depth: 1, entries: [] }
export const listOf = (field: Field, lists: Lists): CodeList =>
  (Object.hasOwn(lists, field.list ?? '') && lists[field.list ?? '']) || nothing

const leaves = (entries: readonly CodeEntry[]): readonly CodeEntry[] =>
  entries.flatMap((entry) => (entry.children?.length ? leaves(entry.children) : [entry]))

const codes = (list: CodeList) => leaves(list.entries).map((entry) => entry.code)

const schemaOfCodes = (list: CodeList, chosen = leaves(list.entries)): JsonSchema => ({
  oneOf: chosen.map((entry) => ({ const: entry.code, title: titleOf(list, entry.code) })),
})

const widest = (list: CodeList) =>
  Math.min(28, 2 * leaves(list.entries).reduce((most, entry) => Math.max(most, entry.title.length), 4))

/** Finds an option by its printed title, its last part alone if that is unambiguous, or its code. */
const findCode = (list: CodeList, typed: string): string | undefined => {
  const wanted = typed.trim().replace(/\s*[/／>]\s*/g, ' / ')
  const all = leaves(list.entries)
  const exact = all.find((entry) => titleOf(list, entry.code) === wanted || entry.code === wanted)
  if (exact) return exact.code
  const named = all.filter((entry) => entry.title === wanted)
  return named.length === 1 ? named[0]?.code : undefined
}

const notAnOption = (value: string): Fault => ({ code: 'not-an-option', params: { value } })
const parts = (typed: string) =>
  typed
    .split(/[、;；\n]/)
    .map((part) => part.trim())
    .filter(Boolean)

export const choice = {
  kind: 'choice',
  name: '单选',
  schema: (field, lists) => schemaOfCodes(listOf(field, lists)),
  type: (field, lists) => ({ is: 'text', codes: codes(listOf(field, lists)) }),
  isBlank: (value) => value === '',
  faults: (value, field, lists) => {
    if (typeof value !== 'string') return shapeFault('option')
    return leafOf(listOf(field, lists), value) ? [] : [notAnOption(value)]
  },
  show: (value, field, lists) => titleOf(listOf(field, lists), String(value)),
  parse: (typed, field, lists): Parsed => {
    const code = findCode(listOf(field, lists), typed)
    return code === undefined ? { fault: notAnOption(typed) } : { value: code }
  },
  align: 'start',
  width: (field, lists) => widest(listOf(field, lists)),
  wide: false,
} satisfies FieldKind

/** A choice from a tree: the value is the leaf's code alone. */
export const cascade = { ...choice, kind: 'cascade', name: '多级选择', width: () => 24 } satisfies FieldKind

export const choices = {
  kind: 'choices',
  name: '多选',
  schema: (field, lists) => ({
    type: 'array',
    uniqueItems: true,
    items: schemaOfCodes(listOf(field, lists)),
    ...(field.minItems !== undefined && { minItems: field.minItems }),
    ...(field.maxItems !== undefined && { maxItems: field.maxItems }),
  }),
  type: (field, lists) => ({ is: 'list', of: { is: 'text', codes: codes(listOf(field, lists)) } }),
  isBlank: (value) => Array.isArray(value) && value.length === 0,
  faults: (value, field, lists) => {
    if (!Array.isArray(value)) return shapeFault('options')
    const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = field
    const list = listOf(field, lists)
    return [
      ...value.flatMap((code: Json, i): readonly Fault[] => {
        if (typeof code !== 'string' || !leafOf(list, code)) return [{ ...notAnOption(String(code)), at: [i] }]
        return value.indexOf(code) < i ? [{ code: 'duplicate', params: { value: titleOf(list, code) }, at: [i] }] : []
      }),
      ...(value.length < minItems ? [{ code: 'too-few-items' as const, params: { limit: minItems } }] : []),
      ...(value.length > maxItems ? [{ code: 'too-many-items' as const, params: { limit: maxItems } }] : []),
    ]
  },
  show: (value, field, lists) =>
    Array.isArray(value) ? value.map((code) => titleOf(listOf(field, lists), String(code))).join('、') : String(value),
  parse: (typed, field, lists): Parsed => {
    const found = parts(typed).map((part) => ({ part, code: findCode(listOf(field, lists), part) }))
    const lost = found.find(({ code }) => code === undefined)
    return lost ? { fault: notAnOption(lost.part) } : { value: found.flatMap(({ code }) => code ?? []) }
  },
  align: 'start',
  width: () => 24,
  wide: true,
} satisfies FieldKind

/** `其他（文字）` apart into its option and its text. */
const splitOther = (typed: string): readonly [string, string | undefined] => {
  const match = /^(.*?)\s*[（(:：]\s*(.*?)\s*[)）]?$/s.exec(typed.trim())
  return match ? [match[1] ?? '', match[2] || undefined] : [typed.trim(), undefined]
}

const otherFaults = (asked: boolean, other: Json | undefined): readonly Fault[] => {
  const given = typeof other === 'string' && other.trim() !== ''
  if (asked && !given) return [{ code: 'other-missing', at: ['other'] }]
  return !asked && given ? [{ code: 'other-unasked', at: ['other'] }] : []
}

const withOther = (title: string, other: Json | undefined) =>
  typeof other === 'string' && other !== '' ? `${title}（${other}）` : title

export const openChoice = {
  kind: 'open-choice',
  name: '单选（可填其他）',
  schema: (field, lists) => {
    const list = listOf(field, lists)
    const all = leaves(list.entries)
    const branch = (open: boolean): JsonSchema[] => {
      const some = all.filter((entry) => (entry.other ?? false) === open)
      if (some.length === 0) return []
      const properties = { choice: schemaOfCodes(list, some), ...(open && { other: { type: 'string', minLength: 1 } }) }
      return [{ type: 'object', properties, required: Object.keys(properties), additionalProperties: false }]
    }
    return { oneOf: [...branch(false), ...branch(true)] }
  },
  type: (field, lists) => ({
    is: 'record',
    fields: { choice: { is: 'text', codes: codes(listOf(field, lists)) }, other: { is: 'text' } },
  }),
  isBlank: (value) => !property(value, 'choice') && !property(value, 'other'),
  faults: (value, field, lists) => {
    const code = property(value, 'choice')
    if (typeof code !== 'string') return shapeFault('option')
    const entry = leafOf(listOf(field, lists), code)
    if (!entry) return [{ ...notAnOption(code), at: ['choice'] }]
    return otherFaults(entry.other ?? false, property(value, 'other'))
  },
  show: (value, field, lists) =>
    withOther(titleOf(listOf(field, lists), String(property(value, 'choice') ?? '')), property(value, 'other')),
  parse: (typed, field, lists): Parsed => {
    const list = listOf(field, lists)
    const whole = findCode(list, typed)
    if (whole !== undefined) return { value: { choice: whole } }
    const [title, other] = splitOther(typed)
    const code = findCode(list, title)
    if (code === undefined || other === undefined || !trailsOf(list).get(code)?.at(-1)?.other)
      return { fault: notAnOption(typed) }
    return { value: { choice: code, other } }
  },
  align: 'start',
  width: () => 24,
  wide: false,
} satisfies FieldKind

export const openCascade = { ...openChoice, kind: 'open-cascade', name: '多级选择（可填其他）' } satisfies FieldKind

export const openChoices = {
  kind: 'open-choices',
  name: '多选（可填其他）',
  schema: (field, lists) => ({
    type: 'object',
    properties: { choices: choices.schema(field, lists), other: { type: 'string', minLength: 1 } },
    required: ['choices'],
    additionalProperties: false,
  }),
  type: (field, lists) => ({
    is: 'record',
    fields: { choices: choices.type(field, lists), other: { is: 'text' } },
  }),
  isBlank: (value) => choices.isBlank(property(value, 'choices') ?? []) && !property(value, 'other'),
  faults: (value, field, lists) => {
    const chosen = property(value, 'choices')
    if (!Array.isArray(chosen)) return shapeFault('options')
    const trails = trailsOf(listOf(field, lists))
    const asked = chosen.some((code) => trails.get(String(code))?.at(-1)?.other)
    return [
      ...choices.faults(chosen, field, lists).map((fault) => ({ ...fault, at: ['choices', ...(fault.at ?? [])] })),
      ...otherFaults(asked, property(value, 'other')),
    ]
  },
  show: (value, field, lists) => {
    const list = listOf(field, lists)
    const chosen = property(value, 'choices')
    if (!Array.isArray(chosen)) return ''
    return chosen
      .map((code) => {
        const entry = trailsOf(list).get(String(code))?.at(-1)
        return withOther(titleOf(list, String(code)), entry?.other ? property(value, 'other') : undefined)
      })
      .join('、')
  },
  parse: (typed, field, lists): Parsed => {
    const list = listOf(field, lists)
    // A text of 其他 may itself hold a separator: what follows the opening bracket belongs to it.
    const found = (typed.match(/[^、;；\n（(]+(?:[（(].*?[)）](?=\s*(?:[、;；\n]|$)))?/gs) ?? []).map((part) => {
      const whole = findCode(list, part)
      if (whole !== undefined) return { part, code: whole, other: undefined }
      const [title, other] = splitOther(part)
      return { part, code: findCode(list, title), other }
    })
    const lost = found.find(({ code }) => code === undefined)
    if (lost) return { fault: notAnOption(lost.part.trim()) }
    const other = found.find((one) => one.other !== undefined)?.other
    return { value: { choices: found.flatMap(({ code }) => code ?? []), ...(other !== undefined && { other }) } }
  },
  align: 'start',
  width: () => 28,
  wide: true,
} satisfies FieldKind
