import { columnInSums, type Field, fieldKindOf, type Json, property, sumLabel, type Table } from '@policyforms/core'
import type { ReactNode } from 'react'
import { CardSums } from '../grid/cards.tsx'
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

/** The sum of a column over some rows, as they stand now. */
const useSum = (table: Table) => {
  const { lists } = useFilling().store.template
  const value = useSettled(table.path)
  const rows: readonly Json[] = Array.isArray(value) ? value : []
  return (column: Field, from = 0, to = rows.length): string =>
    showSum(
      rows.slice(from, to).map((row) => property(row, column.key)),
      columnInSums(table, column),
      lists,
    )
}

const sumsOf = (table: Table, keys: readonly string[], sum: (column: Field) => string) =>
  table.columns.filter(({ key }) => keys.includes(key)).map((column) => [column.title, sum(column)] as const)

/** The subtotals below a card: of what, and how much. */
export const SubtotalCards = ({ table, sums }: SubtotalsProps) => {
  const { lists } = useFilling().store.template
  const sumIn = useSum(table)
  return sums.map(({ sum, line }) => {
    const by = table.columns.find(({ key }) => key === sum.by)
    const value = property(table.fixedRows?.[sum.from], sum.by)
    const group = by && value !== undefined ? fieldKindOf(by).show(value, by, lists) : ''
    return (
      <CardSums
        key={line}
        title={`${group}小计`}
        sums={sumsOf(table, sum.of, (column) => sumIn(column, sum.from, sum.to))}
      />
    )
  })
}

export const TotalCard = ({ table }: { table: Table }) => {
  const sumIn = useSum(table)
  return <CardSums title="合计" sums={sumsOf(table, table.totals, sumIn)} />
}

/** The line of sums over all rows. */
export const Totals = ({ table, hasMenu }: { table: Table; hasMenu: boolean }) => {
  const sumIn = useSum(table)
  if (table.totals.length === 0) return null
  return (
    <tfoot>
      <tr>
        <th scope="row">合计</th>
        {table.columns.map((column) => (
          <td key={column.key} className="pf-cell" data-align="end">
            {table.totals.includes(column.key) && sumIn(column)}
          </td>
        ))}
        {hasMenu && <td className="pf-row-menu" />}
      </tr>
    </tfoot>
  )
}

/** The subtotals below a row, as they stand now. */
export const Subtotals = ({ table, sums }: SubtotalsProps) => {
  const sumIn = useSum(table)
  return sums.map((layout) => (
    <tr key={layout.line} className="pf-sums">
      <td className="pf-cell" data-fixed />
      <SumCells
        table={table}
        layout={layout}
        cell={(column, isSummed) => (
          <td key={column.key} className="pf-cell" data-align="end" data-fixed>
            {isSummed && sumIn(column, layout.sum.from, layout.sum.to)}
          </td>
        )}
      />
    </tr>
  ))
}
