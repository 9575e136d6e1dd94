import { type Json, property } from '../../answers/json.ts'
import { filesOf } from '../../fields/attachment.ts'
import type { Lists } from '../../fields/field-kind.ts'
import type { AnswerCode } from '../../issues/issue.ts'
import type { Field, Table } from '../../template/template.ts'
import type { Limit, Side } from './boundary-case.ts'
import { codesOf, otherOf } from './moves.ts'

/** A value at the edge of one limit, and what it must give when it is outside. */
export interface Probe {
  readonly limit: Limit
  readonly side: Side
  /** Undefined takes the answer away. */
  readonly value: Json | undefined
  readonly gives: readonly AnswerCode[]
}

const outside = (limit: Limit, value: Json | undefined, ...gives: readonly AnswerCode[]): Probe => ({
  limit,
  side: 'outside',
  value,
  gives,
})
const within = (limit: Limit, side: 'inside' | 'at', value: Json): Probe => ({ limit, side, value, gives: [] })

/** Around a bound: the last step within, the bound, the first step outside. */
const around = (
  limit: Limit,
  bound: number | undefined,
  inward: number,
  make: (size: number) => Json,
  ...gives: readonly AnswerCode[]
): readonly Probe[] =>
  bound === undefined
    ? []
    : [
        ...(bound + inward >= 0 ? [within(limit, 'inside', make(bound + inward))] : []),
        within(limit, 'at', make(bound)),
        ...(bound - inward >= 0 || limit === 'minimum' || limit === 'maximum' || limit === 'at-most'
          ? [outside(limit, make(bound - inward), ...gives)]
          : []),
      ]

const rounded = (places: number) => (value: number) => Number(value.toFixed(places))

/** A bound that other answers make comes from outside, since it is not the field's own. */
export const numberProbes = (field: Field, value: Json | undefined, atMost?: number): readonly Probe[] => {
  const places = field.kind === 'year' ? 0 : (field.places ?? 0)
  const step = 10 ** -places
  const exact = rounded(places)
  const finer = typeof value === 'number' ? rounded(places + 1)(value + step / 10) : undefined
  return [
    ...around('minimum', field.minimum, step, exact, 'too-small'),
    ...around('maximum', field.maximum, -step, exact, 'too-large'),
    ...around('at-most', atMost, -step, exact, 'too-large'),
    ...(finer !== undefined && field.kind !== 'year' ? [outside('places', finer, 'too-many-places', 'type')] : []),
  ]
}

const stretched = (text: string) => (length: number) =>
  [...(text + '示例'.repeat(Math.ceil(length / 2)))].slice(0, length).join('')

export const textProbes = (field: Field, value: Json | undefined): readonly Probe[] => {
  const given = typeof value === 'string' && value.trim() !== '' ? value : '示例'
  const long = stretched(given.replace(/\s+/g, ''))
  const least = (field.minLength ?? 0) > 1 ? field.minLength : undefined
  const fewest = (field.minChars ?? 0) > 1 ? field.minChars : undefined
  return [
    ...around('length', field.maxLength, -1, long, 'too-long'),
    ...around('length', least, 1, long, 'too-short'),
    ...around('characters', field.maxChars, -1, long, 'too-many-characters'),
    ...around('characters', fewest, 1, long, 'too-few-characters'),
    ...(field.pattern ? [outside('pattern', `${given}※`, 'pattern')] : []),
  ]
}

const identifierProbes = (value: Json | undefined): readonly Probe[] => {
  if (typeof value !== 'string' || value === '') return []
  const last = value.at(-1) === '0' ? '1' : '0'
  return [outside('identifier', value.slice(0, -1) + last, 'identifier')]
}

const itemProbes = (field: Field, items: readonly Json[], make: (list: readonly Json[]) => Json): readonly Probe[] => {
  const { minItems, maxItems } = field
  const first = (count: number) => (count <= items.length ? make(items.slice(0, count)) : undefined)
  return [
    ...(maxItems === undefined ? [] : edge(first(maxItems), first(maxItems + 1), 'too-many-items')),
    ...(minItems === undefined || minItems < 2 ? [] : edge(first(minItems), first(minItems - 1), 'too-few-items')),
  ]
}
const edge = (at: Json | undefined, beyond: Json | undefined, gives: AnswerCode): readonly Probe[] => [
  ...(at === undefined ? [] : [within('items', 'at', at)]),
  ...(beyond === undefined ? [] : [outside('items', beyond, gives)]),
]

