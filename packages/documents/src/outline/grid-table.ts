import type { JsonObject } from '@policyforms/core'
import { apartTitles } from './apart.ts'
import type { DraftNode } from './draft.ts'
import { cellsOfRow, isOrdinal, isToFill, isTotal, type Lattice } from './grid-shape.ts'
import { fieldFrom } from './labelled-blanks.ts'
import { cleaned, isBlankText, isDate, optionsIn } from './marks.ts'
import type { GridCell } from './outline-block.ts'
import { signaturesIn } from './signatures.ts'

export interface Named {
  readonly title: string
  readonly unit?: string
}

interface Column {
  readonly title: string
  readonly label: string
  readonly at: number
  readonly place: string
}

const noun = (cell: GridCell | undefined) => cleaned(cell?.text ?? '')

/** Heads of one or two levels: 2024年 › 预算 becomes 2024年预算. */
const columnsOf = (heads: Lattice['rows']): readonly Column[] => {
  const [last] = heads.slice(-1)
  if (!last) return []
  const found: Column[] = []
  for (const [at] of last.entries()) {
    const trail = [...new Set(heads.map((row) => row[at]))].filter((cell) => cell !== undefined && !cell.isContinued)
    const own = trail.filter((cell) => cell !== undefined && noun(cell) !== '')
    const cell = own.at(-1)
    // A cell that covers several columns at the lowest level is one column.
    if (!cell || (at > 0 && heads.every((row) => row[at] === row[at - 1]))) continue
    found.push({
      title: own.map(noun).join(''),
      label: own.map((one) => one?.text).join(''),
      at,
      place: cell.place,
    })
  }
  return found
}

/** How many rows are heads: two when the first one has cells that cover others. */
const headCount = ({ rows }: Lattice): number => {
  const [first = [], second = []] = rows
  const covers = cellsOfRow(first).some((cell) => cell.span > 1) && cellsOfRow(first).length > 1
  return covers && second.some((cell) => cell?.isContinued || cell?.text) ? 2 : 1
}

const textAt = (row: Lattice['rows'][number], at: number) => row[at]?.text.trim() ?? ''

const evidence = (place: string, text: string, why: string) => ({ place, text, confidence: 'medium' as const, why })

/** A cell merged over several rows says the same in each of them. */
const filledDown = (rows: Lattice['rows']): Lattice['rows'] => {
  const above: (GridCell | undefined)[] = []
  return rows.map((row) =>
    row.map((cell, at) => {
      if (!cell?.isContinued) above[at] = cell
      return above[at]
    }),
  )
}

/** A head above rows to fill in, with every head named; nothing if the grid is not of this shape. */
export const tableFrom = (grid: Lattice, { title, unit }: Named): DraftNode | undefined => {
  const count = headCount(grid)
  const heads = grid.rows.slice(0, count)
  const body = filledDown(grid.rows.slice(count))
  const columns = columnsOf(heads)
  const isNamed = cellsOfRow(grid.rows[0] ?? []).every((cell) => cell.text.trim() !== '' || cell.isContinued)
  if (columns.length < 2 || body.length === 0 || !isNamed) return undefined
  // Boxes to tick, places to sign and dates stand beside labels, not under or in a head.
  if (grid.rows.some((row) => cellsOfRow(row).some(({ text }) => isForPen(text)))) return undefined
  if (columns.some((column) => column.title.length > 40)) return undefined
  const totals = body.filter((row) => row.some((cell) => isTotal(cell?.text ?? '')))
  const rows = body.filter((row) => !totals.includes(row))
  const shown = columns.filter((column) => !isOrdinal(column.title))
  const nodes = distinct(
    shown.map(({ label, place }) => fieldFrom(label, '', place, { isColumn: true, ...(unit && { unit }) })),
    shown,
  )
  const where = evidence(
    grid.place,
    columns
      .map((column) => column.title)
      .join('｜')
      .slice(0, 80),
    '',
  )
  if (rows.every((row) => shown.every(({ at }) => isToFill(textAt(row, at)))))
    return {
      title,
      keywords: { 'x-kind': 'table', ...(rows.length > 0 && { 'x-printed-rows': Math.min(50, rows.length) }) },
      children: nodes,
      ...(totals.length > 0 && { totals: nodes.filter(isNumeric).map((node) => node.title) }),
      evidence: { ...where, why: '第一行是表头，下面是空行', confidence: 'high' },
    }
  const isFixed = rows.every((row) => !isToFill(textAt(row, shown[0]?.at ?? 0))) && rows.length >= 2
  if (!isFixed) return undefined
  const isBlankInside =
    new Set(rows.map((row) => textAt(row, shown[0]?.at ?? 0))).size === rows.length &&
    rows.every((row) => shown.slice(1).every(({ at }) => isToFill(textAt(row, at))))
  const cell = isBlankInside ? sameKind(nodes.slice(1), shown.slice(1), unit) : undefined
  const names = rows.map((row) => cleaned(textAt(row, shown[0]?.at ?? 0)).slice(0, 60))
  if (cell && new Set(names).size === names.length) return matrix(title, names, shown, totals.length > 0, cell, where)
  return fixed(title, rows, shown, nodes, where)
}

