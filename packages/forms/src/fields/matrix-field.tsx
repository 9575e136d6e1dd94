import { type Field, type Matrix, pointerOf, property } from '@policyforms/core'
import { useCallback, useContext, useMemo } from 'react'
import { Cards } from '../grid/cards.tsx'
import { Grid, type GridRow } from '../grid/grid.tsx'
import { showSum } from '../grid/totals.ts'
import { useNarrow } from '../grid/use-narrow.ts'
import { useFilling, useHidden, useSettled, useShownIssues } from '../store/context.ts'
import type { Keys } from '../store/place.ts'
import { idOf } from '../widgets/widget.ts'
import { BlockHead } from './block-head.tsx'
import { CellIssues } from './cell-issues.tsx'
import { mayFill, RoleContext } from './whose.ts'

const RowTotal = ({ matrix, keys }: { matrix: Matrix; keys: Keys }) => {
  const { lists } = useFilling().store.template
  const row = useSettled(keys)
  return showSum(
    matrix.columns.map((column) => property(row, column.key)),
    matrix.cell,
    lists,
  )
}

const ColumnTotals = ({ matrix }: { matrix: Matrix }) => {
  const { lists } = useFilling().store.template
  const value = useSettled(matrix.path)
  if (!matrix.totals.columns) return null
  const cells = (column: string) => matrix.rows.map((row) => property(property(value, row.key), column))
  return (
    <tfoot>
      <tr>
        <th scope="row">合计</th>
        {matrix.columns.map((column) => (
          <td key={column.key} className="pf-cell" data-align="end">
            {showSum(cells(column.key), matrix.cell, lists)}
          </td>
        ))}
        {matrix.totals.rows && (
          <td className="pf-cell" data-align="end">
            {showSum(
              matrix.columns.flatMap((column) => cells(column.key)),
              matrix.cell,
              lists,
            )}
          </td>
        )}
      </tr>
    </tfoot>
  )
}

/** Fixed rows by fixed columns of one kind of cell, with totals as they are asked for. */
export const MatrixField = ({ matrix }: { matrix: Matrix }) => {
  const { store } = useFilling()
  const place = pointerOf(matrix.path)
  const isHidden = useHidden(place)
  const issues = useShownIssues(place)
  const isNarrow = useNarrow()
  const above = useContext(RoleContext)
  const rows = useMemo<readonly GridRow[]>(
    () => matrix.rows.map((row) => ({ keys: [...matrix.path, row.key], head: row.title })),
    [matrix],
  )
  const columns = useMemo<readonly Field[]>(
    () =>
      matrix.columns.map((column) => ({
        ...matrix.cell,
        key: column.key,
        title: column.title,
        path: [...matrix.path, '*', column.key],
        required: false,
      })),
    [matrix],
  )
  const rowTotal = useCallback((keys: Keys) => <RowTotal matrix={matrix} keys={keys} />, [matrix])
  if (isHidden) return null

  const id = idOf(place)
  const isFixed = !mayFill(store, matrix.role ?? above)
  const layout = { id, labelledBy: `${id}-label`, rows, columns, lists: store.template.lists, isFixed }
  return (
    <div className="pf-field pf-block" data-at={place} data-kind="matrix" data-size="l">
      <BlockHead node={matrix} />
      {isNarrow ? (
        <Cards {...layout} nameOf={(index) => matrix.rows[index]?.title ?? ''} />
      ) : (
        <Grid
          {...layout}
          corner={matrix.corner}
          foot={<ColumnTotals matrix={matrix} />}
          {...(matrix.totals.rows && { rowTotal })}
        />
      )}
      <CellIssues id={`${id}-issues`} place={place} issues={issues} />
    </div>
  )
}
