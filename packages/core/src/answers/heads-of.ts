import { type Budget, newBudget } from '../rules/evaluate.ts'
import type { Expression } from '../rules/expression.ts'
import type { Head, Matrix, Table } from '../template/template.ts'
import type { Answers } from './json.ts'
import { judge, type Place } from './settle.ts'

/** A head as it is printed: its title and its group are text, wherever they came from. */
export type PrintedHead = Omit<Head, 'titleFrom' | 'groupFrom'>

export interface PrintedHeads {
  readonly rows: readonly PrintedHead[]
  readonly columns: readonly PrintedHead[]
}

interface Saying {
  readonly today: string
  readonly budget?: Budget
}

const said = (expression: Expression | undefined, settled: Answers, place: Place, on: Required<Saying>): string => {
  const value = expression && judge(expression, settled, place, on.today, on.budget)
  // On one line, as a head is: the text may come from an answer.
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
}

const printer =
  (matrix: Matrix, settled: Answers, options: Saying) =>
  <H extends Head>({ titleFrom, groupFrom, ...head }: H): Omit<H, 'titleFrom' | 'groupFrom'> => {
    if (!titleFrom && !groupFrom) return head
    const on = { today: options.today, budget: options.budget ?? newBudget() }
    const group = said(groupFrom, settled, matrix.path, on) || head.group
    return {
      ...head,
      title: said(titleFrom, settled, matrix.path, on) || head.title,
      ...(group !== undefined && { group }),
    }
  }

/** The heads of the answers of a matrix as every output prints them, with titles from the settled answers. */
export const headsOf = (matrix: Matrix, settled: Answers, options: Saying): PrintedHeads => {
  const printed = printer(matrix, settled, { ...options, budget: options.budget ?? newBudget() })
  return { rows: matrix.rows.map(printed), columns: matrix.columns.map(printed) }
}

/** A row or column as it is printed: of answers, or of sums. */
export interface MatrixLine extends PrintedHead {
  /** The keys of the heads of answers that it shows or adds up. */
  readonly of: readonly string[]
  readonly isSum: boolean
  /** A subtotal or total that has no head of its own in the template. */
  readonly isTotal?: true
}

export interface MatrixLines {
  readonly rows: readonly MatrixLine[]
  readonly columns: readonly MatrixLine[]
}

/** All rows and columns of a matrix in the order of print: those of answers, the sums between them, and the totals. */
export const matrixLines = (matrix: Matrix, settled: Answers, options: Saying): MatrixLines =>
  linesWith(matrix, printer(matrix, settled, { ...options, budget: options.budget ?? newBudget() }))

/** The same where no answers are at hand. */
export const plainMatrixLines = (matrix: Matrix): MatrixLines =>
  linesWith(matrix, ({ titleFrom: _title, groupFrom: _group, ...head }) => head)

const linesWith = (matrix: Matrix, printed: (head: Head) => PrintedHead): MatrixLines => {
  const { rows, columns, groups = false, columnGroups = false } = matrix.totals
  const side = (which: 'rows' | 'columns', hasGroupSums: boolean, hasTotal: boolean): readonly MatrixLine[] => {
    const sums = (matrix.sums?.[which] ?? []).map(({ of, at, ...head }) => ({
      at,
      line: { ...printed(head), of, isSum: true },
    }))
    const sumsAt = (place: number) => sums.flatMap(({ at, line }) => (at === place ? [line] : []))
    const heads = matrix[which].map(printed)
    const all = [
      ...heads.flatMap((head, i): readonly MatrixLine[] => [...sumsAt(i), { ...head, of: [head.key], isSum: false }]),
      ...sumsAt(heads.length),
    ]
    const total: MatrixLine = { key: '+', title: '合计', of: heads.map(({ key }) => key), isSum: true, isTotal: true }
    return [...(hasGroupSums ? withGroupSums(all) : all), ...(hasTotal ? [total] : [])]
  }
  return { rows: side('rows', groups, columns), columns: side('columns', columnGroups, rows) }
}

const withGroupSums = (lines: readonly MatrixLine[]): readonly MatrixLine[] =>
  bandsOf(lines).flatMap(({ group, from, heads: own }): readonly MatrixLine[] => {
    const of = own.flatMap((line) => (line.isSum ? [] : line.of))
    return group === undefined || of.length === 0
      ? own
      : [...own, { key: `+${from}`, title: '小计', group, of, isSum: true, isTotal: true }]
  })

/** The heads of a table's columns, under what stands above several of them. */
export const columnHeads = ({ columns, headGroups = [] }: Table): readonly PrintedHead[] =>
  columns.map(({ key, title }) => {
    const group = headGroups.find(({ of }) => of.includes(key))
    return { key, title, ...(group && { group: group.title }) }
  })

/** Neighbours of one group, or a single head that belongs to none. */
export interface Band<H extends PrintedHead = PrintedHead> {
  readonly group?: string
  /** Where the first of them stands among all heads. */
  readonly from: number
  readonly heads: readonly H[]
}

export const bandsOf = <H extends PrintedHead>(heads: readonly H[]): readonly Band<H>[] =>
  heads.flatMap(({ group }, from) => {
    if (group === undefined) return [{ from, heads: heads.slice(from, from + 1) }]
    if (from > 0 && heads[from - 1]?.group === group) return []
    const rest = heads.slice(from)
    const end = rest.findIndex((head) => head.group !== group)
    return [{ group, from, heads: end < 0 ? rest : rest.slice(0, end) }]
  })

export const isGrouped = (heads: readonly PrintedHead[]): boolean => heads.some(({ group }) => group !== undefined)

/** A head by a name that tells it from the others where its group is not in sight: 财政资金：2025 年. */
export const nameOfHead = ({ group, title }: Pick<PrintedHead, 'group' | 'title'>): string =>
  group === undefined ? title : `${group}：${title}`
