import { type Field, fieldKindOf, type Json, property } from '@policyforms/core'
import type { Book, Place } from './book.ts'

/** What a column needs and what it would like, in half characters. */
export interface Needs {
  readonly least: number
  readonly wanted: number
}

/** 1234567.5 at two places prints as 1,234,567.50: twelve. */
const figures = (value: number, places: number): number => {
  const whole = String(Math.trunc(Math.abs(value))).length
  return whole + Math.floor((whole - 1) / 3) + (places > 0 ? places + 1 : 0) + (value < 0 ? 1 : 0)
}

const longestText = (values: readonly (Json | undefined)[]) =>
  values.reduce<number>((most, value) => (typeof value === 'string' ? Math.max(most, value.length * 2) : most), 0)

const most = 80

/** A head takes three lines at most, its unit one of its own. */
const headNeeds = ({ title, unit }: Field): number =>
  Math.max(5, 2 * Math.ceil(title.length / 3), unit ? 2 * unit.length + 4 : 0)

const valueNeeds = (field: Field, values: readonly (Json | undefined)[], book: Book): Needs => {
  const kind = fieldKindOf(field)
  const width = kind.width(field, book.lists)
  const numbers = values.filter((value) => typeof value === 'number')
  if (kind.align === 'end' && numbers.length > 0) {
    const longest = Math.max(...numbers.map((value) => figures(value, field.places ?? 0)))
    return { least: longest + 1, wanted: longest + 2 }
  }
  // Dates and periods may take two lines, words any number.
  if (kind.align === 'center') return { least: Math.ceil(width / 2) + 1, wanted: width }
  const longest = longestText(values)
  return { least: longest > most ? 12 : Math.min(8, width), wanted: Math.min(most, Math.max(width, longest)) }
}

/** Measured on the rows that are there: long figures are not broken, and long texts get what room is left. */
export const columnNeeds = (field: Field, rows: readonly Place[], isSummed: boolean, book: Book): Needs => {
  const given = rows.map((row) => property(row.value, field.key))
  const sum = given.reduce<number>((total, value) => (typeof value === 'number' ? total + value : total), 0)
  const { least, wanted } = valueNeeds(field, isSummed && sum > 0 ? [...given, sum] : given, book)
  const head = headNeeds(field)
  return { least: Math.max(least, head), wanted: Math.max(wanted, head) }
}
