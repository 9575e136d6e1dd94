import {
  bandsOf,
  fieldKindOf,
  headsOf,
  isGrouped,
  type Json,
  type Matrix,
  type PrintedHead,
  property,
  valueAt,
} from '@policyforms/core'
import { Fragment, type ReactNode } from 'react'
import { columnWidth } from '../grid/column-width.ts'
import { showSum } from '../grid/totals.ts'
import type { ReadContext } from './read-blocks.tsx'
import { Cell } from './read-table.tsx'

interface Printed {
  readonly matrix: Matrix
  readonly rows: readonly PrintedHead[]
  readonly columns: readonly PrintedHead[]
  /** Columns of row heads. */
  readonly lead: number
  readonly at: (row: string, column: string) => Json | undefined
  readonly context: ReadContext
}

const Heads = ({ matrix, columns, lead, context }: Printed) => {
  const { corner, cell, totals } = matrix
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
        {totals.rows && (
          <th scope="col" rowSpan={depth} data-align="end">
            合计
          </th>
        )}
      </tr>
      {depth > 1 && (
        <tr>{bands.flatMap(({ group, heads }) => (group === undefined ? [] : heads.map((one) => head(one, 1))))}</tr>
      )}
    </thead>
  )
}

/** The sums of some rows, each column by itself. */
const Sums = ({ matrix, rows, columns, at, context, head }: Omit<Printed, 'lead'> & { head: ReactNode }) => {
  const sum = (values: readonly (Json | undefined)[]) => showSum(values, matrix.cell, context.lists)
  return (
    <tr className="pf-sums">
      {head}
      {columns.map((column) => (
        <td key={column.key} data-align="end">
          {sum(rows.map((row) => at(row.key, column.key)))}
        </td>
      ))}
      {matrix.totals.rows && (
        <td data-align="end">{sum(rows.flatMap((row) => columns.map((column) => at(row.key, column.key))))}</td>
      )}
    </tr>
  )
}

const Body = (printed: Printed) => {
  const { matrix, rows, columns, lead, at, context } = printed
  const { cell, totals } = matrix
  return (
    <tbody>
      {bandsOf(rows).map(({ group, from, heads }) => (
        <Fragment key={from}>
          {heads.map((row, i) => (
            <tr key={row.key}>
              {group !== undefined && i === 0 && (
                <th scope="row" rowSpan={heads.length + (totals.groups ? 1 : 0)}>
                  {group}
                </th>
              )}
              <th scope="row" colSpan={group === undefined ? lead : 1}>
                {row.title}
              </th>
              {columns.map((column) => (
                <Cell key={column.key} field={cell} value={at(row.key, column.key)} context={context} />
              ))}
              {totals.rows && (
                <td data-align="end">
                  {showSum(
                    columns.map((column) => at(row.key, column.key)),
                    cell,
                    context.lists,
                  )}
                </td>
              )}
            </tr>
          ))}
          {totals.groups && group !== undefined && <Sums {...printed} rows={heads} head={<th scope="row">小计</th>} />}
        </Fragment>
      ))}
      {totals.columns && (
        <Sums
          {...printed}
          head={
            <th scope="row" colSpan={lead}>
              合计
            </th>
          }
        />
      )}
    </tbody>
  )
}

export const ReadMatrix = ({ matrix, context }: { matrix: Matrix; context: ReadContext }) => {
  const value = valueAt(context.answers, matrix.path)
  const heads = headsOf(matrix, context.answers, { today: context.today })
  const printed: Printed = {
    ...heads,
    matrix,
    context,
    lead: isGrouped(heads.rows) ? 2 : 1,
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
