import { type Json, valueAt } from '@policyforms/core'
import { lazy, Suspense, useState } from 'react'
import { keysOfId, parsed } from '../../model/outline.ts'
import { swapped } from '../../model/swapped.ts'
import { Cell } from '../../pack/entry-cell.tsx'
import { rowsOf } from '../../pack/entry-edits.ts'
import { useWorkbench, useWorking } from '../../workbench-context.ts'
import type { EditorProps } from './editor-props.ts'
import { ItemActions } from './item-actions.tsx'
import { addOption, type Option, optionsOf, pasteOptions, withConst, withOther } from './option-edits.ts'
import { ValueEditor } from './value-editor.tsx'
import '../../pack/entries.css'

const PasteDialog = lazy(async () => ({ default: (await import('../../pack/paste-dialog.tsx')).PasteDialog }))

/** The options as they were published, of the node in hand. */
const usePublished = (): readonly Option[] => {
  const { store, selected } = useWorkbench()
  const file = useWorking((state) => state.file)
  const keys = [...keysOfId(selected.at(-1) ?? ''), 'oneOf']
  return optionsOf(valueAt(parsed(store.takenText(file)), keys))
}

/** The options of a choice as rows of a table, and as cells pasted from Excel; all else that an option says below. */
export function OptionsEditor(props: EditorProps) {
  const { id, label, value, onChange } = props
  const options = optionsOf(value)
  const published = usePublished()
  const [isPasting, setPasting] = useState(false)
  const [isOpen, setOpen] = useState(false)
  // Options are plain data, as the file has them.
  const set = (next: readonly Option[]) => onChange(next.length > 0 ? (next as unknown as Json) : undefined)
  const change = (i: number, next: Option) => set(options.with(i, next))
  return (
    <div className="entries" id={id}>
      <div className="entries-tools" role="toolbar" aria-label={label}>
        <button type="button" className="button" onClick={() => setPasting(true)}>
          从 Excel 粘贴
        </button>
      </div>
      {options.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">文字</th>
              <th scope="col">代码</th>
              <th scope="col">要写明</th>
              <th scope="col">
                <span className="unseen">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {options.map((option, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: while a code is typed it is still the same option
              <tr key={i}>
                <td>
                  <Cell
                    label={`第 ${i + 1} 项的文字`}
                    value={option.title ?? ''}
                    onCommit={(title) => change(i, { ...option, title })}
                  />
                </td>
                <td>
                  <Cell
                    label={`第 ${i + 1} 项的代码`}
                    value={option.const ?? ''}
                    onCommit={(code) => change(i, withConst(option, code, published))}
                  />
                </td>
                <td className="tick">
                  <input
                    type="checkbox"
                    aria-label={`选了${option.title}要写明`}
                    checked={option['x-other'] === true}
                    onChange={({ target }) => change(i, withOther(option, target.checked))}
                  />
                </td>
                <td>
                  <ItemActions
                    name={option.title}
                    at={i}
                    of={options.length}
                    onMove={(to) => set(swapped(options, i, to))}
                    onRemove={() => set(options.toSpliced(i, 1))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <button type="button" className="link" onClick={() => set(addOption(options))}>
        添一项
      </button>
      {options.length > 0 && (
        <details className="more-properties" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>逐项设置依据条款、旧代码</summary>
          {isOpen && <ValueEditor {...props} id={`${id}-each`} />}
        </details>
      )}
      {isPasting && (
        <Suspense fallback={null}>
          <PasteDialog
            onClose={() => setPasting(false)}
            onTake={(read, how) => {
              const flat = rowsOf(read).map(({ entry }) => entry)
              set(pasteOptions(options, flat, how))
              setPasting(false)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}
