import { type Field, fieldKinds, type Parsed } from '@policyforms/core'
import type { CellKind, CellPart, CellReading, ReadCell } from './cell-kind.ts'
import { textOf } from './text-cells.ts'

const day = 86_400_000
const epoch = Date.UTC(1899, 11, 30)
// Excel counts a 29 February 1900 that never was: serials agree with the calendar from 1 March 1900 on.
const firstSure = 61

/** The serial of an ISO date or month; undefined before March 1900. */
export const serialOf = (iso: string): number | undefined => {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(iso)
  if (!match) return undefined
  const serial = (Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3] ?? 1)) - epoch) / day
  return serial >= firstSure ? serial : undefined
}

/** The ISO date of a serial, its time of day cut off. */
export const dateOfSerial = (serial: number): string | undefined => {
  const whole = Math.floor(serial)
  if (whole < 1 || whole > 401_768) return undefined // 2999-12-31
  return new Date(epoch + (whole + (whole < firstSure ? 1 : 0)) * day).toISOString().slice(0, 10)
}

type Precision = 'date' | 'month'
const formats = { date: 'yyyy"年"m"月"d"日"', month: 'yyyy"年"m"月"' }
const lengths = { date: 10, month: 7 }
const isoForms = { date: /^\d{4}-\d{2}-\d{2}$/, month: /^\d{4}-\d{2}$/ }

// The year 2024, or 2024.3, typed where a date belongs: as serials they would be days of 1905 to 1908.
const isTypedYear = (value: number): boolean => value >= 1900 && value < 3000

/** 2024.3 is March; 2024.1 may have been meant for October. */
const typedMonth = (value: number, precision: Precision): string | undefined => {
  const [year, month] = String(value).split('.')
  return precision === 'month' && month !== undefined && month !== '1' && month.length <= 2
    ? `${year}.${month}`
    : undefined
}

// 202009 in a cell for months is a typed month, not the year 2453.
const typedDigits = (value: number, precision: Precision): string | undefined => {
  const text = String(value)
  return (precision === 'date' ? /^[12]\d{7}$/ : /^(19|2\d)\d{4}$/).test(text) ? text : undefined
}

/** The serial, or the text itself where there is none or where it would be taken for typed digits. */
const unmistakable = (iso: string, precision: Precision): number | string => {
  const serial = serialOf(iso)
  return serial === undefined || isTypedYear(serial) || typedDigits(serial, precision) !== undefined ? iso : serial
}

const understood = (parsed: Parsed, text: string): CellReading =>
  'value' in parsed ? parsed : { wrong: text, code: 'not-a-date' }

const readDate = (cell: ReadCell, precision: Precision): CellReading => {
  const digits =
    typeof cell.value === 'number'
      ? (typedDigits(cell.value, precision) ??
        (isTypedYear(cell.value) ? typedMonth(cell.value, precision) : undefined))
      : undefined
  if (typeof cell.value === 'number' && digits === undefined) {
    if (isTypedYear(cell.value) && !cell.since1904) return { wrong: textOf(cell), code: 'not-a-date' }
    const iso = dateOfSerial(cell.value + (cell.since1904 ? 1462 : 0))
    return iso === undefined ? { wrong: textOf(cell), code: 'not-a-date' } : { value: iso.slice(0, lengths[precision]) }
  }
  const text = digits ?? textOf(cell).trim()
  if (text === '') return undefined
  // Written so by a program; whether there is such a day is said when the answers are checked.
  if (isoForms[precision].test(text)) return { value: text }
  return understood(fieldKinds[precision].parse(text), text)
}

const datePart = (precisionOf: (field: Field) => Precision, key = '', suffix = ''): CellPart => ({
  key,
  suffix,
  format: (field) => formats[precisionOf(field)],
  width: () => 16,
  write: (value, field) =>
    typeof value === 'string' ? unmistakable(value, precisionOf(field)) : JSON.stringify(value),
  read: (cell, field) => readDate(cell, precisionOf(field)),
  // A warning only: 2020年9月 typed as words is understood when the workbook is read.
  asked: () => ({
    type: 'date',
    least: 1,
    most: 401_768,
    error: '请填日期，如 2026-3-31。只填年月时写 2026-3。',
    strict: false,
  }),
})

const example = { date: '日期，如 2026-3-31', month: '年月，如 2026-3' }
const periodPrecision = (field: Field): Precision => field.precision ?? 'month'

export const dateCell: CellKind = { parts: () => [datePart(() => 'date')], hint: () => example.date, adds: false }
export const monthCell: CellKind = { parts: () => [datePart(() => 'month')], hint: () => example.month, adds: false }

export const periodCell: CellKind = {
  parts: () => [datePart(periodPrecision, 'from', '起'), datePart(periodPrecision, 'to', '止')],
  hint: (field) => example[periodPrecision(field)],
  adds: false,
}

export const yearCell: CellKind = {
  parts: () => [
    {
      key: '',
      suffix: '',
      format: () => '0',
      width: () => 10,
      write: (value) => (typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value)),
      read: (cell) => {
        const text = textOf(cell).trim()
        if (text === '') return undefined
        return understood(fieldKinds.year.parse(text), text)
      },
      asked: ({ minimum = 1900, maximum = 2999 }) => ({
        type: 'whole',
        least: minimum,
        most: maximum,
        error: `请填四位年份，${minimum} 至 ${maximum}。`,
        strict: true,
      }),
    },
  ],
  hint: () => '四位年份，如 2026',
  adds: false,
}
