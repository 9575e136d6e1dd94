import { type Budget, newBudget } from '../rules/evaluate.ts'
import type { Head, Matrix } from '../template/template.ts'
import type { Answers } from './json.ts'
import { judge, type Place } from './settle.ts'

/** A head as it is printed: its title is text, wherever it came from. */
export type PrintedHead = Omit<Head, 'titleFrom'>

export interface PrintedHeads {
  readonly rows: readonly PrintedHead[]
  readonly columns: readonly PrintedHead[]
}

const headTitle = (head: Head, settled: Answers, place: Place, today: string, budget: Budget): string => {
  const value = head.titleFrom && judge(head.titleFrom, settled, place, today, budget)
  // On one line, as a head is: the text may come from an answer.
  const title = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
  return title || head.title
}

/** The heads of a matrix as every output prints them, with titles from the settled answers. */
export const headsOf = (
  matrix: Matrix,
  settled: Answers,
  options: { readonly today: string; readonly budget?: Budget },
): PrintedHeads => {
  const budget = options.budget ?? newBudget()
  const printed = (heads: readonly Head[]) =>
    heads.map(
      ({ titleFrom, ...head }): PrintedHead =>
        titleFrom
          ? { ...head, title: headTitle({ ...head, titleFrom }, settled, matrix.path, options.today, budget) }
          : head,
    )
  return { rows: printed(matrix.rows), columns: printed(matrix.columns) }
}

/** Neighbours of one group, or a single head that belongs to none. */
export interface Band {
  readonly group?: string
  /** Where the first of them stands among all heads. */
  readonly from: number
  readonly heads: readonly PrintedHead[]
}

export const bandsOf = (heads: readonly PrintedHead[]): readonly Band[] =>
  heads.flatMap(({ group }, from) => {
    if (group === undefined) return [{ from, heads: heads.slice(from, from + 1) }]
    if (from > 0 && heads[from - 1]?.group === group) return []
    const rest = heads.slice(from)
    const end = rest.findIndex((head) => head.group !== group)
    return [{ group, from, heads: end < 0 ? rest : rest.slice(0, end) }]
  })

export const isGrouped = (heads: readonly PrintedHead[]): boolean => heads.some(({ group }) => group !== undefined)

/** A head by a name that tells it from the others where its group is not in sight: 财政资金：2025 年. */
export const nameOfHead = ({ group, title }: PrintedHead): string =>
  group === undefined ? title : `${group}：${title}`
