import { isGrouped, type Json, type Lists, type Matrix, type MatrixLine, nameOfHead, property } from '@policyforms/core'
import { CardSums } from '../grid/cards.tsx'
import type { GridSum } from '../grid/grid.tsx'
import { showSum } from '../grid/totals.ts'
import { useFilling, useSettled } from '../store/context.ts'

interface SumsProps {
  readonly matrix: Matrix
  readonly columns: readonly MatrixLine[]
  readonly row: MatrixLine
}

/** The sum of some rows in each column, or over the columns that it adds up itself. */
const useSums = ({ matrix, columns, row }: SumsProps): readonly string[] => {
  const { lists } = useFilling().store.template
  const value = useSettled(matrix.path)
  return columns.map((column) => {
    const cells = row.of.flatMap((r) => column.of.map((c) => property(property(value, r), c)))
    return showSum(cells, matrix.cell, lists)
  })
}

/** The cell of a group, which stands beside all of its rows. */
export interface GroupHead {
  readonly id: string
  readonly title: string
  readonly span: number
}

/** A row of sums over some rows of a matrix. `group` is told where its group begins with it. */
export const MatrixSums = (props: SumsProps & { readonly lead: number; readonly group?: GroupHead | undefined }) => {
  const { row, columns, lead, group } = props
  const sums = useSums(props)
  return (
    <tr className="pf-sums">
      {group && (
        <th scope="row" id={group.id} className="pf-row-head pf-row-group" rowSpan={group.span}>
          {group.title}
        </th>
      )}
      <th scope="row" className="pf-row-head" colSpan={row.group === undefined ? lead : 1}>
        {row.title}
      </th>
      {columns.map((column, i) => (
        <td key={column.key} className="pf-cell" data-align="end" data-fixed>
          {sums[i]}
        </td>
      ))}
    </tr>
  )
}

/** The same between the cards of a phone. */
export const MatrixCardSums = (props: SumsProps) => {
  const { row, columns } = props
  const sums = useSums(props)
  const title = row.isTotal ? `${row.group ?? ''}${row.title}` : row.title
  return <CardSums title={title} sums={columns.map((column, i) => [nameOfHead(column), sums[i] ?? ''] as const)} />
}

/** The columns of sums, each with its place among those of answers. */
export const gridSums = ({ cell }: Matrix, columns: readonly MatrixLine[], lists: Lists): readonly GridSum[] =>
  columns.flatMap((line, i) =>
    line.isSum
      ? [
          {
            key: line.key,
            title: line.title,
            name: nameOfHead(line),
            at: columns.slice(0, i).filter(({ isSum }) => !isSum).length,
            of: (row: Json | undefined) =>
              showSum(
                line.of.map((key) => property(row, key)),
                cell,
                lists,
              ),
          },
        ]
      : [],
  )

/** The columns at the left that hold row heads. */
export const leadOf = (rows: readonly MatrixLine[]): number => (isGrouped(rows) ? 2 : 1)
