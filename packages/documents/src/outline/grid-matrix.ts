import type { JsonObject } from '@policyforms/core'
import { apartTitles } from './apart.ts'
import type { DraftNode } from './draft.ts'
import { type Column, textAt } from './grid-columns.ts'
import { isToFill, isTotal, type Lattice } from './grid-shape.ts'
import { cleaned } from './marks.ts'

export interface TableParts {
  readonly title: string
  readonly unit?: string | undefined
  readonly columns: readonly Column[]
  /** A column, and what a cell in it would be. */
  readonly nodes: readonly DraftNode[]
  readonly rows: Lattice['rows']
  readonly totals: Lattice['rows']
  readonly evidence: DraftNode['evidence']
}

export const isNumeric = ({ keywords }: DraftNode) => ['money', 'number', 'percent'].includes(keywords['x-kind'])
const isYear = (text: string) => /^(?:20\d\d|第?[一二三四五]?)年度?$|^20\d\d$/.test(text)

/** What every cell is, if all columns ask for the same: then rows × columns is a matrix. */
const sameKind = ({ nodes, columns, unit }: Pick<TableParts, 'nodes' | 'columns' | 'unit'>): JsonObject | undefined => {
  const parts = nodes.filter((_, i) => !isTotal(columns[i]?.title ?? ''))
  const [first] = parts
  if (!first || parts.length < 2) return undefined
  // 报告年度 above a column of amounts is the year that they are of.
  if (unit && parts.every((node) => isNumeric(node) || ['text', 'year'].includes(node.keywords['x-kind'])))
    return /元$/.test(unit) ? { 'x-kind': 'money', 'x-unit': unit } : { 'x-kind': 'number', 'x-unit': unit }
  if (parts.every((_, i) => isYear(columns[i]?.title ?? ''))) return { 'x-kind': 'number', 'x-places': 2 }
  const isSame =
    isNumeric(first) && parts.every((node) => JSON.stringify(node.keywords) === JSON.stringify(first.keywords))
  return isSame ? first.keywords : undefined
}

/** Rows and columns that are all named, with nothing but blanks where they meet. */
export const matrixFrom = (parts: TableParts): DraftNode | undefined => {
  for (const lead of [1, 2]) {
    const { columns, nodes, rows } = parts
    const [heads, across] = [columns.slice(0, lead), columns.slice(lead)]
    const names = rows.map((row) => heads.map(({ at }) => cleaned(textAt(row, at)).slice(0, 60)))
    const isNamed = rows.every((row) => heads.every(({ at }) => !isToFill(textAt(row, at))))
    const isBlank = rows.every((row) => across.every(({ at }) => isToFill(textAt(row, at))))
    const isApart = new Set(names.map((name) => name.join('\n'))).size === names.length
    const cell = sameKind({ ...parts, nodes: nodes.slice(lead), columns: across })
    if (cell && isNamed && isBlank && isApart && (lead === 1 || isGrouped(names)))
      return matrix(parts, names, heads, across, cell)
  }
  return undefined
}

/** A group's rows stand together, and some group has several. */
const isGrouped = (names: readonly (readonly string[])[]): boolean => {
  const groups = names.map(([group]) => group)
  const runs = groups.filter((group, i) => group !== groups[i - 1]).length
  return runs === new Set(groups).size && runs < groups.length
}

const matrix = (
  { title, totals, evidence }: TableParts,
  names: readonly (readonly string[])[],
  heads: readonly Column[],
  columns: readonly Column[],
  cell: JsonObject,
): DraftNode => {
  const across = columns.filter((column) => !isTotal(column.title))
  const isOfAll = totals.some((row) => isTotal(textAt(row, heads[0]?.at ?? 0)))
  const isOfGroups = totals.some((row) => !isTotal(textAt(row, heads[0]?.at ?? 0)))
  const sums = [
    ...(across.length < columns.length ? ['rows'] : []),
    ...(isOfAll ? ['columns'] : []),
    ...(isOfGroups && heads.length > 1 ? ['groups'] : []),
  ]
  const corner = heads.map((head) => head.title).join('和')
  return {
    title,
    keywords: {
      'x-kind': 'matrix',
      ...(corner && { 'x-corner': corner.slice(0, 20) }),
      'x-cell': cell,
      ...(sums.length > 0 && { 'x-totals': sums }),
    },
    heads: {
      rows: names.map((name) => name.at(-1) ?? ''),
      ...(heads.length > 1 && { groups: names.map(([group = '']) => group) }),
      columns: apartTitles(across.map((column) => column.title.slice(0, 60))),
    },
    evidence: { ...evidence, why: '行和列都有名称，里面是空格' },
  }
}
