import { cellName, columnName } from '../book/address.ts'
import type { Frame, ValueRow } from '../book/book.ts'
import { printPage } from '../book/print-page.ts'
import { displayWidth, heightFor } from '../sheet/heights.ts'
import type { HeadedColumn } from './headed-column.ts'

export const headRows = 2

/** Columns before which another group begins. */
const groupStarts = (columns: readonly HeadedColumn[]): readonly number[] =>
  columns.flatMap(({ group }, i) => (columns[i - 1]?.group === group ? [] : [i]))

/** Columns at which a head is written: a group that goes on on another printed page is named there again. */
const headStarts = (columns: readonly HeadedColumn[], keyCount: number): readonly number[] => {
  const starts = groupStarts(columns)
  const { breaks } = printPage({ widths: columns.map(({ width }) => width), repeated: keyCount, starts })
  return [...new Set([...starts, ...breaks])].sort((one, other) => one - other)
}

export const summaryFrame = (name: string, columns: readonly HeadedColumn[], keyCount: number): Frame => ({
  name,
  widths: columns.map(({ width }) => width),
  frozen: { rows: headRows, columns: keyCount },
  filterRow: headRows,
  merges: headStarts(columns, keyCount).flatMap((from, i, starts) => {
    const to = starts[i + 1] ?? columns.length
    return to - from > 1 ? [`${columnName(from + 1)}1:${columnName(to)}1`] : []
  }),
  starts: groupStarts(columns),
  validations: [],
  locked: false,
  repeat: `1:${headRows}`,
})

/** Row 1: sections; row 2: fields with their units. */
export const summaryHeads = (
  sheet: number,
  columns: readonly HeadedColumn[],
  keyCount: number,
  style: number,
): readonly ValueRow[] => {
  const starts = new Set(headStarts(columns, keyCount))
  const styles = columns.map(() => style)
  const groups = columns.map(({ group }, i) => (starts.has(i) ? group : undefined))
  const texts = columns.map(({ head, width }) => ({ text: head, width, points: 11 }))
  return [
    { sheet, values: groups, styles, height: 24 },
    { sheet, values: columns.map(({ head }) => head), styles, height: heightFor(texts, 30) },
  ]
}

/** A running sum in whole units of the last place, so that it stays exact. */
export const createSum = (places: number) => {
  const scale = 10 ** places
  let units: number | undefined
  return {
    add: (value: unknown) => {
      if (typeof value === 'number') units = (units ?? 0) + Math.round(value * scale)
    },
    /** Undefined while nothing has been added: 0 says something else. */
    total: () => (units === undefined ? undefined : units / scale),
  }
}

/** The sum of what the filter shows, from the first row below the heads; blank where no number is shown. */
export const subtotal = (column: number, lastRow: number): string => {
  const range = `${cellName(headRows + 1, column)}:${cellName(lastRow, column)}`
  return `IF(SUBTOTAL(102,${range})=0,"",SUBTOTAL(109,${range}))`
}

/** Points beyond which a row grows no more: the list stays a list, and the text stands whole in a sheet of its own. */
const tallest = 160

const plain = 20

/** Whether a text stands on one line; the length tells of most texts that they do. */
const fits = (text: string, width: number): boolean =>
  (text.length * 2 <= width - 2 || (text.length < width && displayWidth(text) <= width - 2)) && !text.includes('\n')

/** The height that a row needs, unless its sheet's own will do, and the texts for which it is still too low. */
export const heightOf = (
  values: ValueRow['values'],
  widths: readonly number[],
): { readonly height?: number; readonly cut: readonly number[] } => {
  let needed = plain
  let cut: number[] | undefined
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    const width = widths[i] ?? 12
    if (typeof value !== 'string' || fits(value, width)) continue
    const height = heightFor([{ text: value, width, points: 11 }], plain)
    needed = Math.max(needed, height)
    if (height > tallest) cut = [...(cut ?? []), i]
  }
  return { ...(needed > plain && { height: Math.min(tallest, needed) }), cut: cut ?? [] }
}
