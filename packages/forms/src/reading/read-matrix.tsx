import {
  bandsOf,
  fieldKindOf,
  isGrouped,
  type Json,
  type Matrix,
  type MatrixLine,
  matrixLines,
  type PrintedHead,
  property,
  valueAt,
} from '@policyforms/core'
import { columnWidth } from '../grid/column-width.ts'
import { showSum } from '../grid/totals.ts'
import type { ReadContext } from './read-blocks.tsx'
import { Cell } from './read-table.tsx'

interface Printed {
  readonly matrix: Matrix
  readonly rows: readonly MatrixLine[]
  readonly columns: readonly MatrixLine[]
  /** Columns of row heads. */
  readonly lead: number
  readonly at: (row: string, column: string) => Json | undefined
  readonly context: ReadContext
}

const Heads = ({ matrix, columns, lead, context }: Printed) => {
  const { corner, cell } = matrix
  const depth = isGrouped(columns) ? 2 : 1
  const bands = bandsOf(columns)
  const head = ({ key, title }: PrintedHead, rowSpan: number) => (
    <th
      key={key}
      scope="col"
      rowSpan={rowSpan}
      data-align={fieldKindOf(cell).align}
      data-width={columnWidth(cell, context.lists)}
    >
      {title}
    </th>
  )
  return (
    <thead>
      <tr>
        <th scope="col" colSpan={lead} rowSpan={depth}>
          {corner}
        </th>
        {bands.map(({ group, from, heads }) =>
          group === undefined ? (
            heads.map((one) => head(one, depth))
          ) : (
            <th key={from} scope="colgroup" colSpan={heads.length} data-align="center">
              {group}
            </th>
          ),
        )}
      </tr>
      {depth > 1 && (
        <tr>{bands.flatMap(({ group, heads }) => (group === undefined ? [] : heads.map((one) => head(one, 1))))}</tr>
      )}
    </thead>
  )
}

const RowCells = ({ row, matrix, columns, at, context }: Printed & { row: MatrixLine }) =>
  columns.map((column) =>
    row.isSum || column.isSum ? (
      <td key={column.key} data-align="end">
        {showSum(
          row.of.flatMap((r) => column.of.map((c) => at(r, c))),
          matrix.cell,
          context.lists,
        )}
      </td>
    ) : (
      <Cell key={column.key} field={matrix.cell} value={at(row.key, column.key)} context={context} />
    ),
  )

const Body = (printed: Printed) => (
  <tbody>
    {bandsOf(printed.rows).flatMap(({ group, heads }) =>
      heads.map((row, i) => (
        <tr key={row.key} className={row.isSum ? 'pf-sums' : undefined}>
          {group !== undefined && i === 0 && (
            <th scope="row" rowSpan={heads.length}>
              {group}
            </th>
          )}
          <th scope="row" colSpan={group === undefined ? printed.lead : 1}>
            {row.title}
          </th>
          <RowCells {...printed} row={row} />
        </tr>
      )),
    )}
  </tbody>
)

export const ReadMatrix = ({ matrix, context }: { matrix: Matrix; context: ReadContext }) => {
  const value = valueAt(context.answers, matrix.path)
  const lines = matrixLines(matrix, context.answers, { today: context.today })
  const printed: Printed = {
    ...lines,
    matrix,
    context,
    lead: isGrouped(lines.rows) ? 2 : 1,
    at: (row, column) => property(property(value, row), column),
  }
  return (
    <div className="pf-reading-block">
      <p>
        {matrix.title}
        {matrix.cell.unit && `（${matrix.cell.unit}）`}
      </p>
      <div className="pf-table-scroll">
        <table>
          <Heads {...printed} />
          <Body {...printed} />
        </table>
      </div>
    </div>
  )
}
