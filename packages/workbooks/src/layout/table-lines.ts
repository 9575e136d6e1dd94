import {
  columnInRow,
  type Heights,
  heightsOf,
  linesOf,
  type SumLine,
  type Table,
  type TableLine,
} from '@policyforms/core'
import type { Slot } from './slot.ts'

/** The lines of a table whose rows are printed beforehand, and what is one cell in them. */
export interface TableLines {
  readonly lines: readonly TableLine[]
  readonly heights: Heights
}

const known = new WeakMap<Table, TableLines>()

/** Undefined for a table that grows. */
export const fixedLines = (table: Table): TableLines | undefined => {
  if (!table.fixedRows) return undefined
  const made = known.get(table) ?? makeLines(table, table.fixedRows.length)
  known.set(table, made)
  return made
}

const makeLines = (table: Table, count: number): TableLines => {
  const lines = linesOf(table, count)
  return { lines, heights: heightsOf(table, lines) }
}

/** How many rows of the sheet it may take. */
export const linesAtMost = (table: Table): number => fixedLines(table)?.lines.length ?? table.maxRows

/** Where the rows of a fixed table stand below its first, from 0. */
export const rowOffsets = (table: Table): readonly number[] | undefined =>
  fixedLines(table)?.lines.flatMap(({ line }, i) => (line === 'row' ? [i] : []))

export interface PlacedSum {
  readonly sum: SumLine
  readonly offset: number
}

export const placedSums = (table: Table): readonly PlacedSum[] =>
  fixedLines(table)?.lines.flatMap((one, offset) => (one.line === 'sum' ? [{ sum: one, offset }] : [])) ?? []

/** The part of a row: a row may have decimal places of its own. */
export const slotInRow = (slot: Slot, table: Table, index: number): Slot => {
  const field = columnInRow(table, slot.leaf.field, index)
  return field === slot.leaf.field ? slot : { ...slot, leaf: { ...slot.leaf, field } }
}

/** Ranges of neighbouring numbers, without those that are left out: 5 to 9, 11 to 14. */
export const rangesWithout = (
  first: number,
  last: number,
  out: readonly number[],
): readonly (readonly [number, number])[] => {
  const starts = [first, ...out.map((row) => row + 1)]
  const ends = [...out.map((row) => row - 1), last]
  return starts.flatMap((start, i) => {
    const end = ends[i] ?? last
    return start <= end ? [[start, end] as const] : []
  })
}
