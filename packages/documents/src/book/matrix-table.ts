import {
  type Band,
  bandsOf,
  headsOf,
  isGrouped,
  type Json,
  type Matrix,
  type PrintedHeads,
  property,
} from '@policyforms/core'
import { printedInRow } from '../prints/none.ts'
import { textParagraph } from '../xml/paragraph.ts'
import { type Cell, type Row, table } from '../xml/table.ts'
import type { Book, Place } from './book.ts'
import { atLeast, valuesNeed } from './column-needs.ts'
import { columnHeadNeed, groupNeed, headRows, rowHeadNeed } from './matrix-heads.ts'
import type { WrittenTable } from './row-table.ts'
import { roomOf, settingFor, type TableSetting } from './table-setting.ts'
import { shownSum, sumOf } from './totals.ts'

const rowHeight = 400
const total = { key: '', title: '合计' }

type Values = readonly (readonly (Json | undefined)[])[]

const valuesOf = ({ rows, columns }: Matrix, { value }: Place): Values =>
  rows.map((row) => columns.map((column) => property(property(value, row.key), column.key)))

/** Columns of figures are equally wide, wide enough for every sum. */
const settingOf = (matrix: Matrix, { rows, columns }: PrintedHeads, values: Values, book: Book): TableSetting => {
  const { corner, cell } = matrix
  const all = values.flat()
  const figures = valuesNeed(cell, [...all, sumOf(all)], book)
  const widest = atLeast(columnHeadNeed(columns), figures)
  const groups = rows.flatMap(({ group }) => group ?? [])
  const titles = rows.map(({ title }) => title)
  // The corner stands over both columns at the left.
  const left = groups.length > 0 ? [groupNeed(groups), rowHeadNeed(titles)] : [rowHeadNeed([corner, ...titles])]
  return settingFor([...left, ...columns.map(() => widest)], book.profile)
}

/**
 * Fixed rows by fixed columns. `totals.rows` ends each row with its sum, `totals.columns` each column, `totals.groups`
 * each group of rows. A group stands in one cell beside its rows and their sum.
 */
export const matrixTable = (matrix: Matrix, place: Place, book: Book): WrittenTable => {
  const { corner, cell, totals } = matrix
  const { rows, columns } = headsOf(matrix, book.answers, { today: book.today })
  const heads = [...columns, ...(totals.rows ? [total] : [])]
  const values = valuesOf(matrix, place)
  const setting = settingOf(matrix, { rows, columns: heads }, values, book)
  const { name } = setting.type
  const lead = isGrouped(rows) ? 2 : 1
  const text = (style: 'Head' | 'Text' | 'Centre' | 'Number', shown: string): Cell => ({
    content: textParagraph(`${name}${style}`, shown),
  })
  const row = (first: readonly Cell[], cells: readonly Cell[], all: readonly (Json | undefined)[]): Row => ({
    cells: [...first, ...cells, ...(totals.rows ? [text('Number', shownSum(all, cell, book.lists))] : [])],
    minHeight: rowHeight,
  })
  const printed = (value: Json | undefined, row: number, column: number): Cell => {
    const path = [...matrix.path, matrix.rows[row]?.key ?? '', matrix.columns[column]?.key ?? '']
    return {
      content: printedInRow({ field: { ...cell, path }, value, at: '' }, book, roomOf(setting, column + lead)),
    }
  }
  const sums = (first: readonly Cell[], of: Values) =>
    row(
      first,
      columns.map((_, i) =>
        text(
          'Number',
          shownSum(
            of.map((ofRow) => ofRow[i]),
            cell,
            book.lists,
          ),
        ),
      ),
      of.flat(),
    )
  const rowsOf = ({ group, from, heads: own }: Band): readonly Row[] => {
    const ofBand = values.slice(from, from + own.length)
    const beside = (i: number): readonly Cell[] => {
      if (group === undefined) return []
      return i === 0 ? [{ ...text('Centre', group), down: 'restart' }] : [{ ...text('Centre', ''), down: 'continue' }]
    }
    const span = group === undefined ? lead : 1
    return [
      ...own.map(({ title }, i) => {
        const ofRow = ofBand[i] ?? []
        return row(
          [...beside(i), { ...text('Text', title), span }],
          ofRow.map((value, column) => printed(value, from + i, column)),
          ofRow,
        )
      }),
      ...(totals.groups && group !== undefined ? [sums([...beside(own.length), text('Head', '小计')], ofBand)] : []),
    ]
  }
  const xml = table(
    setting.widths,
    [
      ...headRows(corner, heads, lead, setting, rowHeight),
      ...bandsOf(rows).flatMap(rowsOf),
      ...(totals.columns ? [sums([{ ...text('Head', '合计'), span: lead }], values)] : []),
    ],
    setting.type,
  )
  return { xml, turned: setting.turned }
}
