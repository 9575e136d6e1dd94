import { type Json, textOfJson } from '../answers/json.ts'
import { grouped, parseNumber, placesOfNumber } from '../numbers/decimal.ts'
import type { Field } from '../template/template.ts'
import { type Fault, type FieldKind, type JsonSchema, type Parsed, shapeFault } from './field-kind.ts'

const numberFaults = (value: Json, field: Field): readonly Fault[] => {
  if (typeof value !== 'number') return shapeFault('number')
  const { minimum, maximum, places = 0 } = field
  return [
    ...(minimum !== undefined && value < minimum ? [{ code: 'too-small' as const, params: { limit: minimum } }] : []),
    ...(maximum !== undefined && value > maximum ? [{ code: 'too-large' as const, params: { limit: maximum } }] : []),
    ...(places === 0 && !Number.isInteger(value) ? shapeFault('whole') : []),
    ...(places > 0 && placesOfNumber(value) > places
      ? [{ code: 'too-many-places' as const, params: { limit: places } }]
      : []),
  ]
}

// Not `multipleOf` 0.01: most validators divide in binary, and would refuse 1.13. The places are said in words.
const numberSchema = (field: Field): JsonSchema => ({
  type: field.places ? 'number' : 'integer',
  ...(field.minimum !== undefined && { minimum: field.minimum }),
  ...(field.maximum !== undefined && { maximum: field.maximum }),
})

export const number = {
  kind: 'number',
  name: '数字',
  schema: numberSchema,
  type: () => ({ is: 'number' }),
  isBlank: (value) => value === null,
  faults: numberFaults,
  show: (value, field) => (typeof value === 'number' ? grouped(value, field.places ?? 0) : textOfJson(value)),
  parse: (typed: string, field: Field): Parsed => {
    const value = parseNumber(typed, field.unit)
    return value === undefined ? { fault: { code: 'not-a-number', params: { value: typed } } } : { value }
  },
  none: 0,
  align: 'end',
  width: () => 12,
  wide: false,
} satisfies FieldKind

export const money = { ...number, kind: 'money', name: '金额', width: () => 14 } satisfies FieldKind

export const percent = {
  ...number,
  kind: 'percent',
  name: '百分比',
  parse: (typed: string, field: Field): Parsed => number.parse(typed, { ...field, unit: field.unit ?? '%' }),
  width: () => 10,
} satisfies FieldKind
