import { cellName, columnName } from '../book/address.ts'
import type { Cell, Frame, Placed, StyleBook } from '../book/book.ts'
import { heightFor } from '../sheet/heights.ts'

/** A column's heads and look, whatever fills it. */
export interface HeadedColumn {
  readonly group: string
  readonly head: string
  readonly style: number
  readonly width: number
}

export const headRows = 2

/** Ranges of neighbours under one group head. */
const groupRanges = (columns: readonly HeadedColumn[]): readonly (readonly [number, number])[] => {
  const ranges: [number, number][] = []
  columns.forEach(({ group }, i) => {
    const last = ranges.at(-1)
    if (last && columns[i - 1]?.group === group) last[1] = i
    else ranges.push([i, i])
  })
  return ranges
}

export const summaryFrame = (name: string, columns: readonly HeadedColumn[], frozenColumns: number): Frame => ({
  name,
  widths: columns.map(({ width }) => width),
  frozen: { rows: headRows, columns: frozenColumns },
  filterRow: headRows,
  merges: groupRanges(columns).flatMap(([from, to]) =>
    to > from ? [`${columnName(from + 1)}1:${columnName(to + 1)}1`] : [],
  ),
  validations: [],
  locked: false,
  landscape: true,
  repeat: `1:${headRows}`,
})

/** Row 1: sections; row 2: fields with their units. */
export const summaryHeads = (sheet: number, columns: readonly HeadedColumn[], styles: StyleBook): readonly Placed[] => {
  const style = styles.of('head')
  const groups = columns.map(
    ({ group }, i): Cell => (columns[i - 1]?.group === group ? { style } : { value: group, style }),
  )
  const heads = columns.map(({ head }): Cell => ({ value: head, style }))
  const texts = columns.map(({ head, width }) => ({ text: head, width, points: 11 }))
  return [
    { sheet, cells: groups, height: 24 },
    { sheet, cells: heads, height: heightFor(texts, 30) },
  ]
}

/** A running sum in whole units of the last place, so that it stays exact. */
export const createSum = (places: number) => {
  const scale = 10 ** places
  let units = 0
  return {
    add: (value: unknown) => {
      if (typeof value === 'number') units += Math.round(value * scale)
    },
    total: () => units / scale,
  }
}

/** The sum of what the filter shows, from the first row below the heads. */
export const subtotal = (column: number, lastRow: number): string =>
  `SUBTOTAL(109,${cellName(headRows + 1, column)}:${cellName(lastRow, column)})`

/** Points beyond which a row grows no more: a long text can be read in its cell, and the list stays a list. */
const tallest = 120

/** A row as tall as its texts need. Most have nothing long, and keep the sheet's own height. */
export const grown = (row: Placed, widths: readonly number[]): Placed => {
  const texts = row.cells.flatMap((cell, i) => {
    const value = cell?.value
    const width = widths[i] ?? 12
    return typeof value === 'string' && value.length * 2 > width ? [{ text: value, width, points: 11 }] : []
  })
  return texts.length === 0 ? row : { ...row, height: Math.min(tallest, heightFor(texts, 20)) }
}
