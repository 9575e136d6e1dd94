import type { Band, Field, Json, JsonObject, Lists } from '@policyforms/core'
import {
  type ClipboardEvent,
  type CSSProperties,
  type FocusEvent,
  Fragment,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useMemo,
  useState,
} from 'react'
import type { Keys } from '../store/place.ts'
import { usePress } from '../widgets/use-press.ts'
import { enterCell } from './cell.tsx'
import { blockOf } from './clipboard.ts'
import { GridHeads, headIdsOf } from './grid-heads.tsx'
import { gridWidths } from './grid-widths.ts'
import { type CellAt, targetOf } from './move.ts'
import { Row } from './row.tsx'
import type { RowLayout } from './table-layout.ts'

export interface GridRow {
  readonly keys: Keys
  readonly head: string
  /** What the template prints in some of its cells. */
  readonly given?: JsonObject | undefined
  /** The group that it belongs to, if rows have groups. */
  readonly group?: RowGroup | undefined
  /** Belongs to no group where others do: its head stands in both columns of heads. */
  readonly isAlone?: boolean
  /** Its own columns and merged cells, if it has any. */
  readonly layout?: Pick<RowLayout, 'columns' | 'heights'> | undefined
}

/** A column of sums. */
export interface GridSum {
  readonly key: string
  readonly title: string
  /** Tells it from the others where its group is not in sight. */
  readonly name: string
  /** How many columns stand before it. */
  readonly at: number
  readonly of: (row: Json | undefined) => string
}

/** What stands in a row, one after the other: a column by its index, or a sum. */
export type GridOrder = readonly (number | GridSum)[]

const noSums: readonly GridSum[] = []

const orderOf = (columns: readonly Field[], sums: readonly GridSum[]): GridOrder => {
  const sumsAt = (place: number) => sums.filter(({ at }) => at === place)
  return [...columns.flatMap((_, i) => [...sumsAt(i), i]), ...sumsAt(columns.length)]
}

export interface RowGroup {
  readonly id: string
  readonly title: string
  /** The index of the row that it begins with; -1 where that is none of the answers. */
  readonly from: number
  /** How many rows of the grid it stands beside. */
  readonly span: number
}

export interface GridProps {
  readonly id: string
  readonly labelledBy: string
  readonly corner: string
  readonly rows: readonly GridRow[]
  readonly columns: readonly Field[]
  readonly lists: Lists
  readonly isFixed: boolean
  /** Groups of columns, each under one head. */
  readonly bands?: readonly Band[] | undefined
  /** Columns of row heads, 1 unless told. */
  readonly lead?: number
  /** Rows of the table's own above the first. */
  readonly before?: ReactNode
  /** Rows of the table's own after this one, such as subtotals. */
  readonly after?: (index: number) => ReactNode
  readonly menu?: (index: number) => ReactNode
  /** Columns of sums among its own. */
  readonly sums?: readonly GridSum[]
  /** The column that tells what a row is about: it stays in sight when the table is scrolled. */
  readonly naming?: string | undefined
  readonly foot?: ReactNode
  readonly onPaste?: (block: readonly (readonly string[])[], at: CellAt) => void
  /** Going down from the last row. */
  readonly onBeyond?: () => void
  readonly onShortcut?: (event: KeyboardEvent, row: number) => boolean
}

const cellOf = (target: EventTarget): HTMLTableCellElement | null =>
  target instanceof Element ? target.closest<HTMLTableCellElement>('td.pf-cell') : null

/** The place of a cell by where it stands in the table. Merged cells make it no matter of counting. */
const placeOf = (cell: HTMLTableCellElement): CellAt => ({
  row: Number(cell.closest('tr')?.dataset.row),
  column: Number(cell.dataset.column),
})

