import { bandsOf, isGrouped, type Json, type Matrix, type MatrixLine, matrixLines, property } from '@policyforms/core'
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

interface Printed {
  readonly rows: readonly MatrixLine[]
  readonly columns: readonly MatrixLine[]
  /** What a row and a column show, or add up. */
  readonly valuesAt: (row: MatrixLine, column: MatrixLine) => readonly (Json | undefined)[]
}

const printedOf = (matrix: Matrix, { value }: Place, book: Book): Printed => ({
  ...matrixLines(matrix, book.answers, { today: book.today }),
  valuesAt: (row, column) => row.of.flatMap((r) => column.of.map((c) => property(property(value, r), c))),
})

/** Columns of figures are equally wide, wide enough for every sum. */
const settingOf = (matrix: Matrix, { rows, columns, valuesAt }: Printed, book: Book): TableSetting => {
  const { corner, cell } = matrix
  const own = columns.filter(({ isSum }) => !isSum)
  const all = rows.filter(({ isSum }) => !isSum).flatMap((row) => own.flatMap((column) => valuesAt(row, column)))
  const figures = valuesNeed(cell, [...all, sumOf(all)], book)
  const widest = atLeast(columnHeadNeed(columns), figures)
  const groups = rows.flatMap(({ group }) => group ?? [])
  const titles = rows.flatMap(({ title, isTotal }) => (isTotal ? [] : [title]))
  // The corner stands over both columns at the left.
  const left = groups.length > 0 ? [groupNeed(groups), rowHeadNeed(titles)] : [rowHeadNeed([corner, ...titles])]
  return settingFor([...left, ...columns.map(() => widest)], book.profile)
}

/** Fixed rows by fixed columns, with lines of sums among them. A group stands in one cell beside its rows. */
export const matrixTable = (matrix: Matrix, place: Place, book: Book): WrittenTable => {
  const { corner, cell } = matrix
  const printed = printedOf(matrix, place, book)
  const { rows, columns } = printed
  const setting = settingOf(matrix, printed, book)
  const { name } = setting.type
  const lead = isGrouped(rows) ? 2 : 1
  const text = (style: 'Head' | 'Text' | 'Centre' | 'Number', shown: string): Cell => ({
    content: textParagraph(`${name}${style}`, shown),
  })
  const cellAt = (row: MatrixLine, column: MatrixLine, i: number): Cell => {
    const values = printed.valuesAt(row, column)
    if (row.isSum || column.isSum) return text('Number', shownSum(values, cell, book.lists))
    const path = [...matrix.path, row.key, column.key]
    const field = { ...cell, path }
    return { content: printedInRow({ field, value: values[0], at: '' }, book, roomOf(setting, i + lead)) }
  }
  const rowsOf = (group: string | undefined, own: readonly MatrixLine[]): readonly Row[] =>
    own.map((row, i) => {
      const beside: readonly Cell[] =
        group === undefined ? [] : [{ ...text('Centre', i === 0 ? group : ''), down: i === 0 ? 'restart' : 'continue' }]
      const title = { ...text(row.isTotal ? 'Head' : 'Text', row.title), span: group === undefined ? lead : 1 }
      return {
        cells: [...beside, title, ...columns.map((column, at) => cellAt(row, column, at))],
        minHeight: rowHeight,
      }
    })
  const xml = table(
    setting.widths,
    [
      ...headRows(corner, columns, lead, setting, rowHeight),
      ...bandsOf(rows).flatMap(({ group, heads }) => rowsOf(group, heads)),
    ],
    setting.type,
  )
  return { xml, turned: setting.turned }
}
