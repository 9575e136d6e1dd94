import { property, rowNumber, type Table, tablePrintsNone } from '@policyforms/core'
import { tagOf } from '../controls/tag-of.ts'
import { printOf } from '../prints/index.ts'
import { isBegun, printedInRow } from '../prints/none.ts'
import type { ColumnNeed } from '../xml/column-widths.ts'
import { richControl, standIn } from '../xml/control.ts'
import { paragraph, run, textParagraph, type Xml } from '../xml/paragraph.ts'
import { type Cell, type Row, table } from '../xml/table.ts'
import { halvesOf } from '../xml/text-width.ts'
import { type Book, type Place, under } from './book.ts'
import { atLeast, columnNeed } from './column-needs.ts'
import { headWithin, isLong } from './shown.ts'
import { headRoom, roomOf, settingFor, type TableSetting } from './table-setting.ts'
import { shownSum } from './totals.ts'

const rowHeight = 400
const numberNeed = { least: 4.5, wanted: 5, flows: false }

/** 1, 2, 3, or the numbers that the rows are known by: IP01. */
const numberOf = ({ rowNumber: number }: Table, index: number): string =>
  number ? rowNumber(number, index) : String(index + 1)

const numberTitle = ({ rowNumber: number }: Table): string => number?.title ?? '序号'

/** The numbers stand on one line, and their head too. */
const numbersNeed = (table: Table, rows: readonly Place[]): ColumnNeed => {
  if (!table.rowNumber) return numberNeed
  const least = Math.max(halvesOf(numberOf(table, rows.length - 1)), halvesOf(numberTitle(table))) + 0.5
  return atLeast(numberNeed, { least, wanted: least + 0.5, flows: false })
}

/** A table that is written, and whether it stands on a page on its side. */
export interface WrittenTable {
  readonly xml: Xml
  readonly turned: boolean
}

const settingOf = (printed: Table, rows: readonly Place[], book: Book): TableSetting => {
  const { columns, totals } = printed
  const needs = columns.map((field) => columnNeed(field, rows, totals.includes(field.key), book))
  return settingFor([numbersNeed(printed, rows), ...needs], book.profile)
}

const headRow = (printed: Table, setting: TableSetting): Row => {
  const { columns } = printed
  const head = (text: string): Cell => ({ content: textParagraph(`${setting.type.name}Head`, text) })
  const titles = columns.map((field, i) => headWithin(field, headRoom(roomOf(setting, i + 1))))
  return { cells: [head(numberTitle(printed)), ...titles.map(head)], head: true, minHeight: rowHeight }
}

const rowOf = (printed: Table, row: Place, index: number, setting: TableSetting, book: Book): Row => ({
  cells: [
    { content: textParagraph(`${setting.type.name}Centre`, numberOf(printed, index)) },
    ...printed.columns.map((field, i) => {
      // An empty row is there to be filled by hand.
      const print = row.value === undefined ? printOf(field).row : printedInRow
      return { content: print({ field, value: property(row.value, field.key), at: '' }, book, roomOf(setting, i + 1)) }
    }),
  ],
  minHeight: rowHeight,
  breaks: printed.columns.some((field) => isLong(property(row.value, field.key))),
})

/** 合计 under the row number, across the first column too when that has no total. */
const totalsRow = ({ columns, totals }: Table, rows: readonly Place[], { type }: TableSetting, book: Book): Row => {
  const cells = columns.map((field): Cell => {
    const values = rows.map((row) => property(row.value, field.key))
    const text = totals.includes(field.key) ? shownSum(values, field, book.lists) : ''
    return { content: textParagraph(`${type.name}Number`, text) }
  })
  const [first] = columns
  const isFree = first !== undefined && !totals.includes(first.key)
  const title: Cell = { content: textParagraph(`${type.name}Head`, '合计'), span: isFree ? 2 : 1 }
  return { cells: [title, ...(isFree ? cells.slice(1) : cells)], minHeight: rowHeight }
}

/** One row across for a table in which there is nothing. */
const noneRow = ({ columns, path }: Table, { type }: TableSetting): Row => ({
  cells: [
    {
      content: paragraph(`${type.name}Centre`, standIn(run('无'), richControl(tagOf(path)))),
      span: columns.length + 1,
    },
  ],
  minHeight: rowHeight,
})

const isNone = (printed: Table, { value }: Place, book: Book): boolean =>
  tablePrintsNone(printed) && !(Array.isArray(value) && value.length > 0) && isBegun(book, printed.path)

/** The rows that were added, and as many empty ones as are to be filled by hand. */
const rowsOf = ({ columns, printedRows }: Table, place: Place): readonly Place[] => {
  const given = Array.isArray(place.value) ? place.value.length : 0
  const isFinished = given > 0 && columns.some((field) => printOf(field).notByHand)
  return Array.from({ length: isFinished ? given : Math.max(given, printedRows, 1) }, (_, i) => under(place, i))
}

/** Numbered rows under a head that each page repeats. */
export const rowTable = (printed: Table, place: Place, book: Book): WrittenTable => {
  const { totals } = printed
  const rows = rowsOf(printed, place)
  const setting = settingOf(printed, rows, book)
  const xml = table(
    setting.widths,
    [
      headRow(printed, setting),
      ...(isNone(printed, place, book)
        ? [noneRow(printed, setting)]
        : rows.map((row, i) => rowOf(printed, row, i, setting, book))),
      ...(totals.length > 0 ? [totalsRow(printed, rows, setting, book)] : []),
    ],
    setting.type,
  )
  return { xml, turned: setting.turned }
}
