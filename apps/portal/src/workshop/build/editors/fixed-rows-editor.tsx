import { type Json, valueAt } from '@policyforms/core'
import { type ClipboardEvent, useState } from 'react'
import { keysOfId, parsed } from '../../model/outline.ts'
import { swapped } from '../../model/swapped.ts'
import { Cell } from '../../pack/entry-cell.tsx'
import { useWorkbench, useWorking } from '../../workbench-context.ts'
import type { EditorProps } from './editor-props.ts'
import { type Column, cellText, columnsOf, type Row, rowsIn, withBlock, withCell } from './fixed-cells.ts'
import { ItemActions } from './item-actions.tsx'
import { ValueEditor } from './value-editor.tsx'
import '../../pack/entries.css'

/** The columns of the table in hand. */
const useColumns = (): readonly Column[] => {
  const { selected } = useWorkbench()
  const text = useWorking((state) => state.history.now.get(state.file) ?? '')
  return columnsOf(valueAt(parsed(text), keysOfId(selected.at(-1) ?? '')))
}

/** The rows that are printed beforehand, as the cells of the table that they are of. An empty cell is for the applicant. */
export function FixedRowsEditor(props: EditorProps) {
  const { id, label, value, onChange } = props
  const columns = useColumns()
  const rows = rowsIn(value)
  const [isOpen, setOpen] = useState(false)
  const set = (next: readonly Row[]) => onChange(next.length > 0 ? (next as readonly Json[]) : undefined)
  const paste = (i: number, column: number) => (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(text.trim())) return
    event.preventDefault()
    set(withBlock(rows, columns, [i, column], text))
  }
  // A row that says nothing is none; the first cell is there to be written over.
  const added = (): Row => (columns[0] ? { [columns[0].key]: '新的一行' } : {})
  return (
    <div className="entries" id={id}>
      {rows.length > 0 && (
        <div className="entries-scroll">
          <table aria-label={label}>
            <thead>
              <tr>
                {columns.map(({ key, title }) => (
                  <th key={key} scope="col">
                    {title}
                  </th>
                ))}
                <th scope="col">
                  <span className="unseen">操作</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
                <tr key={i}>
                  {columns.map((column, at) => (
                    <td key={column.key} onPaste={paste(i, at)}>
                      <Cell
                        label={`第 ${i + 1} 行的${column.title}`}
                        value={cellText(column, row[column.key])}
                        onCommit={(text) => set(rows.with(i, withCell(row, column, text)))}
                      />
                    </td>
                  ))}
                  <td>
                    <ItemActions
                      name={`第 ${i + 1} 行`}
                      at={i}
                      of={rows.length}
                      onMove={(to) => set(swapped(rows, i, to))}
                      onRemove={() => set(rows.toSpliced(i, 1))}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="secondary">
        写了的格子照印，不能改；空着的由填写人填。可以整块粘贴 Excel 的内容。
        <button type="button" className="link" onClick={() => set([...rows, added()])}>
          添一行
        </button>
      </p>
      {rows.length > 0 && (
        <details className="more-properties" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>逐行设置依据条款、小数位数</summary>
          {isOpen && <ValueEditor {...props} id={`${id}-each`} />}
        </details>
      )}
    </div>
  )
}
