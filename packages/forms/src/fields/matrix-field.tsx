import {
  type Band,
  bandsOf,
  type Field,
  isGrouped,
  type Json,
  type Matrix,
  nameOfHead,
  type PrintedHead,
  pointerOf,
} from '@policyforms/core'
import { useCallback, useContext, useMemo } from 'react'
import { Cards } from '../grid/cards.tsx'
import { Grid, type GridRow, type RowGroup } from '../grid/grid.tsx'
import { useNarrow } from '../grid/use-narrow.ts'
import { useFilling, useHidden, useLists, useShownIssues } from '../store/context.ts'
import { idOf } from '../widgets/widget.ts'
import { BlockHead } from './block-head.tsx'
import { CellIssues } from './cell-issues.tsx'
import { bandSummedAfter, MatrixCardSums, MatrixSums, sumOfRow } from './matrix-sums.tsx'
import { useHeads } from './use-heads.ts'
import { mayFill, RoleContext } from './whose.ts'

const groupOf = (matrix: Matrix, { group, from, heads }: Band): RowGroup | undefined =>
  group === undefined
    ? undefined
    : {
        id: `${idOf(pointerOf(matrix.path))}-rows-${from}`,
        title: group,
        from,
        span: heads.length + (matrix.totals.groups ? 1 : 0),
      }

const rowsOf = (matrix: Matrix, rows: readonly PrintedHead[]): readonly GridRow[] =>
  bandsOf(rows).flatMap((band) => {
    const group = groupOf(matrix, band)
    return band.heads.map(({ key, title }) => ({
      keys: [...matrix.path, key],
      head: title,
      group,
      isAlone: isGrouped(rows) && group === undefined,
    }))
  })

const columnsOf = (matrix: Matrix, heads: readonly PrintedHead[], title: (head: PrintedHead) => string) =>
  heads.map(
    (head): Field => ({
      ...matrix.cell,
      key: head.key,
      title: title(head),
      path: [...matrix.path, '*', head.key],
      required: false,
    }),
  )

/** Fixed rows by fixed columns of one kind of cell, in groups and with totals as they are asked for. */
export const MatrixField = ({ matrix }: { matrix: Matrix }) => {
  const { store } = useFilling()
  const place = pointerOf(matrix.path)
  const isHidden = useHidden(place)
  const issues = useShownIssues(place)
  const isNarrow = useNarrow()
  const above = useContext(RoleContext)
  const lists = useLists([matrix.cell])
  const heads = useHeads(matrix)
  const rows = useMemo(() => rowsOf(matrix, heads.rows), [matrix, heads])
  const bands = useMemo(() => (isGrouped(heads.columns) ? bandsOf(heads.columns) : undefined), [heads])
  const columns = useMemo(
    // A card has no head above its fields that could tell the group.
    () => columnsOf(matrix, heads.columns, isNarrow ? nameOfHead : ({ title }) => title),
    [matrix, heads, isNarrow],
  )
  const rowTotal = useCallback((row: Json | undefined) => sumOfRow(matrix, row, store.template.lists), [matrix, store])
  if (isHidden) return null

  const id = idOf(place)
  const isFixed = !mayFill(store, matrix.role ?? above)
  const layout = {
    id,
    labelledBy: `${id}-label`,
    rows,
    columns,
    lists,
    isFixed,
    ...(matrix.totals.rows && { rowTotal }),
  }
  const sums = { matrix, columns }
  const lead = isGrouped(heads.rows) ? 2 : 1
  return (
    <div className="pf-field pf-block" data-at={place} data-kind="matrix" data-size="l">
      <BlockHead node={matrix} />
      {isNarrow ? (
        <Cards
          {...layout}
          nameOf={(index) => {
            const head = heads.rows[index]
            return head ? nameOfHead(head) : ''
          }}
          after={(index) => {
            const band = bandSummedAfter(matrix, heads.rows, index)
            return band && <MatrixCardSums {...sums} rows={band.heads} title={`${band.group}小计`} />
          }}
          foot={matrix.totals.columns && <MatrixCardSums {...sums} rows={heads.rows} title="合计" />}
        />
      ) : (
        <Grid
          {...layout}
          corner={matrix.corner}
          bands={bands}
          lead={lead}
          after={(index) => {
            const band = bandSummedAfter(matrix, heads.rows, index)
            return band && <MatrixSums matrix={matrix} rows={band.heads} title="小计" lead={1} />
          }}
          foot={
            matrix.totals.columns && (
              <tfoot>
                <MatrixSums matrix={matrix} rows={heads.rows} title="合计" lead={lead} />
              </tfoot>
            )
          }
        />
      )}
      <CellIssues id={`${id}-issues`} place={place} issues={issues} />
    </div>
  )
}
