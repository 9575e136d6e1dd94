import {
  bandsOf,
  columnHeads,
  isGrouped,
  nameOfHead,
  namingColumn,
  pointerOf,
  rowName,
  rowNumber,
  type Table,
} from '@policyforms/core'
import { type KeyboardEvent, useCallback, useContext, useMemo } from 'react'
import { Cards } from '../grid/cards.tsx'
import { Grid, type GridRow } from '../grid/grid.tsx'
import { RowMenu } from '../grid/row-menu.tsx'
import { tableLayout } from '../grid/table-layout.ts'
import { useNarrow } from '../grid/use-narrow.ts'
import { type RowActions, useRows } from '../grid/use-rows.ts'
import { useAnswer, useFilling, useHidden, useLists, useShownIssues } from '../store/context.ts'
import { idOf } from '../widgets/widget.ts'
import { BlockHead } from './block-head.tsx'
import { CellIssues } from './cell-issues.tsx'
import { DeleteQuestion } from './delete-question.tsx'
import { DoneNotice } from './done-notice.tsx'
import { SubtotalCards, Subtotals, TotalCard, Totals } from './table-sums.tsx'
import { mayFill, RoleContext } from './whose.ts'

const shortcut =
  (actions: RowActions) =>
  (event: KeyboardEvent, row: number): boolean => {
    if (event.ctrlKey && event.key === 'Enter') actions.insert(row + 1)
    else if (event.altKey && event.key === 'ArrowUp' && row > 0) actions.move(row, row - 1)
    else if (event.altKey && event.key === 'ArrowDown' && row < actions.now().length - 1) actions.move(row, row + 1)
    else return false
    return true
  }

/** 1, 2, 3, or the numbers that the rows are known by: IP01. */
const headOf = ({ rowNumber: number }: Table, index: number): string =>
  number ? rowNumber(number, index) : String(index + 1)

/** Rows that a person adds: like a sheet where there is room, one card for each row on a phone. */
export const TableField = ({ table }: { table: Table }) => {
  const { store, goTo } = useFilling()
  const place = pointerOf(table.path)
  const isHidden = useHidden(place)
  const value = useAnswer(table.path)
  const issues = useShownIssues(place)
  const isNarrow = useNarrow()
  const above = useContext(RoleContext)
  const lists = useLists(table.columns)
  const mayEdit = mayFill(store, table.role ?? above)
  const { actions, least, setLeast, notice, undo, question } = useRows(table, table.path)
  const count = Array.isArray(value) ? value.length : 0
  const given = table.fixedRows
  // Whether rows may come and go; their cells may be filled in any case.
  const isOpenEnded = mayEdit && given === undefined
  const shown = given?.length ?? (mayEdit ? Math.max(count, least) : count)
  const layouts = useMemo(() => given && tableLayout(table, given.length), [table, given])
  const rows = useMemo<readonly GridRow[]>(
    () =>
      Array.from({ length: shown }, (_, i) => ({
        keys: [...table.path, i],
        head: headOf(table, i),
        given: given?.[i],
        layout: layouts?.[i],
      })),
    [table, shown, given, layouts],
  )
  const heads = useMemo(() => columnHeads(table), [table])
  const bands = useMemo(() => (isGrouped(heads) ? bandsOf(heads) : undefined), [heads])
  const columns = useMemo(
    // A card has no head above its fields that could tell the group.
    () =>
      isNarrow && bands
        ? table.columns.map((column, i) => ({ ...column, title: nameOfHead(heads[i] ?? column) }))
        : table.columns,
    [table, heads, bands, isNarrow],
  )
  const after = useCallback(
    (index: number) => {
      const sums = layouts?.[index]?.sums ?? []
      return isNarrow ? <SubtotalCards table={table} sums={sums} /> : <Subtotals table={table} sums={sums} />
    },
    [table, layouts, isNarrow],
  )
  const menu = useCallback((index: number) => <RowMenu index={index} actions={actions} />, [actions])
  if (isHidden) return null

  const id = idOf(place)
  const isFull = shown >= table.maxRows
  const add = () => {
    setLeast(shown + 1)
    const first = table.columns.find((column) => !column.compute)
    goTo(pointerOf([...table.path, shown, first?.key ?? '']))
  }
  const layout = {
    id: `${id}`,
    labelledBy: `${id}-label`,
    rows,
    columns,
    lists,
    isFixed: !mayEdit,
    ...(table.subtotals && { after }),
  }
  return (
    <div className="pf-field pf-block" data-at={place} data-kind="table" data-size="l">
      <BlockHead node={table} />
      {shown === 0 ? (
        <p className="pf-blank">未填</p>
      ) : isNarrow ? (
        <Cards
          {...layout}
          {...(isOpenEnded && { menu })}
          nameOf={(index) => (table.rowNumber ? headOf(table, index) : rowName(table, index, lists))}
          foot={<TotalCard table={table} />}
        />
      ) : (
        <Grid
          {...layout}
          corner={table.rowNumber?.title ?? '序号'}
          naming={(given ? namingColumn(table) : table.columns[0])?.key}
          bands={bands}
          foot={<Totals table={table} hasMenu={isOpenEnded} />}
          {...(mayEdit && { onPaste: actions.paste })}
          {...(isOpenEnded && {
            menu,
            onShortcut: shortcut(actions),
            ...(!isFull && { onBeyond: add }),
          })}
        />
      )}
      {isOpenEnded && (
        <div className="pf-grid-tools">
          {isFull ? (
            <span className="pf-quiet">已达 {table.maxRows} 行上限</span>
          ) : (
            <button type="button" className="pf-button" onClick={add}>
              添加一行
            </button>
          )}
          {!isNarrow && <span className="pf-quiet">方向键、Tab、Enter 在格间移动，可整块粘贴 Excel 内容</span>}
        </div>
      )}
      {question && <DeleteQuestion {...question} />}
      <DoneNotice notice={notice} undo={undo} />
      <CellIssues id={`${id}-issues`} place={place} issues={issues} />
    </div>
  )
}
