import { apartTitles } from './apart.ts'
import type { DraftNode } from './draft.ts'
import { boxesIn, type Column, columnsOf, filledDown, headCount, isForPen, textAt } from './grid-columns.ts'
import { fixedFrom } from './grid-fixed.ts'
import { isNumeric, matrixFrom, type TableParts } from './grid-matrix.ts'
import { cellsOfRow, isOrdinal, isToFill, isTotal, type Lattice } from './grid-shape.ts'
import { fieldFrom } from './labelled-blanks.ts'
import { cleaned } from './marks.ts'

export interface Named {
  readonly title: string
  readonly unit?: string
}

const evidence = (place: string, columns: readonly Column[]) => {
  const text = columns.map((column) => column.title).join('｜')
  return { place, text: text.slice(0, 80), confidence: 'medium' as const, why: '' }
}

/** A head above rows to fill in, with every head named; nothing if the grid is not of this shape. */
export const tableFrom = (grid: Lattice, { title, unit }: Named): DraftNode | undefined => {
  const count = headCount(grid)
  const heads = grid.rows.slice(0, count)
  const body = filledDown(grid.rows.slice(count))
  const columns = columnsOf(heads)
  const isNamed = cellsOfRow(grid.rows[0] ?? []).every((cell) => cell.text.trim() !== '' || cell.isContinued)
  if (columns.length < 2 || body.length === 0 || !isNamed) return undefined
  const boxes = boxesIn(body, columns)
  const hasPen = (row: Lattice['rows'][number], isHead: boolean) =>
    row.some((cell, at) => isForPen(cell?.text ?? '') && (isHead || !boxes.has(at)))
  if (heads.some((row) => hasPen(row, true)) || body.some((row) => hasPen(row, false))) return undefined
  if (columns.some((column) => column.title.length > 40)) return undefined
  const totals = body.filter((row) => row.some((cell) => isTotal(cell?.text ?? '')))
  const rows = body.filter((row) => !totals.includes(row))
  const shown = columns.filter((column) => !isOrdinal(column.title))
  const around = { isColumn: true, ...(unit && { unit }) }
  const nodes = distinct(
    shown.map(({ label, at, place }) => fieldFrom(label, boxes.get(at) ?? '', place, around)),
    shown,
  )
  const parts: TableParts = {
    title,
    unit,
    columns: shown,
    nodes,
    rows,
    totals,
    evidence: evidence(grid.place, columns),
  }
  const isBlank = ({ at }: Column) => boxes.has(at) || rows.every((row) => isToFill(textAt(row, at)))
  if (shown.every(isBlank)) return openFrom(parts, columns)
  const isFixed = rows.every((row) => !isToFill(textAt(row, shown[0]?.at ?? 0))) && rows.length >= 2
  if (!isFixed || boxes.size > 0) return undefined
  return matrixFrom(parts) ?? fixedFrom(parts)
}

/** A table whose rows are all to be added. */
const openFrom = ({ title, nodes, rows, totals, evidence }: TableParts, columns: readonly Column[]): DraftNode => ({
  title,
  keywords: {
    'x-kind': 'table',
    ...(rows.length > 0 && { 'x-printed-rows': Math.min(50, rows.length) }),
    ...numbersIn(rows, columns),
  },
  children: nodes,
  ...(totals.length > 0 && { totals: nodes.filter(isNumeric).map((node) => node.title) }),
  evidence: { ...evidence, why: '第一行是表头，下面是空行', confidence: 'high' },
})

/** IP01 printed in the first row: its rows are numbered so. */
const numbersIn = (rows: Lattice['rows'], columns: readonly Column[]) => {
  const ordinal = columns.find((column) => isOrdinal(column.title))
  const printed = textAt(rows[0] ?? [], ordinal?.at ?? -1)
  const [, prefix, digits] = /^([\p{Script=Han}A-Za-z][\p{Script=Han}A-Za-z_-]{0,11})(\d{1,4})$/u.exec(printed) ?? []
  return prefix && digits ? { 'x-row-number': { prefix, digits: digits.length } } : {}
}

/** Columns are called by the heads above them; two of one name are numbered. */
const distinct = (nodes: readonly DraftNode[], columns: readonly Column[]): readonly DraftNode[] => {
  const titles = apartTitles(nodes.map((node, i) => cleaned(columns[i]?.title ?? '') || node.title))
  return nodes.map((node, i) => ({ ...node, title: titles[i] ?? node.title }))
}
