import { bandsOf, type Json, type Matrix, type PrintedHead, property } from '@policyforms/core'
import { showSum } from '../grid/totals.ts'
import { useFilling, useSettled } from '../store/context.ts'
import type { Keys } from '../store/place.ts'

interface SumsProps {
  readonly matrix: Matrix
  readonly rows: readonly PrintedHead[]
  readonly title: string
  /** Columns that its head takes. */
  readonly lead: number
}

/** A row of sums over some rows of a matrix: of a group, or of all. */
export const MatrixSums = ({ matrix, rows, title, lead }: SumsProps) => {
  const { lists } = useFilling().store.template
  const value = useSettled(matrix.path)
  const cells = (column: string) => rows.map((row) => property(property(value, row.key), column))
  const sum = (values: readonly (Json | undefined)[]) => showSum(values, matrix.cell, lists)
  return (
    <tr className="pf-sums">
      <th scope="row" className="pf-row-head" colSpan={lead}>
        {title}
      </th>
      {matrix.columns.map((column) => (
        <td key={column.key} className="pf-cell" data-align="end" data-fixed>
          {sum(cells(column.key))}
        </td>
      ))}
      {matrix.totals.rows && (
        <td className="pf-cell" data-align="end" data-fixed>
          {sum(matrix.columns.flatMap((column) => cells(column.key)))}
        </td>
      )}
    </tr>
  )
}

/** Below the last row of each group, if groups are summed. */
export const subtotalAfter = (matrix: Matrix, rows: readonly PrintedHead[], index: number) => {
  if (!matrix.totals.groups) return null
  const band = bandsOf(rows).find(({ group, from, heads }) => group !== undefined && from + heads.length - 1 === index)
  return band && <MatrixSums matrix={matrix} rows={band.heads} title="小计" lead={1} />
}

export const RowSum = ({ matrix, keys }: { matrix: Matrix; keys: Keys }) => {
  const { lists } = useFilling().store.template
  const row = useSettled(keys)
  return showSum(
    matrix.columns.map((column) => property(row, column.key)),
    matrix.cell,
    lists,
  )
}
