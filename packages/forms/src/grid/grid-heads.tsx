import { type Band, type Field, fieldKindOf } from '@policyforms/core'
import type { GridOrder, GridProps } from './grid.tsx'
import type { GridWidths } from './grid-widths.ts'

const columnId = (table: string, column: Field): string => `${table}-column-${column.key}`

const bandId = (table: string, { from }: Band): string => `${table}-columns-${from}`

/** The ids of the heads of each column, outer first. */
export const headIdsOf = (
  table: string,
  columns: readonly Field[],
  bands: readonly Band[] | undefined,
): readonly string[] =>
  columns.map((column) => {
    const band = bands?.find(({ group, heads }) => group !== undefined && heads.some(({ key }) => key === column.key))
    return band ? `${bandId(table, band)} ${columnId(table, column)}` : columnId(table, column)
  })

interface ColumnHeadProps {
  readonly id: string
  readonly column: Field
  readonly width: number | undefined
  readonly isNaming: boolean
  readonly rowSpan: number
}

const ColumnHead = ({ id, column, width, isNaming, rowSpan }: ColumnHeadProps) => {
  const unit = column.unit ?? (column.kind === 'percent' ? '%' : undefined)
  return (
    <th
      scope="col"
      id={id}
      rowSpan={rowSpan}
      style={{ minWidth: width }}
      data-naming={isNaming || undefined}
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

export interface GridHeadsProps
  extends Pick<GridProps, 'id' | 'corner' | 'columns' | 'bands' | 'lead' | 'menu' | 'naming'> {
  readonly order: GridOrder
  readonly widths: GridWidths
}

/** One row of heads, or two where columns have groups: a column without one stands through both. */
export const GridHeads = (props: GridHeadsProps) => {
  const { id, corner, columns, bands, lead = 1, order, menu } = props
  const depth = bands ? 2 : 1
  const head = (column: Field, index: number, rowSpan = 1) => (
    <ColumnHead
      key={column.key}
      id={columnId(id, column)}
      column={column}
      width={props.widths.columns[index]}
      isNaming={column.key === props.naming}
      rowSpan={rowSpan}
    />
  )
  const headsIn = (some: GridOrder, rowSpan = 1) =>
    some.map((one) => {
      if (typeof one !== 'number')
        return (
          <th key={one.key} scope="col" rowSpan={rowSpan} data-align="end">
            {one.title}
          </th>
        )
      const column = columns[one]
      return column && head(column, one, rowSpan)
    })
  const inBand = ({ from, heads }: Band) => order.slice(from, from + heads.length)
  return (
    <thead>
      <tr>
        <th scope="col" className="pf-corner" colSpan={lead} rowSpan={depth}>
          {corner}
        </th>
        {bands
          ? bands.map((band) =>
              band.group === undefined ? (
                headsIn(inBand(band), 2)
              ) : (
                <th
                  key={band.from}
                  scope="colgroup"
                  id={bandId(id, band)}
                  colSpan={band.heads.length}
                  data-align="center"
                >
                  {band.group}
                </th>
              ),
            )
          : headsIn(order)}
        {menu && (
          <th scope="col" className="pf-row-menu" rowSpan={depth}>
            <span className="pf-visually-hidden">操作</span>
          </th>
        )}
      </tr>
      {bands && <tr>{bands.flatMap((band) => (band.group === undefined ? [] : headsIn(inBand(band))))}</tr>}
    </thead>
  )
}
