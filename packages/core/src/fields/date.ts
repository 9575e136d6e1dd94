import { type Json, property, textOfJson } from '../answers/json.ts'
import { type FieldKind, type JsonSchema, type Parsed, shapeFault } from './field-kind.ts'

const isDay = (year: number, month: number, day: number) =>
  year >= 1900 &&
  year <= 2999 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= new Date(Date.UTC(year, month, 0)).getUTCDate()

const pad = (n: number) => String(n).padStart(2, '0')

/** 2020-09-09, 2020/9/9, 2020.9.9, 2020年9月9日, 20200909, full-width alike. */
const readDate = (typed: string): string | undefined => {
  const match = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(
    typed.normalize('NFKC').replace(/\s/g, ''),
  )
  if (!match) return undefined
  const [year, month, day] = [match[1], match[2] ?? match[4], match[3] ?? match[5]].map(Number)
  if (year === undefined || month === undefined || day === undefined || !isDay(year, month, day)) return undefined
  return `${year}-${pad(month)}-${pad(day)}`
}

const readMonth = (typed: string): string | undefined => {
  const match = /^(\d{4})(?:[-/.年](\d{1,2})月?|(\d{2}))$/.exec(typed.normalize('NFKC').replace(/\s/g, ''))
  if (!match) return undefined
  const [year, month] = [Number(match[1]), Number(match[2] ?? match[3])]
  return isDay(year, month, 1) ? `${year}-${pad(month)}` : undefined
}

/** Of 2020-09-09 or 2020-09. */
const partsOf = (iso: string) => [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8) || 1)] as const

const isDate = (value: Json) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(...partsOf(value))
const isMonth = (value: Json) => typeof value === 'string' && /^\d{4}-\d{2}$/.test(value) && isDay(...partsOf(value))

/** 2020-09-09 → 2020年9月9日; 2020-09 → 2020年9月. */
const inWords = (iso: string): string => {
  const [year, month, day] = iso.split('-').map(Number)
  return `${year}年${month}月${day === undefined ? '' : `${day}日`}`
}

const parsed = (value: string | undefined, typed: string): Parsed =>
  value === undefined ? { fault: { code: 'not-a-date', params: { value: typed } } } : { value }

export const date = {
  kind: 'date',
  name: '日期',
  // `format` alone is only an annotation to most validators.
  schema: (): JsonSchema => ({
    type: 'string',
    format: 'date',
    pattern: '^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
  }),
  type: () => ({ is: 'date' }),
  isBlank: (value) => value === '',
  faults: (value) => (isDate(value) ? [] : [{ code: 'not-a-date', params: { value: textOfJson(value) } }]),
  show: (value) => (isDate(value) ? inWords(textOfJson(value)) : textOfJson(value)),
  parse: (typed) => parsed(readDate(typed), typed),
  none: undefined,
  align: 'center',
  width: () => 16,
  wide: false,
} satisfies FieldKind

export const month = {
  ...date,
  kind: 'month',
  name: '年月',
  schema: () => ({ type: 'string', pattern: '^[12][0-9]{3}-(0[1-9]|1[0-2])$' }),
  faults: (value) => (isMonth(value) ? [] : [{ code: 'not-a-date', params: { value: textOfJson(value) } }]),
  show: (value) => (isMonth(value) ? inWords(textOfJson(value)) : textOfJson(value)),
  parse: (typed) => parsed(readMonth(typed), typed),
  width: () => 12,
} satisfies FieldKind

export const year = {
  kind: 'year',
  name: '年份',
  schema: (field) => ({ type: 'integer', minimum: field.minimum ?? 1900, maximum: field.maximum ?? 2999 }),
  type: () => ({ is: 'number' }),
  isBlank: (value) => value === null,
  faults: (value, field) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return shapeFault('year')
    const [least, most] = [field.minimum ?? 1900, field.maximum ?? 2999]
    if (value < least) return [{ code: 'too-small', params: { limit: least } }]
    return value > most ? [{ code: 'too-large', params: { limit: most } }] : []
  },
  show: (value) => (typeof value === 'number' ? `${value}年` : textOfJson(value)),
  parse: (typed) => {
    const match = /^(\d{4})年?度?$/.exec(typed.normalize('NFKC').replace(/\s/g, ''))
    return match ? { value: Number(match[1]) } : { fault: { code: 'not-a-date', params: { value: typed } } }
  },
  none: undefined,
  align: 'center',
  width: () => 8,
  wide: false,
} satisfies FieldKind

const ends = (value: Json): readonly [Json, Json] => [property(value, 'from') ?? '', property(value, 'to') ?? '']

export const period = {
  kind: 'period',
  name: '起止时间',
  schema: (field) => {
    const end = field.precision === 'date' ? date.schema() : month.schema()
    return { type: 'object', properties: { from: end, to: end }, required: ['from', 'to'], additionalProperties: false }
  },
  type: () => ({ is: 'record', fields: { from: { is: 'date' }, to: { is: 'date' } } }),
  isBlank: (value) => ends(value).every((end) => end === ''),
  faults: (value, field) => {
    const [from, to] = ends(value)
    const kind = field.precision === 'date' ? date : month
    const wrong = [
      ...kind.faults(from).map((fault) => ({ ...fault, at: ['from'] })),
      ...kind.faults(to).map((fault) => ({ ...fault, at: ['to'] })),
    ]
    if (wrong.length > 0) return wrong
    return textOfJson(from) > textOfJson(to)
      ? [{ code: 'period-order', params: { from: textOfJson(from), to: textOfJson(to) } }]
      : []
  },
  show: (value) => {
    const [from, to] = ends(value).map((end) =>
      isDate(end) || isMonth(end) ? inWords(textOfJson(end)) : textOfJson(end),
    )
    return `${from}至${to}`
  },
  parse: (typed, field) => {
    const read = field.precision === 'date' ? readDate : readMonth
    const [from, to, ...more] = typed.normalize('NFKC').split(/\s*(?:至|到|~|～|—+|–)\s*|\s+-+\s+/)
    const [start, end] = [read(from ?? ''), read(to ?? '')]
    if (start === undefined || end === undefined || more.length > 0)
      return { fault: { code: 'not-a-date', params: { value: typed } } }
    return { value: { from: start, to: end } }
  },
  none: undefined,
  align: 'center',
  width: (field) => (field.precision === 'date' ? 30 : 24),
  wide: false,
} satisfies FieldKind
