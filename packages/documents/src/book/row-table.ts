import { type Field, property, type Table } from '@policyforms/core'
import { cellMargin, textWidth } from '../layout/geometry.ts'
import { printOf } from '../prints/index.ts'
import { fitted } from '../xml/column-widths.ts'
import { textParagraph, type Xml } from '../xml/paragraph.ts'
import { type Cell, type Row, table } from '../xml/table.ts'
import { type Book, type Place, under } from './book.ts'
import { columnNeeds } from './column-needs.ts'
import { headWithin, isLong } from './shown.ts'
import { shownSum } from './totals.ts'

const rowHeight = 400
const margins = 2 * cellMargin

const head = (text: string): Cell => ({ content: textParagraph('CellHead', text) })
const centred = (text: string): Cell => ({ content: textParagraph('CellCentre', text) })

const widthsOf = ({ columns, totals }: Table, rows: readonly Place[], book: Book): readonly number[] => {
  const twips = (characters: number) => characters * book.profile.table * 10 + margins
  const needs = columns.map((field) => columnNeeds(field, rows, totals.includes(field.key), book))
  const numberWidth = twips(5)
  const least = needs.map((one) => twips(one.least))
  const wanted = needs.map((one) => twips(one.wanted))
  return [numberWidth, ...fitted(least, wanted, textWidth - numberWidth)]
}

const rowOf = (columns: readonly Field[], row: Place, index: number, widths: readonly number[], book: Book): Row => ({
  cells: [
    centred(String(index + 1)),
    ...columns.map((field, i) => ({
      content: printOf(field).row(
        { field, value: property(row.value, field.key), at: '' },
        book,
        (widths[i + 1] ?? 0) - margins,
      ),
    })),
  ],
  minHeight: rowHeight,
  breaks: columns.some((field) => isLong(property(row.value, field.key))),
})

/** 合计 under the row number, across the first column too when that has no total. */
const totalsRow = ({ columns, totals }: Table, rows: readonly Place[], book: Book): Row => {
  const cells = columns.map((field): Cell => {
    const values = rows.map((row) => property(row.value, field.key))
    const text = totals.includes(field.key) ? shownSum(values, field, book.lists) : ''
    return { content: textParagraph('CellNumber', text) }
  })
  const [first] = columns
  const isFree = first !== undefined && !totals.includes(first.key)
  return {
    cells: [{ ...head('合计'), span: isFree ? 2 : 1 }, ...(isFree ? cells.slice(1) : cells)],
    minHeight: rowHeight,
  }
}

/** The rows that were added, or as many empty ones as a blank book needs, under a head that each page repeats. */
export const rowTable = (printed: Table, place: Place, book: Book): Xml => {
  const { columns, printedRows, totals } = printed
  const given = Array.isArray(place.value) ? place.value.length : 0
  const rows = Array.from({ length: Math.max(given, printedRows, 1) }, (_, i) => under(place, i))
  const widths = widthsOf(printed, rows, book)
  const room = (column: number) => ((widths[column] ?? 0) - margins) / (book.profile.table * 20)
  return table(widths, [
    {
      cells: [head('序号'), ...columns.map((field, i) => head(headWithin(field, room(i + 1))))],
      head: true,
      minHeight: rowHeight,
    },
    ...rows.map((row, i) => rowOf(columns, row, i, widths, book)),
    ...(totals.length > 0 ? [totalsRow(printed, rows, book)] : []),
  ])
}
