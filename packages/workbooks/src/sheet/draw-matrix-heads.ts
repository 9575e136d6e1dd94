import {
  bandsOf,
  chineseNumber,
  type Expression,
  type Head,
  type Matrix,
  type MatrixLine,
  matrixLines,
} from '@policyforms/core'
import { cellName } from '../book/address.ts'
import type { Cell, Placed } from '../book/book.ts'
import { quoted } from '../formulas/piece.ts'
import { toFormula } from '../formulas/to-formula.ts'
import { headDepthOf, leadOf, placedColumns } from '../layout/matrix-layout.ts'
import type { MatrixPlan } from '../layout/plan.ts'
import { headRow } from '../layout/references.ts'
import type { Slot } from '../layout/slot.ts'
import type { Drafting } from './drafting.ts'
import { heightFor } from './heights.ts'

/** A text as it stands, and live where Excel can reckon it: answers may be filled in there. */
const liveText = (
  from: Expression | undefined,
  otherwise: string,
  shown: string,
  style: number,
  plan: MatrixPlan,
  { template, references }: Drafting,
): Cell => {
  const own = quoted(otherwise)
  const formula = from && toFormula(from, { template, references, place: plan.matrix.path })
  return formula === undefined || own === undefined
    ? { value: shown, style }
    : { value: shown, style, formula: `IF(${formula}="",${own},${formula})` }
}

export const titleCell = (head: Head, title: string, style: number, plan: MatrixPlan, drafting: Drafting): Cell =>
  liveText(head.titleFrom, head.title, title, style, plan, drafting)

export const groupCell = (
  head: Head | undefined,
  group: string | undefined,
  style: number,
  plan: MatrixPlan,
  drafting: Drafting,
): Cell => liveText(head?.groupFrom, head?.group ?? '', group ?? '', style, plan, drafting)

/** The head of a line as the template has it, with what its title and its group come from. */
export const headOf = (matrix: Matrix, side: 'rows' | 'columns', { key }: MatrixLine): Head | undefined =>
  [...matrix[side], ...(matrix.sums?.[side] ?? [])].find((head) => head.key === key)

/** A head for each column of the sheet, under the group of its column. */
const columnHeads = (plan: MatrixPlan, drafting: Drafting) => {
  const { matrix } = plan
  const printed = matrixLines(matrix, drafting.settled, { today: drafting.today }).columns
  const style = drafting.styles.of('head')
  return placedColumns(plan).map(({ line, slot: i }) => {
    const slot = i === undefined ? undefined : plan.rows[0]?.slots[i]
    const shown = printed.find(({ key }) => key === line.key) ?? line
    const suffix = slot ? suffixOf(slot) : ''
    const title = `${shown.title}${suffix}`
    const head = headOf(matrix, 'columns', line)
    return {
      line: { ...line, title },
      title: suffix || !head ? { value: title, style } : titleCell(head, title, style, plan, drafting),
      group: groupCell(head, shown.group, style, plan, drafting),
    }
  })
}

const suffixOf = ({ part, continuation, isLevel }: Slot): string =>
  `${part.suffix ? `：${part.suffix}` : ''}${isLevel ? `（${chineseNumber(continuation + 1)}级）` : continuation > 0 ? `（续 ${continuation}）` : ''}`

const heightOf = (texts: readonly string[]) =>
  heightFor(
    texts.map((text) => ({ text, width: 16, points: 11 })),
    24,
  )

export interface DrawnHeads {
  readonly rows: (sheet: number) => readonly Placed[]
  readonly merges: readonly string[]
}

/** One row of heads, or two with the groups above; what has no group, and the corner, stand through both. */
export const drawHeads = (plan: MatrixPlan, drafting: Drafting): DrawnHeads => {
  const { matrix } = plan
  const style = drafting.styles.of('head')
  const [lead, depth] = [leadOf(matrix), headDepthOf(matrix)]
  const all = columnHeads(plan, drafting)
  const heads = all.map(({ line }) => line)
  const titles = all.map(({ title }): Cell => title)
  const corner: readonly Cell[] = Array.from({ length: lead }, (_, i) =>
    i === 0 ? { value: matrix.corner, style } : { style },
  )
  const below = headRow + depth - 1
  const range = (row: number, column: number, toRow: number, toColumn: number) =>
    row === toRow && column === toColumn ? [] : [`${cellName(row, column)}:${cellName(toRow, toColumn)}`]
  const corners = range(headRow, 1, below, lead)
  if (depth === 1) {
    const height = heightOf([matrix.corner, ...heads.map(({ title }) => title)])
    return { merges: corners, rows: (sheet) => [{ sheet, cells: [...corner, ...titles], height }] }
  }
  const bands = bandsOf(heads)
  const merges = bands.flatMap(({ group, from, heads: under }) => {
    const column = lead + 1 + from
    return group === undefined
      ? range(headRow, column, below, column)
      : range(headRow, column, headRow, column + under.length - 1)
  })
  const upper = bands.flatMap(({ group, from, heads: under }): readonly (Cell | undefined)[] =>
    group === undefined ? [titles[from]] : under.map((_, i) => (i === 0 ? all[from]?.group : { style })),
  )
  const lower = heads.map(({ group }, i): Cell | undefined => (group === undefined ? { style } : titles[i]))
  const grouped = heads.flatMap(({ group, title }) => (group === undefined ? [] : [title]))
  return {
    merges: [...corners, ...merges],
    rows: (sheet) => [
      { sheet, cells: [...corner, ...upper], height: heightOf([]) },
      { sheet, cells: [...corner.map(() => ({ style })), ...lower], height: heightOf(grouped) },
    ],
  }
}
