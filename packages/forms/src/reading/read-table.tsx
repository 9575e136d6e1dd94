import {
  bandsOf,
  columnHeads,
  columnInSums,
  type Field,
  fieldKindOf,
  isGrouped,
  type Json,
  printsNone,
  property,
  rowNumber,
  type Table,
  tablePrintsNone,
  valueAt,
} from '@policyforms/core'
import { Fragment } from 'react'
import { ShownValue } from '../fields/shown-value.tsx'
import { SumCells } from '../fields/table-sums.tsx'
import { columnWidth } from '../grid/column-width.ts'
import { tableLayout } from '../grid/table-layout.ts'
import { showSum } from '../grid/totals.ts'
import type { ReadContext } from './read-blocks.tsx'

const Head = ({ field, context, rowSpan }: { field: Field; context: ReadContext; rowSpan?: number }) => {
  const unit = field.unit ?? (field.kind === 'percent' ? '%' : undefined)
  return (
    <th
      scope="col"
      rowSpan={rowSpan}
      data-align={fieldKindOf(field).align}
      data-width={columnWidth(field, context.lists)}
    >
      {field.title}
      {unit && <span className="pf-head-unit">（{unit}）</span>}
    </th>
  )
}

/** One row of heads, or two where several columns stand under one. */
const Heads = ({ table, context }: { table: Table; context: ReadContext }) => {
  const heads = columnHeads(table)
  const bands = bandsOf(heads)
  const depth = isGrouped(heads) ? 2 : 1
  const own = (from: number, count: number, rowSpan: number) =>
    table.columns
      .slice(from, from + count)
      .map((column) => <Head key={column.key} field={column} context={context} rowSpan={rowSpan} />)
  return (
    <thead>
      <tr>
        <th scope="col" className="pf-row-number" rowSpan={depth}>
          {table.rowNumber?.title ?? '序号'}
        </th>
        {bands.map(({ group, from, heads: under }) =>
          group === undefined ? (
            own(from, under.length, depth)
          ) : (
            <th key={group} scope="colgroup" colSpan={under.length} data-align="center">
              {group}
            </th>
          ),
        )}
      </tr>
      {depth > 1 && (
        <tr>
          {bands.flatMap(({ group, from, heads: under }) => (group === undefined ? [] : own(from, under.length, 1)))}
        </tr>
      )}
    </thead>
  )
}

interface CellProps {
  readonly field: Field
  readonly value: Json | undefined
  readonly context: ReadContext
  /** Lines that it takes: none where it is part of the cell above. */
  readonly height?: number | undefined
}

export const Cell = ({ field, value, context, height }: CellProps) =>
  height === 0 ? null : (
    <td data-align={fieldKindOf(field).align} rowSpan={height}>
      {value === undefined && printsNone(field) && '无'}
      {value !== undefined && <ShownValue field={field} lists={context.lists} value={value} href={context.href} bare />}
    </td>
  )

export const ReadTable = ({ table, context }: { table: Table; context: ReadContext }) => {
  const value = valueAt(context.answers, table.path)
  const rows: readonly Json[] = Array.isArray(value) ? value : []
  return (
    <div className="pf-reading-block">
      <p>{table.title}</p>
      {rows.length === 0 ? (
        <p className="pf-blank">{tablePrintsNone(table) ? '无' : '未填'}</p>
      ) : (
        <div className="pf-table-scroll">
          <table>
            <Heads table={table} context={context} />
            <tbody>
              {tableLayout(table, rows.length).map((layout, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place among the answers
                <Fragment key={index}>
                  <tr>
                    <th scope="row">{table.rowNumber ? rowNumber(table.rowNumber, index) : index + 1}</th>
                    {layout.columns.map((column) => (
                      <Cell
                        key={column.key}
                        field={column}
                        value={property(rows[index], column.key)}
                        context={context}
                        height={layout.heights.get(column.key)}
                      />
                    ))}
                  </tr>
                  {layout.sums.map((sums) => (
                    <tr key={sums.line}>
                      <td />
                      <SumCells
                        table={table}
                        layout={sums}
                        cell={(column, isSummed) => (
                          <td key={column.key} data-align="end">
                            {isSummed &&
                              showSum(
                                rows.slice(sums.sum.from, sums.sum.to).map((row) => property(row, column.key)),
                                columnInSums(table, column),
                                context.lists,
                              )}
                          </td>
                        )}
                      />
                    </tr>
                  ))}
                </Fragment>
              ))}
              {table.totals.length > 0 && (
                <tr>
                  <th scope="row">合计</th>
                  {table.columns.map((column) => (
                    <td key={column.key} data-align="end">
                      {table.totals.includes(column.key) &&
                        showSum(
                          rows.map((row) => property(row, column.key)),
                          columnInSums(table, column),
                          context.lists,
                        )}
                    </td>
                  ))}
                </tr>
              )}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
