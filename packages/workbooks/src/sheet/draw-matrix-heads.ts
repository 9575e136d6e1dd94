import { bandsOf, chineseNumber, type Head, headsOf, type PrintedHead } from '@policyforms/core'
import { cellName } from '../book/address.ts'
import type { Cell, Placed } from '../book/book.ts'
import { quoted } from '../formulas/piece.ts'
import { toFormula } from '../formulas/to-formula.ts'
import { headDepthOf, leadOf } from '../layout/matrix-layout.ts'
import type { MatrixPlan } from '../layout/plan.ts'
import { headRow } from '../layout/references.ts'
import type { Drafting } from './drafting.ts'
import { heightFor } from './heights.ts'

/** The title as it stands, and live where Excel can reckon it: answers may be filled in there. */
export const titleCell = (head: Head, title: string, style: number, plan: MatrixPlan, drafting: Drafting): Cell => {
  const { template, references } = drafting
  const own = quoted(head.title)
  const formula = head.titleFrom && toFormula(head.titleFrom, { template, references, place: plan.matrix.path })
  return formula === undefined || own === undefined
    ? { value: title, style }
    : { value: title, style, formula: `IF(${formula}="",${own},${formula})` }
}

/** A head for each column of cells, under the group of its column. */
const slotHeads = (plan: MatrixPlan, hasTotal: boolean, drafting: Drafting) => {
  const { columns } = plan.matrix
  const printed = headsOf(plan.matrix, drafting.settled, { today: drafting.today }).columns
  const own = (plan.rows[0]?.slots ?? []).flatMap(({ leaf, part, continuation, isLevel }) => {
    const i = columns.findIndex(({ key }) => key === leaf.field.key)
    const [head, shown] = [columns[i], printed[i]]
    if (!head || !shown) return []
    const suffix = `${part.suffix ? `：${part.suffix}` : ''}${isLevel ? `（${chineseNumber(continuation + 1)}级）` : continuation > 0 ? `（续 ${continuation}）` : ''}`
    const style = drafting.styles.of('head')
    const title = `${shown.title}${suffix}`
    return [
      {
        head: { ...shown, title },
        cell: suffix ? { value: title, style } : titleCell(head, title, style, plan, drafting),
      },
    ]
  })
  const total = { key: '', title: '合计' }
  return hasTotal ? [...own, { head: total, cell: { value: total.title, style: drafting.styles.of('head') } }] : own
}

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
export const drawHeads = (plan: MatrixPlan, hasTotal: boolean, drafting: Drafting): DrawnHeads => {
  const { matrix } = plan
  const style = drafting.styles.of('head')
  const [lead, depth] = [leadOf(matrix), headDepthOf(matrix)]
  const all = slotHeads(plan, hasTotal, drafting)
  const heads: readonly PrintedHead[] = all.map(({ head }) => head)
  const titles = all.map(({ cell }): Cell => cell)
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
    group === undefined ? [titles[from]] : under.map((_, i) => (i === 0 ? { value: group, style } : { style })),
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
