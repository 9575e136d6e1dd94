import { chineseNumber, type Expression, type Head, type Matrix, type MatrixLine, matrixLines } from '@policyforms/core'
import type { Cell } from '../book/book.ts'
import { quoted } from '../formulas/piece.ts'
import { toFormula } from '../formulas/to-formula.ts'
import { leadOf, placedColumns } from '../layout/matrix-layout.ts'
import type { MatrixPlan } from '../layout/plan.ts'
import type { Slot } from '../layout/slot.ts'
import type { Drafting } from './drafting.ts'
import { type DrawnHeads, layHeads } from './lay-heads.ts'

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

/** The heads of a matrix, with its corner at the left. */
export const drawHeads = (plan: MatrixPlan, drafting: Drafting): DrawnHeads => {
  const { matrix } = plan
  const style = drafting.styles.of('head')
  const all = columnHeads(plan, drafting)
  return layHeads({
    corner: Array.from({ length: leadOf(matrix) }, (_, i) => (i === 0 ? { value: matrix.corner, style } : { style })),
    heads: all.map(({ line }) => line),
    titles: all.map(({ title }) => title),
    groups: all.map(({ group }) => group),
    style,
    widthOf: () => 16,
  })
}
