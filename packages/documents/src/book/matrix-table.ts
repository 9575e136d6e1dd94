import { type Head, type Json, type Matrix, property } from '@policyforms/core'
import { printOf } from '../prints/index.ts'
import type { ColumnNeed } from '../xml/column-widths.ts'
import { textParagraph } from '../xml/paragraph.ts'
import { type Cell, type Row, table } from '../xml/table.ts'
import { halvesOf } from '../xml/text-width.ts'
import type { Book, Place } from './book.ts'
import { atLeast, headNeed, valuesNeed } from './column-needs.ts'
import type { WrittenTable } from './row-table.ts'
import { headWithin } from './shown.ts'
import { headRoom, roomOf, settingFor, type TableSetting } from './table-setting.ts'
import { shownSum, sumOf } from './totals.ts'

const rowHeight = 400
const total = { key: '', title: '合计' }

type Values = readonly (readonly (Json | undefined)[])[]

const valuesOf = ({ rows, columns }: Matrix, { value }: Place): Values =>
  rows.map((row) => columns.map((column) => property(property(value, row.key), column.key)))

/** A row head keeps half of its length at least. */
const rowHeadNeed = (heads: readonly Head[]): ColumnNeed => {
  const longest = Math.max(...heads.map(({ title }) => halvesOf(title)))
  return { least: Math.max(Math.min(longest, 8), longest / 2) + 0.5, wanted: longest + 0.5, flows: true }
}

/** Columns of figures are equally wide, wide enough for every sum. */
const settingOf = (matrix: Matrix, heads: readonly Head[], values: Values, book: Book): TableSetting => {
  const { rows, corner, cell } = matrix
  const all = values.flat()
  const figures = valuesNeed(cell, [...all, sumOf(all)], book)
  const widest = heads.reduce((need, one) => atLeast(need, headNeed(one)), figures)
  const rowHeads = rowHeadNeed([{ key: '', title: corner }, ...rows])
  return settingFor([rowHeads, ...heads.map(() => widest)], book.profile)
}

/** Fixed rows by fixed columns. `totals.rows` ends each row with its sum, `totals.columns` each column. */
export const matrixTable = (matrix: Matrix, place: Place, book: Book): WrittenTable => {
  const { rows, columns, corner, cell, totals } = matrix
  const heads = [...columns, ...(totals.rows ? [total] : [])]
  const values = valuesOf(matrix, place)
  const setting = settingOf(matrix, heads, values, book)
  const { name } = setting.type
  const head = (text: string): Cell => ({ content: textParagraph(`${name}Head`, text) })
  const sum = (of: readonly (Json | undefined)[]): Cell => ({
    content: textParagraph(`${name}Number`, shownSum(of, cell, book.lists)),
  })
  const row = (first: Cell, cells: readonly Cell[], all: readonly (Json | undefined)[]): Row => ({
    cells: [first, ...cells, ...(totals.rows ? [sum(all)] : [])],
    minHeight: rowHeight,
  })
  const printed = (value: Json | undefined, column: number): Cell => ({
    content: printOf(cell).row({ field: cell, value, at: '' }, book, roomOf(setting, column + 1)),
  })
  const titles = heads.map((one, i) => headWithin(one, headRoom(roomOf(setting, i + 1))))
  const sums = columns.map((_, i) => sum(values.map((ofRow) => ofRow[i])))
  const xml = table(
    setting.widths,
    [
      { cells: [corner, ...titles].map(head), head: true, minHeight: rowHeight },
      ...rows.map(({ title }, i) => {
        const ofRow = values[i] ?? []
        return row({ content: textParagraph(`${name}Text`, title) }, ofRow.map(printed), ofRow)
      }),
      ...(totals.columns ? [row(head('合计'), sums, values.flat())] : []),
    ],
    setting.type,
  )
  return { xml, turned: setting.turned }
}
