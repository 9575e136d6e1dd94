import { type Json, textOfJson } from '../answers/json.ts'
import type { Field } from '../template/template.ts'
import { type Fault, type FieldKind, type JsonSchema, shapeFault } from './field-kind.ts'

// XML, and so Word and Excel, cannot hold these at all.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/

/** Code points, the way JSON Schema counts. */
export const lengthOf = (text: string): number => {
  let length = 0
  for (const _ of text) length++
  return length
}
/** Characters without white space, the way 限500字 counts. */
export const charactersOf = (text: string): number => lengthOf(text.replace(/\s+/g, ''))

const over = (code: Fault['code'], limit: number | undefined, actual: number, wrong: (l: number) => boolean) =>
  limit !== undefined && wrong(limit) ? [{ code, params: { limit, actual } }] : []

const textFaults = (value: Json, field: Field): readonly Fault[] => {
  if (typeof value !== 'string') return shapeFault('text')
  const isShort = field.minLength === undefined && value.length <= (field.maxLength ?? Infinity)
  const length = isShort ? 0 : lengthOf(value)
  const characters = field.minChars === undefined && field.maxChars === undefined ? 0 : charactersOf(value)
  const { pattern } = field
  return [
    ...(control.test(value) ? [{ code: 'control-character' as const }] : []),
    ...over('too-short', field.minLength, length, (limit) => length < limit),
    ...over('too-long', field.maxLength, length, (limit) => length > limit),
    ...over('too-few-characters', field.minChars, characters, (limit) => characters < limit),
    ...over('too-many-characters', field.maxChars, characters, (limit) => characters > limit),
    ...(pattern && !new RegExp(pattern.source, 'u').test(value)
      ? [{ code: 'pattern' as const, params: { hint: pattern.hint } }]
      : []),
  ]
}

const textSchema = (field: Field, control: string): JsonSchema => {
  const caps = [
    { pattern: `^[^${control}\\uFFFE\\uFFFF]*$` },
    field.required && { pattern: '\\S' },
    field.pattern && { pattern: field.pattern.source },
    (field.minChars ?? field.maxChars) !== undefined && {
      pattern: `^\\s*(\\S\\s*){${field.minChars ?? 0},${field.maxChars ?? ''}}$`,
    },
  ].filter((cap) => typeof cap === 'object')
  return {
    type: 'string',
    ...(field.minLength !== undefined && { minLength: field.minLength }),
    ...(field.maxLength !== undefined && { maxLength: field.maxLength }),
    ...(caps.length === 1 ? caps[0] : { allOf: caps }),
  }
}

const onOneLine = (typed: string): string =>
  typed
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ')

const isBlank = (value: Json) => typeof value === 'string' && value.trim() === ''

export const text = {
  kind: 'text',
  name: '单行文字',
  schema: (field): JsonSchema => textSchema(field, '\\u0000-\\u0008\\u000A-\\u001F'),
  type: () => ({ is: 'text' }),
  isBlank,
  faults: (value, field) => [
    ...textFaults(value, field),
    ...(typeof value === 'string' && /[\r\n]/.test(value) ? shapeFault('line') : []),
  ],
  show: (value) => textOfJson(value),
  parse: (typed) => ({ value: /[\r\n]/.test(typed) ? onOneLine(typed) : typed.trim() }),
  none: '无',
  align: 'start',
  width: (field) => Math.min(field.maxLength ?? 20, 28),
  wide: false,
} satisfies FieldKind

export const narrative = {
  ...text,
  kind: 'narrative',
  name: '多段文字',
  schema: (field) => textSchema(field, '\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F'),
  faults: textFaults,
  parse: (typed) => ({ value: typed.replace(/\r\n?/g, '\n').trim() }),
  width: () => 40,
  wide: true,
} satisfies FieldKind
