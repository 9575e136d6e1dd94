import { isObject, type Json, property } from '@policyforms/core'
import { use, useId, useMemo, useState } from 'react'
import type { EditorProps } from '../build/editors/editor-props.ts'
import { FileInHand } from '../build/names.ts'
import { parsed } from '../model/outline.ts'
import { useWorkbench } from '../workbench-context.ts'
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
          isCode
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

interface CellProps {
  readonly label: string
  readonly value: string
  readonly isCode?: boolean
  readonly placeholder?: string
  readonly onCommit: (text: string) => void
}

/** Taken over when the person leaves it: a step of undo for each cell, not for each letter. */
function Cell({ label, value, isCode = false, placeholder, onCommit }: CellProps) {
  const [typed, setTyped] = useState<string>()
  const commit = () => {
    if (typed !== undefined && typed !== value) onCommit(typed)
    setTyped(undefined)
  }
  return (
    <input
      type="text"
      {...(isCode && { className: 'code' })}
      aria-label={label}
      placeholder={placeholder}
      value={typed ?? value}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') commit()
        if (event.key === 'Escape') setTyped(undefined)
      }}
    />
  )
}

/** A parameter is a column: a threshold by region, a coefficient by industry. */
function AddParameter({ taken, onAdd }: { readonly taken: readonly string[]; readonly onAdd: (name: string) => void }) {
  const [name, setName] = useState<string>()
  const id = useId()
  if (name === undefined)
    return (
      <button type="button" className="button" onClick={() => setName('')}>
        添一列参数
      </button>
    )
  const isRight = /^[a-z][A-Za-z0-9]*$/.test(name) && !taken.includes(name)
  return (
    <form
      className="add-parameter"
      onSubmit={(event) => {
        event.preventDefault()
        if (isRight) onAdd(name)
        if (isRight) setName(undefined)
      }}
    >
      <label className="unseen" htmlFor={id}>
        参数的键，如 threshold
      </label>
      <input
        id={id}
        // biome-ignore lint/a11y/noAutofocus: it appears because the person asked for it
        autoFocus
        type="text"
        className="code"
        placeholder="参数的键，如 threshold"
        value={name}
        aria-invalid={name !== '' && !isRight}
        onChange={({ target }) => setName(target.value.trim())}
      />
      <button type="submit" className="button" disabled={!isRight}>
        添上
      </button>
      <button type="button" className="button" onClick={() => setName(undefined)}>
        取消
      </button>
    </form>
  )
}
