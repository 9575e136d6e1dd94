import { columnInSums, type Field, type Json, property, sumLabel, type Table } from '@policyforms/core'
import type { ReactNode } from 'react'
import type { SumLayout } from '../grid/table-layout.ts'
import { showSum } from '../grid/totals.ts'
import { useFilling, useSettled } from '../store/context.ts'

interface SumCellsProps {
  readonly table: Table
  readonly layout: SumLayout
  readonly cell: (column: Field, isSummed: boolean) => ReactNode
}

/** The cells of a line of subtotals: 小计 beside its group, and a sum below each summed column. */
export const SumCells = ({ table, layout: { sum, line, heights }, cell }: SumCellsProps) => {
  const { at, span } = sumLabel(table, line, sum, (_, key) => heights(key))
  return table.columns.map((column, i) => {
    if (heights(column.key) === 0 || (i > at && i < at + span)) return null
    if (i === at)
      return (
        <th key={column.key} scope="row" className="pf-row-head" colSpan={span}>
          小计
        </th>
      )
    return cell(column, sum.of.includes(column.key))
  })
}

interface SubtotalsProps {
  readonly table: Table
  readonly sums: readonly SumLayout[]
}

/** The subtotals below a row, as they stand now. */
export const Subtotals = ({ table, sums }: SubtotalsProps) => {
  const { lists } = useFilling().store.template
  const value = useSettled(table.path)
  const rows: readonly Json[] = Array.isArray(value) ? value : []
  return sums.map((layout) => (
    <tr key={layout.line} className="pf-sums">
      <td className="pf-cell" data-fixed />
      <SumCells
        table={table}
        layout={layout}
        cell={(column, isSummed) => (
          <td key={column.key} className="pf-cell" data-align="end" data-fixed>
            {isSummed &&
              showSum(
                rows.slice(layout.sum.from, layout.sum.to).map((row) => property(row, column.key)),
                columnInSums(table, column),
                lists,
              )}
          </td>
        )}
      />
    </tr>
  ))
}
