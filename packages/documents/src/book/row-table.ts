import {
  columnHeads,
  columnInRow,
  columnInSums,
  type Field,
  type Heights,
  heightsOf,
  linesOf,
  property,
  rowNumber,
  type SumLine,
  sumLabel,
  type Table,
  tablePrintsNone,
} from '@policyforms/core'
import { rowTag, tagOf } from '../controls/tag-of.ts'
import { printOf } from '../prints/index.ts'
import { isBegun, printedInRow } from '../prints/none.ts'
import type { ColumnNeed } from '../xml/column-widths.ts'
import { richControl, standIn } from '../xml/control.ts'
import { paragraph, run, textParagraph, type Xml } from '../xml/paragraph.ts'
import { type Cell, type Row, table } from '../xml/table.ts'
import { halvesOf } from '../xml/text-width.ts'
import { type Book, type Place, under } from './book.ts'
import { atLeast, columnNeed } from './column-needs.ts'
import { headRows, underGroups } from './matrix-heads.ts'
import { rowsToPrint } from './rows-to-print.ts'
import { isLong } from './shown.ts'
import { roomOf, settingFor, type TableSetting } from './table-setting.ts'
import { shownSum } from './totals.ts'

const rowHeight = 400
const numberNeed = { least: 4.5, wanted: 5, flows: false }

/** 1, 2, 3, or the numbers that the rows are known by: IP01. */
const numberOf = ({ rowNumber: number }: Table, index: number): string =>
  number ? rowNumber(number, index) : String(index + 1)

const numberTitle = ({ rowNumber: number }: Table): string => number?.title ?? '序号'

/** Rows that are referred to are known again by their ids. */
const numberParagraph = (printed: Table, { value }: Place, index: number, { type }: TableSetting): Xml => {
  const id = property(value, 'id')
  const control = typeof id === 'string' && printed.rowNumber ? richControl(rowTag(id)) : undefined
  return textParagraph(`${type.name}Centre`, numberOf(printed, index), control)
}

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
  const { columns, totals, subtotals = [] } = printed
  const summed = new Set([...totals, ...subtotals.flatMap(({ of }) => of)])
  const needs = columns.map((field) => columnNeed(columnInSums(printed, field), rows, summed.has(field.key), book))
  return settingFor([numbersNeed(printed, rows), ...underGroups(columnHeads(printed), needs)], book.profile)
}

const headsIn = (printed: Table, setting: TableSetting): readonly Row[] => {
  const heads = columnHeads(printed).map((head, i) => ({ ...head, unit: printed.columns[i]?.unit }))
  return headRows(numberTitle(printed), heads, 1, setting, rowHeight)
}

/** Where a line stands among the others, and what is one cell with those around it. */
interface Standing {
  readonly line: number
  readonly heights: Heights
}

const downOf = ({ line, heights }: Standing, { key }: Field): Pick<Cell, 'down'> => {
  const height = heights(line, key)
  return height === 1 ? {} : { down: height === 0 ? 'continue' : 'restart' }
}

const rowOf = (
  printed: Table,
  row: Place,
  index: number,
  standing: Standing,
  setting: TableSetting,
  book: Book,
): Row => ({
  cells: [
    { content: numberParagraph(printed, row, index, setting) },
    ...printed.columns.map((column, i): Cell => {
      const down = downOf(standing, column)
      if (down.down === 'continue') return { content: textParagraph(`${setting.type.name}Text`, ''), ...down }
      const field = columnInRow(printed, column, index)
      // An empty row is there to be filled by hand.
      const print = row.value === undefined ? printOf(field).row : printedInRow
      const leaf = { field, value: property(row.value, field.key), at: '' }
      return { content: print(leaf, book, roomOf(setting, i + 1)), ...down }
    }),
  ],
  minHeight: rowHeight,
  breaks: printed.columns.some((field) => isLong(property(row.value, field.key))),
})

/** 小计 beside the group that it sums. */
const sumRow = (
  printed: Table,
  sum: SumLine,
  rows: readonly Place[],
  standing: Standing,
  { type }: TableSetting,
  book: Book,
): Row => {
  const { at, span } = sumLabel(printed, standing.line, sum, standing.heights)
  const some = rows.slice(sum.from, sum.to)
  const cells = printed.columns.flatMap((field, i): readonly Cell[] => {
    if (i === at) return [{ content: textParagraph(`${type.name}Head`, '小计'), span }]
    if (i > at && i < at + span) return []
    const values = some.map((row) => property(row.value, field.key))
    const text = sum.of.includes(field.key) ? shownSum(values, columnInSums(printed, field), book.lists) : ''
    return [{ content: textParagraph(`${type.name}Number`, text), ...downOf(standing, field) }]
  })
  return { cells: [{ content: textParagraph(`${type.name}Centre`, '') }, ...cells], minHeight: rowHeight }
}

const linesIn = (printed: Table, rows: readonly Place[], setting: TableSetting, book: Book): readonly Row[] => {
  const lines = linesOf(printed, rows.length)
  const heights = heightsOf(printed, lines)
  return lines.map((one, line) => {
    const standing = { line, heights }
    if (one.line === 'sum') return sumRow(printed, one, rows, standing, setting, book)
    return rowOf(printed, rows[one.index] ?? { value: undefined, at: '' }, one.index, standing, setting, book)
  })
}

/** 合计 under the row number, across the first column too when that has no total. */
const totalsRow = (printed: Table, rows: readonly Place[], { type }: TableSetting, book: Book): Row => {
  const { columns, totals } = printed
  const cells = columns.map((field): Cell => {
    const values = rows.map((row) => property(row.value, field.key))
    const text = totals.includes(field.key) ? shownSum(values, columnInSums(printed, field), book.lists) : ''
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

const rowsOf = (printed: Table, place: Place): readonly Place[] =>
  Array.from({ length: rowsToPrint(printed, place.value) }, (_, i) => under(place, i))

interface SetTable {
  readonly setting: TableSetting
  readonly rows: readonly Row[]
}

const setTable = (printed: Table, place: Place, book: Book): SetTable => {
  const { totals } = printed
  const rows = rowsOf(printed, place)
  const setting = settingOf(printed, rows, book)
  return {
    setting,
    rows: [
      ...headsIn(printed, setting),
      ...(isNone(printed, place, book) ? [noneRow(printed, setting)] : linesIn(printed, rows, setting, book)),
      ...(totals.length > 0 ? [totalsRow(printed, rows, setting, book)] : []),
    ],
  }
}

/** Numbered rows under a head that each page repeats. */
export const rowTable = (printed: Table, place: Place, book: Book): WrittenTable => {
  const { setting, rows } = setTable(printed, place, book)
  return { xml: table(setting.widths, rows, setting.type), turned: setting.turned }
}

/** The same as rows of another table, so wide: their heads stay with the row below, for no page repeats them. */
export const joinedRows = (printed: Table, place: Place, width: number, book: Book) => {
  const { profile } = book
  const within = { ...book, profile: { ...profile, turns: false, page: { ...profile.page, textWidth: width } } }
  const { setting, rows } = setTable(printed, place, within)
  const { margin } = setting.type
  return {
    widths: setting.widths,
    rows: rows.map(
      ({ head = false, cells, ...row }): Row => ({
        ...row,
        keeps: head,
        cells: cells.map((cell) => ({ ...cell, margin })),
      }),
    ),
  }
}
