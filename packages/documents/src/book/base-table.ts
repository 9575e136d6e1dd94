import { type Field, type Group, property, type Section } from '@policyforms/core'
import { boxMargin } from '../layout/geometry.ts'
import type { Profile } from '../layout/profile.ts'
import { printOf } from '../prints/index.ts'
import { printedCell } from '../prints/none.ts'
import { textParagraph } from '../xml/paragraph.ts'
import { type Cell, type Row, table } from '../xml/table.ts'
import { type Columned, united } from '../xml/united.ts'
import {
  type Grid,
  gridOf,
  labelText,
  type Member,
  type Placed,
  pairsWidth,
  standingIn,
  taken,
  uprightText,
  widthsOf,
} from './base-grid.ts'
import { type Book, type Place, under } from './book.ts'
import { joinedRows } from './row-table.ts'
import { isLong } from './shown.ts'
import { type Signed, signatureBox } from './signatures.ts'

const rowHeight = 480
/** A group that is no higher stays on one page. */
const lowGroup = 9 * rowHeight
/** Room to write by hand what an office, an expert or an applicant with a pen will write. */
const boxHeight = 1800
const officeBoxHeight = 2400
const leastBox = 1000
/** Of a page, what a heading and the lines around the table take. */
const aroundSheet = 1000
const isBox = ({ minHeight = 0 }: Row) => minHeight >= boxHeight

const label = (text: string, span = 1): Cell => ({ content: textParagraph('BaseLabel', text), span })

const valueCell = (field: Field, place: Place, book: Book, grid: Grid, pairs: number): Cell => ({
  content: printedCell({ field, ...under(place, field.key) }, book, pairsWidth(grid, pairs)),
  span: pairs * 2 - 1,
})

const heightOf = (field: Field | undefined): number => {
  if (!field || printOf(field).text === undefined) return rowHeight
  return field.role === undefined ? boxHeight : officeBoxHeight
}

/** Fields side by side; the last value reaches the right edge. */
const fieldRow = (beside: readonly Placed[], place: Place, book: Book, grid: Grid, inGroup: boolean): Row => {
  const left = grid.pairs - taken(beside)
  const fields = beside.map(({ field }) => field)
  const cells = beside.flatMap(({ field, pairs }, i) => {
    const isLast = i === beside.length - 1
    const isAcross = i === 0 && !inGroup && grid.groupWidth > 0
    const value = valueCell(field, place, book, grid, isLast ? pairs + left : pairs)
    return [label(labelText(field, grid, isAcross, book), isAcross ? 2 : 1), value]
  })
  return {
    cells,
    minHeight: heightOf(fields[0]),
    breaks: fields.some((field) => isLong(property(place.value, field.key))),
  }
}

type Standing = ReturnType<typeof standingIn>[number]

const rowsOf = (standing: Standing, place: Place, book: Book, grid: Grid, inGroup = false): readonly Row[] => {
  if (!('block' in standing)) return [fieldRow(standing, place, book, grid, inGroup)]
  return standing.block === 'group' ? groupRows(standing, under(place, standing.key), book, grid, inGroup) : []
}

/** The rows of its columns: a table within the frame has columns of its own, right of its upright label. */
const columnedRows = (standing: Standing, place: Place, book: Book, grid: Grid): Columned => {
  if (!('block' in standing) || standing.block !== 'table')
    return { widths: widthsOf(grid), rows: rowsOf(standing, place, book, grid) }
  const { groupWidth } = grid
  const { widths, rows } = joinedRows(
    standing,
    under(place, standing.key),
    book.profile.page.textWidth - groupWidth,
    book,
  )
  return { widths: [groupWidth, ...widths], rows: besideLabel(uprightText(standing.title, grid, book), rows) }
}

/** An upright label is one cell beside all its rows. */
const besideLabel = (title: string, rows: readonly Row[]): readonly Row[] =>
  rows.map((row, i) => ({
    ...row,
    cells: [{ ...label(i === 0 ? title : ''), down: i === 0 ? 'restart' : 'continue' }, ...row.cells],
  }))

/** A group's label stands upright beside all its rows; that of a group in a group stands above them. */
const groupRows = (group: Group, place: Place, book: Book, grid: Grid, inGroup: boolean): readonly Row[] => {
  const rows = standingIn(group.children, place, book, grid).flatMap((one) => rowsOf(one, place, book, grid, true))
  if (inGroup) return [{ cells: [label(group.title, grid.pairs * 2)], minHeight: rowHeight }, ...rows]
  const title = uprightText(group.title, grid, book)
  const isLow = rows.reduce((sum, { minHeight = 0 }) => sum + minHeight, 0) <= lowGroup
  const kept = rows.map((row, i) => ({ ...row, keeps: i === 0 || (isLow && i < rows.length - 1) }))
  return besideLabel(title, kept)
}

/** A signed sheet is one page: boxes are made lower where they would push the signatures onto the next. */
const onOnePage = (rows: readonly Row[], { page }: Profile): readonly Row[] => {
  const over = rows.reduce((sum, { minHeight = 0 }) => sum + minHeight, 0) - (page.textHeight - aroundSheet)
  const boxes = rows.filter(isBox).length
  if (over <= 0 || boxes === 0) return rows
  const lower = Math.ceil(over / boxes)
  return rows.map((row) => (isBox(row) ? { ...row, minHeight: Math.max(leastBox, (row.minHeight ?? 0) - lower) } : row))
}

/** The boxes of an application book: label and value, and signatures in a last box of their own. */
export const baseTable = (
  members: readonly Member[],
  { columns }: Pick<Section, 'columns'>,
  signed: Signed | undefined,
  place: Place,
  book: Book,
): string => {
  const grid = gridOf(members, columns, place, book)
  const { widths, rows } = united(
    standingIn(members, place, book, grid).map((one) => columnedRows(one, place, book, grid)),
  )
  const signatures = signed?.signatures.length
    ? [{ cells: [{ content: signatureBox(signed, book), span: widths.length }], minHeight: boxHeight }]
    : []
  const all = signatures.length > 0 ? onOnePage([...rows, ...signatures], book.profile) : rows
  return all.length === 0 ? '' : table(widths, all, { margin: boxMargin, half: book.profile.baseTable * 10 })
}
