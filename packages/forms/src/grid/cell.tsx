import { type Field, fieldKindOf, type Issue, type Json, type Lists, pointerOf, sentence } from '@policyforms/core'
import { memo, useLayoutEffect, useMemo, useRef } from 'react'
import { wordOf } from '../fields/issue-list.tsx'
import { ShownValue } from '../fields/shown-value.tsx'
import type { Keys } from '../store/place.ts'
import { widgets } from '../widgets/index.ts'
import { idOf } from '../widgets/widget.ts'

export interface CellProps {
  readonly field: Field
  readonly lists: Lists
  readonly row: Keys
  readonly rowHead: string
  readonly columnHead: string
  readonly value: Json | undefined
  readonly issues: readonly Issue[] | undefined
  /** Has the control in it. All other cells are plain text, which keeps a table of thousands of cells light. */
  readonly isActive: boolean
  /** The one cell that Tab reaches from outside. */
  readonly isEntry: boolean
  readonly isFixed: boolean
  /** Its place among the columns. */
  readonly column: number
  /** Stays in sight when the table is scrolled. */
  readonly isNaming: boolean
  /** How many lines it takes, 1 unless told. */
  readonly height: number | undefined
}

const focusable = 'input:not([type=file]):not([tabindex="-1"]),select,textarea,button'

/** Hands the focus of a cell to the control in it, with its text selected so that typing replaces it. */
export const enterCell = (cell: HTMLElement) => {
  const control = cell.querySelector<HTMLElement>(focusable)
  if (!control) return
  control.focus()
  if (control instanceof HTMLInputElement && control.type === 'text') control.select()
  if (control instanceof HTMLTextAreaElement) control.select()
}

/**
 * The control appears when the cell gets the focus and takes the focus at once, so that an input method finds an
 * input before the first key.
 */
export const Cell = memo((props: CellProps) => {
  const { field, isActive, isFixed, issues } = props
  const cell = useRef<HTMLTableCellElement>(null)
  const keys = useMemo(() => [...props.row, field.key], [props.row, field.key])
  useLayoutEffect(() => {
    if (isActive && !isFixed && cell.current) enterCell(cell.current)
  }, [isActive, isFixed])

  const place = pointerOf(keys)
  const id = idOf(place)
  const isInvalid = issues?.some((issue) => issue.severity === 'error') ?? false
  const said = issues?.map((issue) => `${wordOf(issue)}：${sentence(issue)}`).join('；')
  const { Control } = widgets[field.kind]
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: it has the role that supports it, by its table or by itself
    <td
      ref={cell}
      id={id}
      className="pf-cell"
      data-at={place}
      data-column={props.column}
      rowSpan={props.height}
      data-align={fieldKindOf(field).align}
      data-active={isActive || undefined}
      data-fixed={isFixed || undefined}
      data-naming={props.isNaming || undefined}
      data-invalid={isInvalid || undefined}
      data-warned={(!isInvalid && said !== undefined) || undefined}
      // What a cell of a grid is anyway; said aloud where a state is added that only a gridcell has.
      role={isFixed ? 'gridcell' : undefined}
      aria-readonly={isFixed || undefined}
      tabIndex={props.isEntry && !isActive ? 0 : -1}
      title={isActive ? undefined : said}
    >
      {isActive && !isFixed ? (
        <Control
          key={place}
          field={field}
          lists={props.lists}
          keys={keys}
          id={`${id}-control`}
          value={props.value}
          invalid={isInvalid}
          labelledBy={`${props.rowHead} ${props.columnHead}`}
          describedBy={said === undefined ? undefined : `${id}-said`}
          compact
        />
      ) : (
        props.value !== undefined && (
          <ShownValue field={field} lists={props.lists} value={props.value} href={undefined} bare />
        )
      )}
      {said !== undefined && (
        <span className="pf-visually-hidden" id={`${id}-said`}>
          {said}
        </span>
      )}
    </td>
  )
})
