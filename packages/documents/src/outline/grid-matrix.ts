import type { DraftHead, JsonObject } from '@policyforms/core'
import { apartTitles } from './apart.ts'
import type { DraftNode } from './draft.ts'
import { type Column, textAt } from './grid-columns.ts'
import { isToFill, isTotal, type Lattice } from './grid-shape.ts'
import { headingOf } from './heading.ts'
import { cleaned } from './marks.ts'
import { namedRows, type RowName } from './row-names.ts'

export interface TableParts {
  readonly title: string
  readonly unit?: string | undefined
  readonly columns: readonly Column[]
  /** A column, and what a cell in it would be. */
  readonly nodes: readonly DraftNode[]
  readonly rows: Lattice['rows']
  /** What each row stands under, where rows across the table say so. */
  readonly groups: readonly string[]
  /** What is to be ticked in each row, by the column's place. */
  readonly boxes: ReadonlyMap<number, string>
  readonly totals: Lattice['rows']
  /** What numbers each row in a column of its own: 一, 1, 2. */
  readonly ordinals: readonly string[]
  readonly evidence: DraftNode['evidence']
}

export const isNumeric = ({ keywords }: DraftNode) => ['money', 'number', 'percent'].includes(keywords['x-kind'])
/** The columns that a total below them adds up: a price or a rate is not added. */
export const summed = (nodes: readonly DraftNode[]): readonly string[] =>
  nodes
    .filter((node) => isNumeric(node) && node.keywords['x-kind'] !== 'percent' && !/单价|均价|年龄/.test(node.title))
    .map((node) => node.title)
const isYear = (text: string) => /^(?:20\d\d|第?[一二三四五]?)年度?$|^20\d\d$/.test(text)
const isSum = ({ own, group }: Column) => isTotal(own) || isTotal(group ?? '')

/** What every cell is, if all columns ask for the same: then rows × columns is a matrix. */
const sameKind = ({ nodes, columns, unit }: Pick<TableParts, 'nodes' | 'columns' | 'unit'>): JsonObject | undefined => {
  const shown = columns.flatMap((column, i) => (isSum(column) || !nodes[i] ? [] : [{ column, node: nodes[i] }]))
  const [first] = shown
  if (!first || shown.length < 2) return undefined
  // 报告年度 above a column of amounts is the year that they are of.
  if (unit && shown.every(({ node }) => isNumeric(node) || ['text', 'year'].includes(node.keywords['x-kind'])))
    return /元$/.test(unit) ? { 'x-kind': 'money', 'x-unit': unit } : { 'x-kind': 'number', 'x-unit': unit }
  if (shown.every(({ column }) => isYear(column.title))) return { 'x-kind': 'number', 'x-places': 2 }
  const same = JSON.stringify(first.node.keywords)
  const isSame = isNumeric(first.node) && shown.every(({ node }) => JSON.stringify(node.keywords) === same)
  return isSame ? first.node.keywords : undefined
}

/** What the cells on the left of a row say, outermost first. */
const nameOf = (row: Lattice['rows'][number], heads: readonly Column[], end: number, ordinal = ''): RowName => {
  const cells = row.slice(heads[0]?.at ?? 0, end)
  const texts = cells.flatMap((cell, i) => (cell && cell !== cells[i - 1] ? [cell.text.trim()] : []))
  const name = texts.filter((text) => text !== '')
  return ordinal === '' ? name : name.with(-1, `${ordinal}${name.at(-1) ?? ''}`)
}

/** 一, 1, 2, 二 beside the rows say which stand under which; 1, 2, 3 only count them. */
const levelMarks = (ordinals: readonly string[]): readonly string[] => {
  const marks = ordinals.map((text) => (text === '' ? '' : `${text}${/[、.．）)]$/.test(text) ? '' : '、'}`))
  const ranks = new Set(marks.flatMap((mark) => headingOf(`${mark}名`)?.rank ?? []))
  return ranks.size > 1 ? marks : ordinals.map(() => '')
}

