import type { SheetPicture, SheetPictureCell, SheetPictureRow } from '@policyforms/core'
import { memo, useState } from 'react'
import { Skeleton } from '../../parts/page-states.tsx'
import { PreviewState } from './preview-state.tsx'
import { usePreview } from './use-preview.ts'
import type { OnTrial } from './use-trial.ts'
import './sheet.css'

// The wire types are shared with the server, which is built from the same tree.
const toSheets = (response: Response) => response.json() as Promise<readonly SheetPicture[]>

/** The fill-in workbook as Excel will show it. */
export function SheetPreview({ on }: { readonly on: OnTrial }) {
  const { value, isUpdating, trouble } = usePreview('sheet', on.state.answers, toSheets)
  const [chosen, setChosen] = useState<string>()
  const sheet = value?.find(({ name }) => name === chosen) ?? value?.[0]
  return (
    <div className="sheet-pane">
      <PreviewState on={on} isUpdating={isUpdating} trouble={trouble}>
        {sheet && '带 ▾ 的格子有下拉列表，带角标的有说明；灰色的格子锁定。'}
      </PreviewState>
      {!value && !trouble && <Skeleton kind="rows" rows={12} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that the keyboard must reach it */}
      <section className="sheet-scroll" tabIndex={0} aria-label={sheet ? `工作表：${sheet.name}` : '工作表'}>
        {sheet && <SheetTable sheet={sheet} />}
      </section>
      <div className="sheet-tabs" role="toolbar" aria-label="换工作表">
        {value?.map(({ name }) => (
          <button key={name} type="button" aria-pressed={name === sheet?.name} onClick={() => setChosen(name)}>
            {name}
          </button>
        ))}
      </div>
    </div>
  )
}

const SheetTable = memo(function SheetTable({ sheet }: { readonly sheet: SheetPicture }) {
  const covered = coveredIn(sheet.rows)
  return (
    <table className="sheet">
      <colgroup>
        {sheet.widths.map((width, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other identity
          <col key={i} ref={(col) => col?.style.setProperty('width', `${width * 7 + 5}px`)} />
        ))}
      </colgroup>
      <tbody>
        {sheet.rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other identity
          <Row key={i} row={row} columns={sheet.widths.length} covered={covered[i] ?? none} />
        ))}
        {sheet.more > 0 && (
          <tr>
            <td colSpan={sheet.widths.length} className="secondary">
              下面还有 {sheet.more} 行
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
})

const none: ReadonlySet<number> = new Set()

/** For each row the columns that merged cells of rows above reach down into. */
const coveredIn = (rows: readonly SheetPictureRow[]): readonly ReadonlySet<number>[] => {
  const covered = rows.map(() => new Set<number>())
  for (const [above, { cells }] of rows.entries())
    for (const { column, across = 1, down = 1 } of cells)
      for (const row of covered.slice(above + 1, above + down)) for (let i = 0; i < across; i++) row.add(column + i)
  return covered
}

interface RowProps {
  readonly row: SheetPictureRow
  readonly columns: number
  readonly covered: ReadonlySet<number>
}

function Row({ row, columns, covered }: RowProps) {
  const byColumn = new Map(row.cells.map((cell) => [cell.column, cell]))
  const places: (SheetPictureCell | number)[] = []
  for (let column = 1; column <= columns; column++) {
    if (covered.has(column)) continue
    const cell = byColumn.get(column)
    places.push(cell ?? column)
    column += (cell?.across ?? 1) - 1
  }
  return (
    <tr>
      {places.map((place) =>
        typeof place === 'number' ? <td key={place} /> : <Cell key={place.column} cell={place} />,
      )}
    </tr>
  )
}

function Cell({ cell }: { readonly cell: SheetPictureCell }) {
  const said = [cell.comment, cell.asks].filter(Boolean).join('\n')
  return (
    <td
      colSpan={cell.across}
      rowSpan={cell.down}
      data-look={cell.look}
      data-align={cell.align}
      data-offers={cell.offers}
      data-comment={cell.comment !== undefined || undefined}
      title={said || undefined}
    >
      {cell.text}
    </td>
  )
}
