import {
  type Field,
  fieldKindOf,
  type Json,
  printsNone,
  property,
  rowNumber,
  type Table,
  tablePrintsNone,
  valueAt,
} from '@policyforms/core'
import { ShownValue } from '../fields/shown-value.tsx'
import { columnWidth } from '../grid/column-width.ts'
import { showSum } from '../grid/totals.ts'
import type { ReadContext } from './read-blocks.tsx'

const Head = ({ field, context }: { field: Field; context: ReadContext }) => {
  const unit = field.unit ?? (field.kind === 'percent' ? '%' : undefined)
  return (
    <th scope="col" data-align={fieldKindOf(field).align} data-width={columnWidth(field, context.lists)}>
      {field.title}
      {unit && <span className="pf-head-unit">（{unit}）</span>}
    </th>
  )
}

export const Cell = ({ field, value, context }: { field: Field; value: Json | undefined; context: ReadContext }) => (
  <td data-align={fieldKindOf(field).align}>
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
            <thead>
              <tr>
                <th scope="col" className="pf-row-number">
                  {table.rowNumber?.title ?? '序号'}
                </th>
                {table.columns.map((column) => (
                  <Head key={column.key} field={column} context={context} />
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place among the answers
                <tr key={index}>
                  <th scope="row">{table.rowNumber ? rowNumber(table.rowNumber, index) : index + 1}</th>
                  {table.columns.map((column) => (
                    <Cell key={column.key} field={column} value={property(row, column.key)} context={context} />
                  ))}
                </tr>
              ))}
              {table.totals.length > 0 && (
                <tr>
                  <th scope="row">合计</th>
                  {table.columns.map((column) => (
                    <td key={column.key} data-align="end">
                      {table.totals.includes(column.key) &&
                        showSum(
                          rows.map((row) => property(row, column.key)),
                          column,
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
