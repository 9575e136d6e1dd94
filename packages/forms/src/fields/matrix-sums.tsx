import { type Band, bandsOf, type Json, type Lists, type Matrix, type PrintedHead, property } from '@policyforms/core'
import { CardSums, type CardsProps } from '../grid/cards.tsx'
import { showSum } from '../grid/totals.ts'
import { useFilling, useSettled } from '../store/context.ts'

interface SumsProps {
  readonly matrix: Matrix
  readonly rows: readonly PrintedHead[]
  readonly title: string
  /** Columns that its head takes. */
  readonly lead: number
}

/** The sums of some rows: below each column, and over all of them. */
const useSums = (matrix: Matrix, rows: readonly PrintedHead[]) => {
  const { lists } = useFilling().store.template
  const value = useSettled(matrix.path)
  const cells = (column: string) => rows.map((row) => property(property(value, row.key), column))
  const sum = (values: readonly (Json | undefined)[]) => showSum(values, matrix.cell, lists)
  return {
    columns: matrix.columns.map(({ key }) => sum(cells(key))),
    all: matrix.totals.rows ? sum(matrix.columns.flatMap(({ key }) => cells(key))) : undefined,
  }
}

/** A row of sums over some rows of a matrix: of a group, or of all. */
export const MatrixSums = ({ matrix, rows, title, lead }: SumsProps) => {
  const sums = useSums(matrix, rows)
  return (
    <tr className="pf-sums">
      <th scope="row" className="pf-row-head" colSpan={lead}>
        {title}
      </th>
      {matrix.columns.map((column, i) => (
        <td key={column.key} className="pf-cell" data-align="end" data-fixed>
          {sums.columns[i]}
        </td>
      ))}
      {sums.all !== undefined && (
        <td className="pf-cell" data-align="end" data-fixed>
          {sums.all}
        </td>
      )}
    </tr>
  )
}

/** The same between the cards of a phone. */
export const MatrixCardSums = ({
  matrix,
  rows,
  title,
  columns,
}: Omit<SumsProps, 'lead'> & Pick<CardsProps, 'columns'>) => {
  const sums = useSums(matrix, rows)
  const named = columns.map((column, i) => [column.title, sums.columns[i] ?? ''] as const)
  return <CardSums title={title} sums={[...named, ['合计', sums.all ?? '']]} />
}

/** The rows of a group that is summed, after the last of them. */
export const bandSummedAfter = (matrix: Matrix, rows: readonly PrintedHead[], index: number): Band | undefined =>
  matrix.totals.groups
    ? bandsOf(rows).find(({ group, from, heads }) => group !== undefined && from + heads.length - 1 === index)
    : undefined

export const sumOfRow = (matrix: Matrix, row: Json | undefined, lists: Lists): string =>
  showSum(
    matrix.columns.map((column) => property(row, column.key)),
    matrix.cell,
    lists,
  )
