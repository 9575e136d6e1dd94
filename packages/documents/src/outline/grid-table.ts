import { apartTitles } from './apart.ts'
import type { DraftNode } from './draft.ts'
import { boxesIn, type Column, columnsOf, filledDown, headCount, isForPen, textAt } from './grid-columns.ts'
import { fixedFrom } from './grid-fixed.ts'
import { matrixFrom, summed, type TableParts } from './grid-matrix.ts'
import { cellsOfRow, isColumnNumbers, isOrdinal, isToFill, isTotal, type Lattice } from './grid-shape.ts'
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
  const below = grid.rows.slice(count)
  const body = filledDown(isColumnNumbers(below[0] ?? []) ? below.slice(1) : below)
  const columns = columnsOf(heads)
  const isNamed = cellsOfRow(grid.rows[0] ?? []).every((cell) => cell.text.trim() !== '' || cell.isContinued)
  if (columns.length < 2 || body.length === 0 || !isNamed) return undefined
  const boxes = boxesIn(body, columns)
  const hasPen = (row: Lattice['rows'][number], isHead: boolean) =>
    row.some((cell, at) => isForPen(cell?.text ?? '') && (isHead || !boxes.has(at)))
  if (heads.some((row) => hasPen(row, true)) || body.some((row) => hasPen(row, false))) return undefined
  if (columns.some((column) => column.title.length > 40)) return undefined
  const totals = body.filter((row) => row.some((cell) => isTotal(cell?.text ?? '')))
  const { rows, groups } = underGroups(body.filter((row) => !totals.includes(row)))
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
    groups,
    totals,
    ordinals: rows.map((row) => textAt(row, columns.find((column) => isOrdinal(column.title))?.at ?? -1)),
    boxes,
    evidence: evidence(grid.place, columns),
  }
  const isBlank = ({ at }: Column) => boxes.has(at) || rows.every((row) => isToFill(textAt(row, at)))
  if (shown.every(isBlank)) return openFrom(parts, columns)
  const isFixed = rows.every((row) => !isToFill(textAt(row, shown[0]?.at ?? 0))) && rows.length >= 2
  if (!isFixed) return undefined
  return (
    (boxes.size === 0 && groups.length === 0 ? matrixFrom(parts) : undefined) ?? {
      ...fixedFrom(parts),
      ...headGroupsOf(nodes, shown),
    }
  )
}

/** 一 基本条件 across the table: what the rows below it stand under. */
const groupIn = (row: Lattice['rows'][number]): string | undefined => {
  const cells = cellsOfRow(row)
  const last = cells.at(-1)
  const isAcross = cells.length <= 2 && last !== undefined && row.length > 3 && last.span >= row.length - 2
  const isShort = last !== undefined && last.text.trim() !== '' && last.text.length <= 60 && !isForPen(last.text)
  return isAcross && isShort && (cells.length === 1 || (cells[0]?.text.trim() ?? '').length <= 4)
    ? cleaned(last.text)
    : undefined
}

/** The rows without those that only name what comes below, and what each stands under; no groups if there are none. */
const underGroups = (body: Lattice['rows']): Pick<TableParts, 'rows' | 'groups'> => {
  const names = body.map(groupIn)
  if (names.every((name) => name === undefined)) return { rows: body, groups: [] }
  const kept = body.flatMap((row, i) =>
    names[i] === undefined ? [{ row, group: names.slice(0, i).findLast((name) => name !== undefined) ?? '' }] : [],
  )
  return { rows: kept.map(({ row }) => row), groups: kept.map(({ group }) => group) }
}

/** A table whose rows are all to be added. */
const openFrom = (
  { title, nodes, columns: shown, rows, totals, evidence }: TableParts,
  columns: readonly Column[],
): DraftNode => ({
  title,
  keywords: {
    'x-kind': 'table',
    ...(rows.length > 0 && { 'x-printed-rows': Math.min(50, rows.length) }),
    ...numbersIn(rows, columns),
  },
  children: nodes,
  ...headGroupsOf(nodes, shown),
  ...(totals.length > 0 && { totals: summed(nodes) }),
  evidence: { ...evidence, why: '第一行是表头，下面是空行', confidence: 'high' },
})

/** IP01 printed in the first row: its rows are numbered so. */
const numbersIn = (rows: Lattice['rows'], columns: readonly Column[]) => {
  const ordinal = columns.find((column) => isOrdinal(column.title))
  const printed = textAt(rows[0] ?? [], ordinal?.at ?? -1)
  const [, prefix, digits] = /^([\p{Script=Han}A-Za-z][\p{Script=Han}A-Za-z_-]{0,11})(\d{1,4})$/u.exec(printed) ?? []
  return prefix && digits ? { 'x-row-number': { prefix, digits: digits.length } } : {}
}

/** Columns are called by their own heads, with those above them where that does not tell them apart. */
const distinct = (nodes: readonly DraftNode[], columns: readonly Column[]): readonly DraftNode[] => {
  const isTold = new Set(columns.map(({ own }) => own)).size === columns.length
  const names = columns.map(({ own, title }) => cleaned(isTold ? own : title))
  const titles = apartTitles(nodes.map((node, i) => names[i] || node.title))
  return nodes.map((node, i) => ({ ...node, title: titles[i] ?? node.title }))
}

/** What stands above neighbours, two of them or more. */
export const headGroupsOf = (
  nodes: readonly DraftNode[],
  columns: readonly Column[],
): Pick<DraftNode, 'headGroups'> => {
  const found: { readonly title: string; readonly of: string[] }[] = []
  for (const [i, { group }] of columns.entries()) {
    const title = nodes[i]?.title ?? ''
    const last = found.at(-1)
    const isNext = last !== undefined && group === last.title && columns[i - 1]?.group === group
    if (isNext) last.of.push(title)
    else if (group !== undefined) found.push({ title: group, of: [title] })
  }
  const groups = found.filter(({ title, of }) => of.length > 1 && title !== '')
  return groups.length > 0 ? { headGroups: groups } : {}
}
