import { type Json, property, textOfJson } from '../answers/json.ts'
import { type CodeList, leafOf, titleOf, trailsOf } from '../template/code-list.ts'
import type { Field } from '../template/template.ts'
import type { Fault, FieldKind, JsonSchema, Lists, Parsed } from './field-kind.ts'
import { shapeFault } from './field-kind.ts'
import { findCode, leavesOf, readOptions, showOption } from './option-text.ts'

const nothing: CodeList = { id: '', title: '', depth: 1, entries: [] }
export const listOf = (field: Field, lists: Lists): CodeList =>
  (Object.hasOwn(lists, field.list ?? '') && lists[field.list ?? '']) || nothing

const known = new WeakMap<CodeList, readonly string[]>()

/** The codes that may be chosen. Made once for each list: one may have thousands. */
const codes = (list: CodeList): readonly string[] => {
  const made = known.get(list) ?? leavesOf(list.entries).map((entry) => entry.code)
  known.set(list, made)
  return made
}

const schemaOfCodes = (list: CodeList, chosen = leavesOf(list.entries)): JsonSchema => ({
  oneOf: chosen.map((entry) => ({ const: entry.code, title: titleOf(list, entry.code) })),
})

const widest = (list: CodeList) =>
  Math.min(28, 2 * leavesOf(list.entries).reduce((most, entry) => Math.max(most, entry.title.length), 4))

const notAnOption = (value: string): Fault => ({ code: 'not-an-option', params: { value } })
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
  show: (value, field, lists) => titleOf(listOf(field, lists), textOfJson(value)),
  parse: (typed, field, lists): Parsed => {
    const code = findCode(listOf(field, lists), typed)
    return code === undefined ? { fault: notAnOption(typed) } : { value: code }
  },
  none: undefined,
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
        if (typeof code !== 'string' || !leafOf(list, code)) return [{ ...notAnOption(textOfJson(code)), at: [i] }]
        return value.indexOf(code) < i ? [{ code: 'duplicate', params: { value: titleOf(list, code) }, at: [i] }] : []
      }),
      ...(value.length < minItems ? [{ code: 'too-few-items' as const, params: { limit: minItems } }] : []),
      ...(value.length > maxItems ? [{ code: 'too-many-items' as const, params: { limit: maxItems } }] : []),
    ]
  },
  show: (value, field, lists) =>
    Array.isArray(value)
      ? value.map((code) => titleOf(listOf(field, lists), textOfJson(code))).join('、')
      : textOfJson(value),
  parse: (typed, field, lists): Parsed => {
    const found = readOptions(listOf(field, lists), typed)
    const isPlain = found?.every((option) => option.other === undefined)
    return found && isPlain ? { value: found.map(({ code }) => code) } : { fault: notAnOption(typed) }
  },
  none: undefined,
  align: 'start',
  width: () => 24,
  wide: true,
} satisfies FieldKind

const otherSchema = { type: 'string', pattern: '\\S' }
const otherFaults = (asked: boolean, other: Json | undefined): readonly Fault[] => {
  const given = typeof other === 'string' && other.trim() !== ''
  if (asked && !given) return [{ code: 'other-missing', at: ['other'] }]
  return !asked && given ? [{ code: 'other-unasked', at: ['other'] }] : []
}

export const openChoice = {
  kind: 'open-choice',
  name: '单选（可填其他）',
  schema: (field, lists) => {
    const list = listOf(field, lists)
    const all = leavesOf(list.entries)
    const branch = (open: boolean): JsonSchema[] => {
      const some = all.filter((entry) => (entry.other ?? false) === open)
      if (some.length === 0) return []
      const properties = { choice: schemaOfCodes(list, some), ...(open && { other: otherSchema }) }
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
  show: (value, field, lists) => {
    const other = property(value, 'other')
    const code = textOfJson(property(value, 'choice') ?? '')
    return showOption(listOf(field, lists), { code, ...(typeof other === 'string' && { other }) })
  },
  parse: (typed, field, lists): Parsed => {
    const found = readOptions(listOf(field, lists), typed)
    const [first] = found ?? []
    if (!first || found?.length !== 1) return { fault: notAnOption(typed) }
    return { value: { choice: first.code, ...(first.other !== undefined && { other: first.other }) } }
  },
  none: undefined,
  align: 'start',
  width: () => 24,
  wide: false,
} satisfies FieldKind

export const openCascade = { ...openChoice, kind: 'open-cascade', name: '多级选择（可填其他）' } satisfies FieldKind

export const openChoices = {
  kind: 'open-choices',
  name: '多选（可填其他）',
  schema: (field, lists) => {
    const open = leavesOf(listOf(field, lists).entries).flatMap((entry) => (entry.other ? [entry.code] : []))
    return {
      type: 'object',
      properties: { choices: choices.schema(field, lists), other: otherSchema },
      required: ['choices'],
      additionalProperties: false,
      ...(open.length > 0 && {
        if: { properties: { choices: { contains: { enum: open } } } },
        then: { required: ['other'] },
        else: { properties: { other: false } },
      }),
    }
  },
  type: (field, lists) => ({
    is: 'record',
    fields: { choices: choices.type(field, lists), other: { is: 'text' } },
  }),
  isBlank: (value) => choices.isBlank(property(value, 'choices') ?? []) && !property(value, 'other'),
  faults: (value, field, lists) => {
    const chosen = property(value, 'choices')
    if (!Array.isArray(chosen)) return shapeFault('options')
    const trails = trailsOf(listOf(field, lists))
    const asked = chosen.some((code) => trails.get(textOfJson(code))?.at(-1)?.other)
    return [
      ...choices.faults(chosen, field, lists).map((fault) => ({ ...fault, at: ['choices', ...(fault.at ?? [])] })),
      ...otherFaults(asked, property(value, 'other')),
    ]
  },
  show: (value, field, lists) => {
    const list = listOf(field, lists)
    const chosen = property(value, 'choices')
    if (!Array.isArray(chosen)) return ''
    const other = property(value, 'other')
    const isOpen = (code: string) => trailsOf(list).get(code)?.at(-1)?.other ?? false
    return chosen
      .map(textOfJson)
      .map((code) => showOption(list, { code, ...(isOpen(code) && typeof other === 'string' && { other }) }))
      .join('、')
  },
  parse: (typed, field, lists): Parsed => {
    const found = readOptions(listOf(field, lists), typed)
    if (!found) return { fault: notAnOption(typed) }
    const other = found.find((option) => option.other !== undefined)?.other
    return { value: { choices: found.map(({ code }) => code), ...(other !== undefined && { other }) } }
  },
  none: undefined,
  align: 'start',
  width: () => 28,
  wide: true,
} satisfies FieldKind
