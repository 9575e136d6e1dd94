import { columnHeads, isGrouped, type Matrix, type MatrixLine, plainMatrixLines, type Table } from '@policyforms/core'
import { cellKindOf } from '../cells/index.ts'
import type { MatrixPlan } from './plan.ts'

/** The columns at the left that hold row heads: groups, where there are any, and titles. */
export const leadOf = ({ rows }: Matrix): number => (isGrouped(rows) ? 2 : 1)

/** The rows of heads: groups of columns, where there are any, and titles. */
export const headDepthOf = (holder: Matrix | Table): number =>
  isGrouped(holder.block === 'table' ? columnHeads(holder) : columnLinesOf(holder)) ? 2 : 1

/** A value of several cells has no sum. */
const columnLinesOf = (matrix: Matrix): readonly MatrixLine[] => {
  const { columns } = plainMatrixLines(matrix)
  return cellKindOf(matrix.cell).parts(matrix.cell).length === 1 ? columns : columns.filter(({ isSum }) => !isSum)
}

/** A row of the sheet: of answers, which is the `index`th of the plan, or of sums. */
export interface PlacedRow extends MatrixLine {
  readonly row: number
  readonly index: number
}

export const placedRows = (matrix: Matrix, first: number): readonly PlacedRow[] =>
  plainMatrixLines(matrix).rows.map((line, i) => ({
    ...line,
    row: first + i,
    index: matrix.rows.findIndex(({ key }) => key === line.key),
  }))

/** A column of the sheet: of the `slot`th slot of each row, or of sums. */
export interface PlacedColumn {
  readonly line: MatrixLine
  readonly column: number
  readonly slot?: number
}

export const placedColumns = (plan: MatrixPlan): readonly PlacedColumn[] => {
  const slots = plan.rows[0]?.slots ?? []
  const lead = leadOf(plan.matrix)
  return columnLinesOf(plan.matrix)
    .flatMap((line): readonly Omit<PlacedColumn, 'column'>[] =>
      line.isSum
        ? [{ line }]
        : slots.flatMap(({ leaf }, slot) => (leaf.field.key === line.key ? [{ line, slot }] : [])),
    )
    .map((one, i) => ({ ...one, column: lead + 1 + i }))
}
