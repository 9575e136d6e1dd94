import { fieldKindOf, type Head, type Json, type Matrix, property } from '@policyforms/core'
import { cellMargin, textWidth } from '../layout/geometry.ts'
import { printOf } from '../prints/index.ts'
import { shared } from '../xml/column-widths.ts'
import { textParagraph, type Xml } from '../xml/paragraph.ts'
import { type Cell, type Row, table } from '../xml/table.ts'
import type { Book, Place } from './book.ts'
import { shownSum } from './totals.ts'

const rowHeight = 400

const head = (text: string): Cell => ({ content: textParagraph('CellHead', text) })
const rowHead = (text: string): Cell => ({ content: textParagraph('CellText', text) })
const total = (text: string): Cell => ({ content: textParagraph('CellNumber', text) })

const widthsOf = ({ rows, columns, corner, totals, cell }: Matrix, book: Book): readonly number[] => {
  const half = book.profile.table * 10
  const longest = Math.max(...rows.map((row) => row.title.length), corner.length)
  const wide = (title: string) => Math.max(title.length * 2, fieldKindOf(cell).width(cell, book.lists)) * half
  const wanted = [
    Math.min(longest * 2, 24) * half,
    ...columns.map((column) => wide(column.title)),
    ...(totals.rows ? [wide('合计')] : []),
  ]
  return shared(
    wanted.map((width) => width + 2 * cellMargin),
    textWidth,
  )
}

/** Fixed rows by fixed columns. `totals.rows` ends each row with its sum, `totals.columns` each column. */
export const matrixTable = (matrix: Matrix, { value }: Place, book: Book): Xml => {
  const { rows, columns, corner, cell, totals } = matrix
  const widths = widthsOf(matrix, book)
  const at = (row: Head, column: Head): Json | undefined => property(property(value, row.key), column.key)
  const sum = (values: readonly (Json | undefined)[]) => total(shownSum(values, cell, book.lists))
  const printed = (row: Head, column: Head, width = 0): Cell => ({
    content: printOf(cell).row({ field: cell, value: at(row, column), at: '' }, book, width - 2 * cellMargin),
  })
  const body = rows.map(
    (row): Row => ({
      cells: [
        rowHead(row.title),
        ...columns.map((column, i) => printed(row, column, widths[i + 1])),
        ...(totals.rows ? [sum(columns.map((column) => at(row, column)))] : []),
      ],
      minHeight: rowHeight,
    }),
  )
  const last: Row = {
    cells: [
      head('合计'),
      ...columns.map((column) => sum(rows.map((row) => at(row, column)))),
      ...(totals.rows ? [sum(rows.flatMap((row) => columns.map((column) => at(row, column))))] : []),
    ],
    minHeight: rowHeight,
  }
  const heads = [head(corner), ...columns.map((column) => head(column.title)), ...(totals.rows ? [head('合计')] : [])]
  return table(widths, [{ cells: heads, head: true, minHeight: rowHeight }, ...body, ...(totals.columns ? [last] : [])])
}