const fileProbes = (field: Field, value: Json | undefined): readonly Probe[] => {
  const [first = { id: 'f1', name: `示例${field.accept?.[0] ?? '.pdf'}`, size: 1024 }, ...rest] = filesOf(value)
  const withFirst = (change: object): Json => [{ ...first, ...change }, ...rest].map((file) => ({ ...file }))
  const many = Array.from({ length: (field.maxItems ?? 0) + 1 }, (_, i): Json => ({ ...first, id: `f${i + 1}` }))
  return [
    ...around('file-size', field.maxBytes, -1, (size) => withFirst({ size }), 'file-size'),
    ...(field.accept ? [outside('file-type', withFirst({ name: '示例.exe' }), 'file-type')] : []),
    ...itemProbes(field, many, (list) => [...list]),
  ]
}

const periodProbes = (value: Json | undefined): readonly Probe[] => {
  const [from, to] = [property(value, 'from'), property(value, 'to')]
  if (from === undefined || to === undefined || from === to) return []
  return [within('period', 'at', { from, to: from }), outside('period', { from: to, to: from }, 'period-order')]
}

const optionProbes = (field: Field, lists: Lists): readonly Probe[] => {
  const codes = codesOf(field, lists)
  const other = otherOf(field, lists)
  switch (field.kind) {
    case 'choice':
    case 'cascade':
      return [outside('option', 'not-in-the-list', 'not-an-option')]
    case 'open-choice':
    case 'open-cascade':
      return other === undefined ? [] : [outside('other', { choice: other }, 'other-missing')]
    case 'open-choices':
      return other === undefined ? [] : [outside('other', { choices: [other] }, 'other-missing')]
    case 'choices':
      return itemProbes(field, codes, (list) => [...list])
    default:
      return []
  }
}

/** What is tried of one field. */
export const probesOf = (
  field: Field,
  value: Json | undefined,
  lists: Lists,
  atMost: number | undefined,
): readonly Probe[] => [
  ...(field.kind === 'statement' ? [outside('statement', false, 'statement')] : []),
  ...(field.required && field.kind !== 'statement' ? [outside('required', undefined, 'required')] : []),
  ...(field.noBlanks && !field.required ? [outside('required', undefined, 'write-none')] : []),
  ...(['number', 'money', 'percent', 'year'].includes(field.kind) ? numberProbes(field, value, atMost) : []),
  ...(field.kind === 'text' || field.kind === 'narrative' ? textProbes(field, value) : []),
  ...(field.kind === 'identifier' ? identifierProbes(value) : []),
  ...(field.kind === 'attachment' || field.kind === 'picture' ? fileProbes(field, value) : []),
  ...(field.kind === 'period' ? periodProbes(value) : []),
  ...optionProbes(field, lists),
]

/** A table this long is tried; a longer one would make an example that nobody reads. */
const longest = 60

/** Rows one more or less than a table takes. */
export const rowProbes = (
  { minRows, maxRows, required, fixedRows }: Table,
  rows: readonly Json[],
): readonly Probe[] => {
  if (fixedRows || rows.length === 0) return []
  const last = withoutId(rows.at(-1) ?? {})
  const ofLength = (count: number): Json =>
    Array.from({ length: count }, (_, i) => (i < rows.length ? (rows[i] ?? {}) : last))
  const least = Math.max(minRows, required ? 1 : 0)
  return [
    ...(maxRows <= longest ? around('rows', maxRows, -1, ofLength, 'too-many-rows') : []),
    ...(least > 0 ? around('rows', least, 1, ofLength, 'too-few-rows', 'required') : []),
  ]
}

const withoutId = (row: Json): Json => {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return row
  const { id: _, ...rest } = row as Readonly<Record<string, Json>> // a plain object, by the line above
  return rest
}