const isForPen = (text: string) =>
  optionsIn(text).length > 1 || signaturesIn(text).length > 0 || (isDate(text) && text.trim() !== '')

const isNumeric = ({ keywords }: DraftNode) => ['money', 'number', 'percent'].includes(keywords['x-kind'])
const isYear = (text: string) => /^(?:20\d\d|第?[一二三四五]?)年度?$|^20\d\d$/.test(text)

/** What every cell is, if all columns ask for the same: then rows × columns is a matrix. */
const sameKind = (
  nodes: readonly DraftNode[],
  columns: readonly Column[],
  unit: string | undefined,
): JsonObject | undefined => {
  const parts = nodes.filter((_, i) => !isTotal(columns[i]?.title ?? ''))
  const [first] = parts
  if (!first || parts.length < 2) return undefined
  if (unit && parts.every((node) => isNumeric(node) || node.keywords['x-kind'] === 'text'))
    return /元$/.test(unit) ? { 'x-kind': 'money', 'x-unit': unit } : { 'x-kind': 'number', 'x-unit': unit }
  if (parts.every((_, i) => isYear(columns[i]?.title ?? ''))) return { 'x-kind': 'number', 'x-places': 2 }
  const isSame =
    isNumeric(first) && parts.every((node) => JSON.stringify(node.keywords) === JSON.stringify(first.keywords))
  return isSame ? first.keywords : undefined
}

const matrix = (
  title: string,
  rows: readonly string[],
  columns: readonly Column[],
  isSummed: boolean,
  cell: JsonObject,
  where: DraftNode['evidence'],
): DraftNode => {
  const [corner, ...rest] = columns
  const across = rest.filter((column) => !isTotal(column.title))
  const totals = [...(across.length < rest.length ? ['rows'] : []), ...(isSummed ? ['columns'] : [])]
  return {
    title,
    keywords: {
      'x-kind': 'matrix',
      ...(corner?.title && { 'x-corner': corner.title.slice(0, 20) }),
      'x-cell': cell,
      ...(totals.length > 0 && { 'x-totals': totals }),
    },
    heads: { rows, columns: apartTitles(across.map((column) => column.title.slice(0, 60))) },
    evidence: { ...where, why: '行和列都有名称，里面是空格' },
  }
}

const fixed = (
  title: string,
  rows: Lattice['rows'],
  columns: readonly Column[],
  nodes: readonly DraftNode[],
  where: DraftNode['evidence'],
): DraftNode => {
  const texts = columns.map(({ at }) => rows.map((row) => textAt(row, at)).filter((text) => !isBlankText(text)))
  const children = nodes.map((node, i) => ({ ...node, keywords: printedKind(texts[i] ?? [], node) ?? node.keywords }))
  const presets = rows.map((row) =>
    Object.fromEntries(
      columns.flatMap(({ at }, i) => {
        const text = textAt(row, at).replace(/\s+/g, ' ').slice(0, 200)
        const child = children[i]
        const isNumber = child !== undefined && isNumeric(child)
        return isBlankText(text) ? [] : [[nodes[i]?.title ?? '', isNumber ? Number(text) : text]]
      }),
    ),
  )
  return {
    title,
    keywords: { 'x-kind': 'table' },
    children,
    fixedRows: presets,
    evidence: { ...where, why: '各行已经印好' },
    question: '行是固定的，还是可以增减？现在按固定的。',
  }
}

const decimal = /^\d{1,12}(?:\.(\d{1,6}))?$/

/** What is printed beforehand is a number or text, whatever the column's name suggests. */
const printedKind = (texts: readonly string[], node: DraftNode): DraftNode['keywords'] | undefined => {
  if (texts.length === 0) return undefined
  const places = texts.map((text) => decimal.exec(text)?.[1]?.length ?? (decimal.test(text) ? 0 : Number.NaN))
  if (places.some(Number.isNaN)) return { 'x-kind': 'text', maxLength: 200 }
  const most = Math.max(...places)
  return isNumeric(node)
    ? { ...node.keywords, 'x-places': Math.max(most, 2) }
    : { 'x-kind': 'number', 'x-places': most }
}

/** Columns are called by the heads above them; two of one name are numbered. */
const distinct = (nodes: readonly DraftNode[], columns: readonly Column[]): readonly DraftNode[] => {
  const titles = apartTitles(nodes.map((node, i) => cleaned(columns[i]?.title ?? '') || node.title))
  return nodes.map((node, i) => ({ ...node, title: titles[i] ?? node.title }))
}
