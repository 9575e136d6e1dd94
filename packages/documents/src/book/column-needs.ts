import { type Field, fieldKindOf, type Json, property } from '@policyforms/core'
import { printOf } from '../prints/index.ts'
import type { ColumnNeed } from '../xml/column-widths.ts'
import { halvesOf, widestPiece } from '../xml/text-width.ts'
import type { Book, Place } from './book.ts'
import { shown } from './shown.ts'

/** Readers and fonts differ a little. */
const slack = 0.5

/** A Latin word or number that is longer may break. */
const longestWord = 20

/** Of any number of values: as arguments of one call they would overflow. */
const greatest = (values: readonly number[]) => values.reduce((most, value) => Math.max(most, value), 0)

/** 1234567.5 at two places prints as 1,234,567.50: twelve. */
const figures = (value: number, places: number): number => {
  const digits = String(Math.trunc(Math.abs(value))).length
  return digits + Math.floor((digits - 1) / 3) + (places > 0 ? places + 1 : 0) + (value < 0 ? 1 : 0)
}

/** Part of a title takes three lines at most, and leaves no single character on the last; brackets stay whole. */
const partNeed = (part: string): number => {
  const halves = halvesOf(part)
  if (halves <= (part.startsWith('（') ? 12 : 6)) return halves
  const three = Math.max(4, 2 * Math.ceil(halves / 6))
  return halves % three > 0 && halves % three <= 2 ? three + 2 : three
}

const titleNeed = (title: string): number => greatest(title.split(/(?=（)/).map(partNeed))

/** What a head needs; its unit stands on a line of its own if it must. */
export const headNeed = ({ title, unit }: { readonly title: string; readonly unit?: string }): ColumnNeed => {
  const unitNeed = unit ? halvesOf(`（${unit}）`) : 0
  return {
    least: Math.max(titleNeed(title), Math.min(widestPiece(title), longestWord), unitNeed) + slack,
    wanted: Math.max(Math.min(halvesOf(title), 12), unitNeed) + slack,
    flows: false,
  }
}

const numbersNeed = (values: readonly number[], places = 0): ColumnNeed => {
  const widest = greatest(values.map((value) => figures(value, places))) + slack
  return { least: widest, wanted: widest + 1, flows: false }
}

/** Prose of fewer characters a line than this is hard to read. */
const fewest = 10
/** A text is easy to read on so many lines, and takes no more than this many, unless it is so long that it must. */
const easyLines = 6
const mostLines = 12
const mostNeeded = 24
/** What nine in ten do not exceed; the most of a few. */
const ninth = (sorted: readonly number[]) => sorted[Math.ceil(sorted.length * 0.9) - 1] ?? 0

/** Such values as 企业 and 科研院所: on two lines where it is crowded, if that leaves no single character over. */
export const wordsNeed = (lengths: readonly number[], wanted: number): ColumnNeed => {
  const characters = lengths.map((halves) => Math.ceil(halves / 2))
  const isClean = (room: number) => characters.every((count) => count <= room || count % room > 1 || room * 2 === count)
  const room = [2, 3, 4].find(isClean)
  return { least: Math.min(wanted, room === undefined ? wanted : 2 * room + slack), wanted, flows: false }
}

const proseNeed = (texts: readonly string[]): ColumnNeed => {
  const lengths = texts.map(halvesOf)
  const longest = greatest(lengths)
  const word = Math.min(longestWord, greatest(texts.map(widestPiece))) + slack
  if (longest <= fewest)
    return atLeast(wordsNeed(lengths, longest + slack), { least: word, wanted: word, flows: false })
  const wanted = ninth(lengths.toSorted((one, other) => one - other)) + slack
  const onLines = (lines: number) => Math.min(wanted / lines, mostNeeded)
  const least = Math.max(Math.min(wanted, fewest), onLines(mostLines), word)
  return { least, wanted: Math.max(wanted, least), flows: true, easy: Math.max(least, onLines(easyLines)) }
}

const piecesNeed = (texts: readonly string[], pieces: (text: string) => readonly string[]): ColumnNeed => ({
  least: greatest(texts.flatMap(pieces).map(halvesOf)) + slack,
  wanted: greatest(texts.map(halvesOf)) + slack,
  flows: false,
})

/** Of a column that nobody has filled yet: room to write by hand. */
const blankNeed = (field: Field, flows: boolean, book: Book): ColumnNeed => {
  const wanted = fieldKindOf(field).width(field, book.lists)
  return { least: Math.min(wanted, fewest), wanted, flows }
}

/** Measured on values alone, in half characters. */
export const valuesNeed = (field: Field, values: readonly (Json | undefined)[], book: Book): ColumnNeed => {
  const { pieces, widest } = printOf(field)
  const numbers = values.filter((value) => typeof value === 'number')
  if (fieldKindOf(field).align === 'end' && numbers.length > 0) return numbersNeed(numbers, field.places)
  if (pieces && widest && values.some((value) => value !== undefined)) return piecesNeed([widest], pieces)
  const texts = values.flatMap((value) => shown({ field, value, at: '' }, book.lists) || [])
  if (texts.length === 0) return blankNeed(field, pieces === undefined, book)
  return pieces ? piecesNeed(texts, pieces) : proseNeed(texts)
}

/** Both together. */
export const atLeast = (one: ColumnNeed, other: ColumnNeed): ColumnNeed => ({
  least: Math.max(one.least, other.least),
  wanted: Math.max(one.wanted, other.wanted),
  flows: one.flows || other.flows,
  easy: Math.max(one.easy ?? one.least, other.easy ?? other.least),
})

/** Measured on the answers that are there and on the head, in half characters. */
export const columnNeed = (field: Field, rows: readonly Place[], isSummed: boolean, book: Book): ColumnNeed => {
  const given = rows.map((row) => property(row.value, field.key))
  const sum = given.reduce<number>((total, value) => (typeof value === 'number' ? total + value : total), 0)
  return atLeast(valuesNeed(field, isSummed && sum !== 0 ? [...given, sum] : given, book), headNeed(field))
}
