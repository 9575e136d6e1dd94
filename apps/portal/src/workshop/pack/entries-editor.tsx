import { isObject, type Json, property } from '@policyforms/core'
import { use, useMemo, useState } from 'react'
import type { EditorProps } from '../build/editors/editor-props.ts'
import { FileInHand } from '../build/names.ts'
import { parsed } from '../model/outline.ts'
import { useWorkbench } from '../workbench-context.ts'
import { AddParameter } from './add-parameter.tsx'
import { Cell } from './entry-cell.tsx'
import {
  addEntry,
  changeEntry,
  type EntryRow,
  parametersOf,
  removeEntry,
  rowsOf,
  shiftEntry,
  withCode,
  withParameter,
} from './entry-edits.ts'
import { PasteDialog } from './paste-dialog.tsx'
import { countOf, type Entry } from './read-entries.ts'
import './entries.css'

const most = 200

// The text may be half written; what is no entry is left to the JSON beside it.
const entriesOf = (value: Json | undefined): readonly Entry[] =>
  (Array.isArray(value) ? value : []).filter((one) => isObject(one)) as unknown as readonly Entry[]

/** The entries of a code list as rows of a table, and as cells pasted from Excel. */
export function EntriesEditor({ id, label, value, onChange }: EditorProps) {
  const entries = entriesOf(value)
  const [sought, setSought] = useState('')
  const [isPasting, setPasting] = useState(false)
  const [added, setAdded] = useState<readonly string[]>([])
  // Entries are plain data, as the file has them.
  const set = (next: readonly Entry[]) => onChange(next as unknown as Json)
  const published = usePublishedCodes()
  const rows = rowsOf(entries).filter(({ entry }) => `${entry.code} ${entry.title}`.includes(sought.trim()))
  const parameters = [...new Set([...parametersOf(entries), ...added])]
  return (
    <div className="entries" id={id}>
      <div className="entries-tools" role="toolbar" aria-label={label}>
        <button type="button" className="button" onClick={() => setPasting(true)}>
          从 Excel 粘贴
        </button>
        <AddParameter taken={parameters} onAdd={(name) => setAdded([...added, name])} />
        <input
          type="search"
          aria-label="查找代码或文字"
          placeholder="查找代码或文字"
          value={sought}
          onChange={({ target }) => setSought(target.value)}
        />
      </div>
      <div className="entries-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">文字</th>
              <th scope="col">代码</th>
              <th scope="col">要写明</th>
              {parameters.map((name) => (
                <th key={name} scope="col">
                  <code>{name}</code>
                </th>
              ))}
              <th scope="col">
                <span className="unseen">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row) => (
              <EntryLine
                key={row.trail.join('.')}
                row={row}
                entries={entries}
                parameters={parameters}
                published={published}
                set={set}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="secondary">
        共 {countOf(entries)} 项{rows.length > most && `，这里列出前 ${most} 项，请查找`}。
        <button type="button" className="link" onClick={() => set(addEntry(entries, undefined, 'after'))}>
          在最后添一项
        </button>
      </p>
      {isPasting && (
        <PasteDialog
          onClose={() => setPasting(false)}
          onTake={(read, how) => {
            set(how === 'instead' ? read : [...entries, ...read])
            setPasting(false)
          }}
        />
      )}
    </div>
  )
}

const usePublishedCodes = (): ReadonlySet<string> => {
  const { store } = useWorkbench()
  const path = use(FileInHand)
  return useMemo(() => {
    const taken = property(parsed(path ? store.takenText(path) : ''), 'entries')
    return new Set(rowsOf(entriesOf(taken)).map(({ entry }) => entry.code))
  }, [store, path])
}

interface EntryLineProps {
  readonly row: EntryRow
  readonly entries: readonly Entry[]
  readonly parameters: readonly string[]
  /** The codes that everybody has now. */
  readonly published: ReadonlySet<string>
  readonly set: (next: readonly Entry[]) => void
}

function EntryLine({ row: { trail, entry, inherited }, entries, parameters, published, set }: EntryLineProps) {
  const change = (next: Entry) => set(changeEntry(entries, trail, next))
  const { other: _, ...plain } = entry
  const actions = [
    ['↑', `上移${entry.title}`, () => shiftEntry(entries, trail, -1)],
    ['↓', `下移${entry.title}`, () => shiftEntry(entries, trail, 1)],
    ['＋', `在${entry.title}后面添一项`, () => addEntry(entries, trail, 'after')],
    ['↳', `在${entry.title}下面添一级`, () => addEntry(entries, trail, 'below')],
    ['×', `去掉${entry.title}`, () => removeEntry(entries, trail)],
  ] as const
  return (
    <tr>
      <td data-level={trail.length}>
        <Cell label={`${entry.code} 的文字`} value={entry.title} onCommit={(title) => change({ ...entry, title })} />
      </td>
      <td>
        <Cell
          label={`${entry.title}的代码`}
          value={entry.code}
          onCommit={(code) => change(withCode(entry, code, published))}
        />
      </td>
      <td className="tick">
        <input
          type="checkbox"
          aria-label={`选了${entry.title}要写明`}
          checked={entry.other === true}
          onChange={({ target }) => change(target.checked ? { ...entry, other: true } : plain)}
        />
      </td>
      {parameters.map((name) => (
        <td key={name}>
          <Cell
            label={`${entry.title}的 ${name}`}
            value={String(entry.values?.[name] ?? '')}
            placeholder={String(inherited[name] ?? '')}
            onCommit={(text) => change(withParameter(entry, name, text))}
          />
        </td>
      ))}
      <td className="item-actions">
        {actions.map(([sign, title, done]) => (
          <button
            key={sign}
            type="button"
            className="icon"
            aria-label={title}
            title={title}
            onClick={() => set(done())}
          >
            {sign}
          </button>
        ))}
      </td>
    </tr>
  )
}