export const Grid = (props: GridProps) => {
  const { id, rows, columns, bands, lists, lead = 1, sums = noSums } = props
  const order = useMemo(() => orderOf(columns, sums), [columns, sums])
  const has = { corner: props.corner, lead, isMenu: props.menu !== undefined, sums: sums.length }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it has comes and goes with its columns
  const widths = useMemo(() => gridWidths(columns, rows, lists, has), [columns, rows, lists])
  const headIds = useMemo(() => headIdsOf(id, columns, bands), [id, columns, bands])
  const [active, setActive] = useState<CellAt>()
  const [entry, setEntry] = useState<CellAt>({ row: 0, column: 0 })
  const afterPress = usePress()
  const named = widths.isWide ? columns.findIndex(({ key }) => key === props.naming) : -1
  const naming = columns[named]?.key
  // What is frozen at the left covers no cell that is gone to.
  const inSight = widths.lead + (widths.columns[named] ?? 0) + 10

  const go = (table: HTMLElement, to: CellAt): boolean => {
    const cell = table.querySelector<HTMLElement>(`tr[data-row="${to.row}"] > td[data-column="${to.column}"]`)
    cell?.focus()
    return cell !== null
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const cell = cellOf(event.target)
    if (!cell || event.nativeEvent.isComposing) return
    const at = placeOf(cell)
    if (props.onShortcut?.(event, at.row)) {
      event.preventDefault()
      return
    }
    const to = targetOf(event, at, cell, columns.length)
    if (!to) return
    const step = event.shiftKey ? -1 : 1
    let next = to
    let isDone = go(event.currentTarget, next)
    // Tab passes over what is part of a merged cell further up.
    while (!isDone && event.key === 'Tab' && rows[next.row] && next.column + step < columns.length) {
      next =
        next.column + step < 0
          ? { row: next.row - 1, column: columns.length - 1 }
          : { ...next, column: next.column + step }
      isDone = go(event.currentTarget, next)
    }
    // Tab out of the last cell leaves the table; every other key that has nowhere to go stays.
    if (isDone || event.key !== 'Tab') event.preventDefault()
    if (!isDone && event.key === 'Enter') props.onBeyond?.()
  }
  const onFocus = (event: FocusEvent) => {
    const cell = cellOf(event.target)
    if (!cell?.dataset.at) return
    const at = placeOf(cell)
    if (active?.row === at.row && active.column === at.column) {
      if (event.target === cell) enterCell(cell)
      return
    }
    setActive(at)
    setEntry(at)
  }
  const onBlur = (event: FocusEvent<HTMLTableElement>) => {
    // Another window has come to the front: the cell waits as it is.
    const table = event.currentTarget
    if (!document.hasFocus() || table.contains(event.relatedTarget)) return
    afterPress(() => {
      if (!table.contains(document.activeElement)) setActive(undefined)
    })
  }
  const onMouseDown = (event: MouseEvent) => {
    const cell = cellOf(event.target)
    if (!cell?.dataset.at || cell.dataset.active !== undefined) return
    // The cell is entered by the focus; the press itself would take the focus away again.
    event.preventDefault()
    cell.focus()
  }
  const onPaste = (event: ClipboardEvent) => {
    const cell = cellOf(event.target)
    const text = event.clipboardData.getData('text/plain')
    const block = blockOf(text)
    if (!cell || !block || !props.onPaste) return
    const at = placeOf(cell)
    // Paragraphs pasted into a narrative are one text, not a column of rows.
    if (columns[at.column]?.kind === 'narrative' && !text.includes('\t')) return
    event.preventDefault()
    props.onPaste(block, at)
  }

  return (
    <section
      className="pf-grid-scroll"
      data-wide={widths.isWide}
      aria-labelledby={props.labelledBy}
      // React's types know no properties of one's own.
      style={{ scrollPaddingInlineStart: inSight, '--pf-lead': `${widths.lead}px` } as CSSProperties}
    >
      <table
        id={id}
        className="pf-grid"
        data-lead={lead}
        aria-labelledby={props.labelledBy}
        aria-rowcount={rows.length}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onBlur={onBlur}
        onMouseDown={onMouseDown}
        onPaste={onPaste}
      >
        <GridHeads {...props} order={order} widths={widths} naming={naming} />
        <tbody>
          {props.before}
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place among the answers
            <Fragment key={index}>
              <Row
                {...row}
                index={index}
                columns={columns}
                headIds={headIds}
                order={order}
                lists={lists}
                active={active?.row === index ? active.column : undefined}
                entry={entry.row === index ? entry.column : undefined}
                isFixed={props.isFixed}
                naming={naming}
                {...(props.menu && { menu: props.menu })}
              />
              {props.after?.(index)}
            </Fragment>
          ))}
        </tbody>
        {props.foot}
      </table>
    </section>
  )
}
