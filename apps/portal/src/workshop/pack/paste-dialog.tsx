import { useId, useMemo, useState } from 'react'
import { Dialog } from '../../parts/dialog.tsx'
import { rowsOf } from './entry-edits.ts'
import { countOf, type Entry, readEntries } from './read-entries.ts'

interface PasteDialogProps {
  readonly onClose: () => void
  readonly onTake: (entries: readonly Entry[], how: 'instead' | 'after') => void
}

const shown = 12

/** Cells from Excel, how they are understood, and whether they come instead of what is there or after it. */
export function PasteDialog({ onClose, onTake }: PasteDialogProps) {
  const [text, setText] = useState('')
  const [keepsHead, setKeepsHead] = useState(false)
  const read = useMemo(() => readEntries(text), [text])
  const { entries, how } = (keepsHead && read.withHead) || read
  const count = countOf(entries)
  const id = useId()
  return (
    <Dialog
      title="从 Excel 粘贴"
      onClose={onClose}
      wide
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button type="button" className="button" disabled={count === 0} onClick={() => onTake(entries, 'after')}>
            接在后面
          </button>
          <button
            type="button"
            className="button primary"
            disabled={count === 0}
            onClick={() => onTake(entries, 'instead')}
          >
            换成这 {count} 项
          </button>
        </>
      }
    >
      <div className="property">
        <label htmlFor={id}>在 Excel 里选好，复制，粘贴到这里</label>
        <textarea id={id} rows={8} value={text} onChange={({ target }) => setText(target.value)} />
        <p className="help">可以是“代码、文字”两列，也可以一列是一级（如 省、市、县）。</p>
      </div>
      {count > 0 && (
        <>
          <p role="status">
            读出 {count} 项。{how}
          </p>
          {read.withHead && (
            <label>
              <input type="checkbox" checked={keepsHead} onChange={({ target }) => setKeepsHead(target.checked)} />
              第一行也是一项，不是表头
            </label>
          )}
          <ul className="pasted" aria-label="读出的前几项">
            {rowsOf(entries)
              .slice(0, shown)
              .map(({ trail, entry }) => (
                <li key={trail.join('.')} data-level={trail.length}>
                  {entry.title} <code className="secondary">{entry.code}</code>
                </li>
              ))}
            {count > shown && <li className="secondary">……</li>}
          </ul>
        </>
      )}
    </Dialog>
  )
}