/** Rows and columns that are all named, with nothing but blanks where they meet. */
export const matrixFrom = (parts: TableParts): DraftNode | undefined => {
  for (const lead of [1, 2]) {
    const { columns, nodes, rows } = parts
    const [heads, across] = [columns.slice(0, lead), columns.slice(lead)]
    const marks = levelMarks(parts.ordinals)
    const names = rows.map((row, i) => nameOf(row, heads, across[0]?.at ?? row.length, marks[i]))
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
const isGrouped = (names: readonly RowName[]): boolean => {
  const groups = names.map(([group]) => group)
  const runs = groups.filter((group, i) => group !== groups[i - 1]).length
  return runs === new Set(groups).size && runs < groups.length
}

const matrix = (
  { title, totals, evidence }: TableParts,
  names: readonly RowName[],
  heads: readonly Column[],
  columns: readonly Column[],
  cell: JsonObject,
): DraftNode => {
  const across = acrossOf(columns)
  const down = heads.length > 1 ? { rows: groupedRows(names), isTwice: false } : namedRows(names)
  const isOfAll = totals.some((row) => isTotal(textAt(row, heads[0]?.at ?? 0)))
  const isOfGroups = totals.some((row) => !isTotal(textAt(row, heads[0]?.at ?? 0)))
  const sums = [
    ...across.totals,
    ...(isOfAll && !down.isTwice ? ['columns'] : []),
    ...(isOfGroups && heads.length > 1 ? ['groups'] : []),
  ]
  const corner = heads.map((head) => head.title).join('和')
  const rows = isOfAll && down.isTwice ? [...down.rows, totalOf(down.rows, names)] : down.rows
  return {
    title,
    keywords: {
      'x-kind': 'matrix',
      ...(corner && { 'x-corner': corner.slice(0, 20) }),
      'x-cell': cell,
      ...(sums.length > 0 && { 'x-totals': sums }),
    },
    heads: { rows, columns: across.columns },
    evidence: { ...evidence, why: '行和列都有名称，里面是空格' },
    ...(down.isTwice && {
      question: '“其中”的各行不再加进合计。合计是不是这样算？',
      answers: [
        { title: '是这样算' },
        { title: '不是，合计自己填', heads: { rows: [...down.rows, { title: '合计' }], columns: across.columns } },
      ],
    }),
  }
}

const groupedRows = (names: readonly RowName[]): readonly DraftHead[] =>
  names.map((name) => ({ title: cleaned(name.at(-1) ?? '').slice(0, 60), group: cleaned(name[0] ?? '').slice(0, 60) }))

/** The total where some rows only say a part of others: what it adds up is told row by row. */
const totalOf = (rows: readonly DraftHead[], names: readonly RowName[]): DraftHead => {
  const isPart = (i: number) => (names[i] ?? []).some((text) => /^其\s*中/.test(text))
  const inSums = new Set(rows.flatMap(({ sums = [] }) => sums))
  const sums = rows.flatMap(({ sums: own }, i) => (own || (isPart(i) && !inSums.has(i)) ? [] : [i]))
  return { title: '合计', sums }
}

/** Columns, in groups where they are; sums over a group or over all are told, not filled in. */
const acrossOf = (columns: readonly Column[]) => {
  const filled = columns.filter((column) => !isSum(column))
  const isGrouped = filled.every(({ group }) => group !== undefined)
  const overGroups = columns.filter(({ own, group }) => isTotal(group ?? '') && !isTotal(own))
  const summed = isGrouped
    ? overGroups.map(({ own, group = '' }): DraftHead => ({ title: own, group, sums: placesOf(filled, own) }))
    : []
  const titles = apartTitles(filled.map(({ title }) => title.slice(0, 60)))
  const shown = filled.map(
    ({ own, group }, i): DraftHead =>
      isGrouped && group !== undefined ? { title: own, group } : { title: titles[i] ?? '' },
  )
  return {
    columns: [...shown, ...summed.filter(({ sums = [] }) => sums.length > 0)],
    totals: [
      ...(columns.some(({ own, group }) => isTotal(own) && (group === undefined || isTotal(group))) ? ['rows'] : []),
      ...(columns.some(({ own, group }) => isTotal(own) && group !== undefined && !isTotal(group))
        ? ['columnGroups']
        : []),
    ],
  }
}

const placesOf = (columns: readonly Column[], own: string): readonly number[] =>
  columns.flatMap((column, i) => (column.own === own ? [i] : []))
