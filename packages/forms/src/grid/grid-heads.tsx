import { type Band, type Field, fieldKindOf, type Lists } from '@policyforms/core'
import { columnWidth } from './column-width.ts'
import type { GridProps } from './grid.tsx'

const columnId = (table: string, column: Field): string => `${table}-column-${column.key}`

const bandId = (table: string, { from }: Band): string => `${table}-columns-${from}`

/** The ids of the heads of each column, outer first. */
export const headIdsOf = (
  table: string,
  columns: readonly Field[],
  bands: readonly Band[] | undefined,
): readonly string[] =>
  columns.map((column, i) => {
    const band = bands?.find(({ group, from, heads }) => group !== undefined && from <= i && i < from + heads.length)
    return band ? `${bandId(table, band)} ${columnId(table, column)}` : columnId(table, column)
  })

/** The head above a group of columns, or that of a column without one, which stands through both rows of heads. */
const BandHead = ({ band, id, columns, lists }: Pick<GridProps, 'id' | 'columns' | 'lists'> & { band: Band }) => {
  const column = columns[band.from]
  if (band.group === undefined)
    return column && <ColumnHead id={columnId(id, column)} column={column} lists={lists} rowSpan={2} />
  return (
    <th scope="colgroup" id={bandId(id, band)} colSpan={band.heads.length} data-align="center">
      {band.group}
    </th>
  )
}

interface ColumnHeadProps {
  readonly id: string
  readonly column: Field
  readonly lists: Lists
  readonly rowSpan?: number
}

const ColumnHead = ({ id, column, lists, rowSpan }: ColumnHeadProps) => {
  const unit = column.unit ?? (column.kind === 'percent' ? '%' : undefined)
  return (
    <th
      scope="col"
      id={id}
      rowSpan={rowSpan}
      data-width={columnWidth(column, lists)}
      data-align={fieldKindOf(column).align}
      title={column.help}
    >
      {column.title}
      {unit && <span className="pf-head-unit">（{unit}）</span>}
      {column.required && !column.compute && (
        <>
          <span className="pf-star" aria-hidden="true">
            *
          </span>
          <span className="pf-visually-hidden">必填</span>
        </>
      )}
    </th>
  )
}

/** One row of heads, or two where columns have groups. */
export const GridHeads = ({ id, corner, columns, lists, bands, lead = 1, rowTotal, menu }: GridProps) => {
  const depth = bands ? 2 : 1
  return (
    <thead>
      <tr>
        <th scope="col" className="pf-corner" colSpan={lead} rowSpan={depth}>
          {corner}
        </th>
        {bands
          ? bands.map((band) => <BandHead key={band.from} band={band} id={id} columns={columns} lists={lists} />)
          : columns.map((column) => (
              <ColumnHead key={column.key} id={columnId(id, column)} column={column} lists={lists} />
            ))}
        {rowTotal && (
          <th scope="col" rowSpan={depth} data-align="end">
            合计
          </th>
        )}
        {menu && (
          <th scope="col" className="pf-row-menu" rowSpan={depth}>
            <span className="pf-visually-hidden">操作</span>
          </th>
        )}
      </tr>
      {bands && (
        <tr>
          {bands.flatMap(({ group, from, heads }) =>
            group === undefined
              ? []
              : columns
                  .slice(from, from + heads.length)
                  .map((column) => (
                    <ColumnHead key={column.key} id={columnId(id, column)} column={column} lists={lists} />
                  )),
          )}
        </tr>
      )}
    </thead>
  )
}
