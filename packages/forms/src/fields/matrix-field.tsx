import {
  bandsOf,
  type Field,
  isGrouped,
  type Matrix,
  type MatrixLine,
  nameOfHead,
  type PrintedHead,
  pointerOf,
} from '@policyforms/core'
import { useContext, useMemo } from 'react'
import { Cards } from '../grid/cards.tsx'
import { Grid, type GridRow } from '../grid/grid.tsx'
import { useMatrixPaste } from '../grid/use-matrix-paste.ts'
import { useNarrow } from '../grid/use-narrow.ts'
import { useFilling, useHidden, useLists, useShownIssues } from '../store/context.ts'
import { idOf } from '../widgets/widget.ts'
import { BlockHead } from './block-head.tsx'
import { CellIssues } from './cell-issues.tsx'
import { DoneNotice } from './done-notice.tsx'
import { type GroupHead, gridSums, leadOf, MatrixCardSums, MatrixSums } from './matrix-sums.tsx'
import { useLines } from './use-lines.ts'
import { mayFill, RoleContext } from './whose.ts'

/** The rows of the grid, and the sums after each of them; those before the first stand at -1. */
interface GridLines {
  readonly rows: readonly GridRow[]
  readonly sums: ReadonlyMap<number, readonly { readonly row: MatrixLine; readonly group?: GroupHead }[]>
}

const gridLinesOf = (matrix: Matrix, lines: readonly MatrixLine[]): GridLines => {
  const rows: GridRow[] = []
  const sums = new Map<number, { row: MatrixLine; group?: GroupHead }[]>()
  for (const { group: title, from, heads } of bandsOf(lines)) {
    const id = `${idOf(pointerOf(matrix.path))}-rows-${from}`
    const group = title === undefined ? undefined : { id, title, span: heads.length }
    // Where a group begins with a sum, that has the cell of the group.
    const isSumFirst = heads[0]?.isSum === true
    const start = isSumFirst ? -1 : rows.length
    for (const [i, line] of heads.entries())
      if (line.isSum) {
        const here = sums.get(rows.length - 1) ?? []
        sums.set(rows.length - 1, [...here, { row: line, ...(group && i === 0 && { group }) }])
      } else
        rows.push({
          keys: [...matrix.path, line.key],
          head: line.title,
          group: group && { ...group, from: start },
          isAlone: isGrouped(lines) && group === undefined,
        })
  }
  return { rows, sums }
}

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
  const lines = useLines(matrix)
  const { rows, sums: summed } = useMemo(() => gridLinesOf(matrix, lines.rows), [matrix, lines])
  const bands = useMemo(() => (isGrouped(lines.columns) ? bandsOf(lines.columns) : undefined), [lines])
  const columns = useMemo(() => {
    const own = lines.columns.filter(({ isSum }) => !isSum)
    // A card has no head above its fields that could tell the group.
    return columnsOf(matrix, own, isNarrow ? nameOfHead : ({ title }) => title)
  }, [matrix, lines, isNarrow])
  const sums = useMemo(() => gridSums(matrix, lines.columns, store.template.lists), [matrix, lines, store])
  const { paste, notice, undo } = useMatrixPaste(matrix, lines)
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
    sums,
  }
  const lead = leadOf(lines.rows)
  const isFoot = ({ row }: { readonly row: MatrixLine }) => row.isTotal === true && row.group === undefined
  const foot = [...summed.values()].flat().filter(isFoot)
  const sumsAfter = (index: number) => (summed.get(index) ?? []).filter((one) => !isFoot(one))
  const cardSums = (of: ReturnType<typeof sumsAfter>) =>
    of.map(({ row }) => <MatrixCardSums key={row.key} matrix={matrix} columns={lines.columns} row={row} />)
  const gridSumRows = (of: ReturnType<typeof sumsAfter>) =>
    of.map((one) => <MatrixSums key={one.row.key} matrix={matrix} columns={lines.columns} lead={lead} {...one} />)
  return (
    <div className="pf-field pf-block" data-at={place} data-kind="matrix" data-size="l">
      <BlockHead node={matrix} />
      {isNarrow ? (
        <Cards
          {...layout}
          nameOf={(index) => {
            const head = lines.rows.filter(({ isSum }) => !isSum)[index]
            return head ? nameOfHead(head) : ''
          }}
          before={cardSums(sumsAfter(-1))}
          after={(index) => cardSums(sumsAfter(index))}
          foot={cardSums(foot)}
        />
      ) : (
        <Grid
          {...layout}
          corner={matrix.corner}
          bands={bands}
          lead={lead}
          before={gridSumRows(sumsAfter(-1))}
          after={(index) => gridSumRows(sumsAfter(index))}
          foot={foot.length > 0 && <tfoot>{gridSumRows(foot)}</tfoot>}
          {...(!isFixed && { onPaste: paste })}
        />
      )}
      <DoneNotice notice={notice} undo={undo} />
      <CellIssues id={`${id}-issues`} place={place} issues={issues} />
    </div>
  )
}
