import { useId, useRef, useState } from 'react'
import { type CitingPlace, isCopied, type WrittenClause } from './policy-edits.ts'

interface ClauseDetailProps {
  readonly clause: WrittenClause
  readonly isFirst: boolean
  readonly source: readonly string[] | undefined
  /** What carries it in the pack's own files. */
  readonly carriers: readonly { readonly place: CitingPlace; readonly label: string }[]
  /** What carries it besides, such as common parts. */
  readonly others: readonly string[]
  readonly onChange: (change: { readonly [key: string]: string | false | undefined }) => void
  readonly onRename: (id: string) => void
  readonly onMerge: () => void
  readonly onSplit: (at: number) => void
  readonly onRemove: () => void
  readonly onGo: (place: CitingPlace) => void
  readonly onTakeOff: (place: CitingPlace) => void
}

/** One clause beside its source: its number, heading and gist, whether it asks anything, and what carries it. */
export function ClauseDetail(props: ClauseDetailProps) {
  const { clause, isFirst, source, carriers, others, onChange, onMerge, onSplit, onRemove, onGo, onTakeOff } = props
  const id = useId()
  const gist = useRef<HTMLTextAreaElement>(null)
  const copied = isCopied(clause.gist, source)
  return (
    <div className="clause-detail">
      <div className="clause-facts">
        <IdEditor key={clause.id} id={clause.id} onRename={props.onRename} />
        <div className="property">
          <label htmlFor={`${id}-heading`}>标题（照原文）</label>
          <input
            id={`${id}-heading`}
            type="text"
            maxLength={60}
            value={clause.heading}
            onChange={({ target }) => onChange({ heading: target.value })}
          />
        </div>
      </div>
      {source && source.length > 0 && (
        <div className="clause-source">
          <h2>原文</h2>
          {source.map((paragraph, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity but their place
            <p key={i}>{paragraph}</p>
          ))}
        </div>
      )}
      <div className="property">
        <label htmlFor={`${id}-gist`}>
          要求（用自己的话写）{copied && <span className="to-reword">待改写：还和原文一样</span>}
        </label>
        <textarea
          id={`${id}-gist`}
          ref={gist}
          rows={5}
          maxLength={400}
          value={clause.gist}
          onChange={({ target }) => onChange({ gist: target.value })}
        />
        <p className="clause-actions">
          <button type="button" className="button" onClick={() => onSplit(gist.current?.selectionStart ?? 0)}>
            从光标处分成两条
          </button>
          <button type="button" className="button" disabled={isFirst} onClick={onMerge}>
            并入上一条
          </button>
          <button type="button" className="button" onClick={onRemove}>
            删除这一条
          </button>
        </p>
      </div>
      <div className="property">
        <label className="choice-row">
          <input
            type="checkbox"
            checked={clause.asksNothing}
            onChange={({ target }) =>
              onChange(
                target.checked
                  ? { asks: false, reason: clause.reason || '不涉及材料内容。' }
                  : { asks: undefined, reason: undefined },
              )
            }
          />
          对材料没有要求
        </label>
        {clause.asksNothing && (
          <input
            type="text"
            aria-label="为什么没有要求"
            value={clause.reason}
            onChange={({ target }) => onChange({ reason: target.value || '不涉及材料内容。' })}
          />
        )}
      </div>
      <div className="property">
        <h2>落实在</h2>
        {carriers.length + others.length === 0 && (
          <p className="secondary">还没有。把这一条拖到右边的字段或规则上，或者在右边选“挂上”。</p>
        )}
        <ul className="clause-carriers">
          {carriers.map(({ place, label }) => (
            <li key={`${place.file} ${place.keys.join('/')}`}>
              <button type="button" className="link" onClick={() => onGo(place)}>
                {label}
              </button>
              <button type="button" className="icon" aria-label={`从${label}取下`} onClick={() => onTakeOff(place)}>
                ×
              </button>
            </li>
          ))}
          {others.map((label) => (
            <li key={label}>{label}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** A number is taken over when the person is done with it: what cites the clause follows. */
function IdEditor({ id, onRename }: { readonly id: string; readonly onRename: (id: string) => void }) {
  const field = useId()
  const [typed, setTyped] = useState(id)
  const isRight = /^[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$/.test(typed)
  const commit = () => {
    if (isRight && typed !== id) onRename(typed)
    else setTyped(id)
  }
  return (
    <div className="property">
      <label htmlFor={field}>编号</label>
      <input
        id={field}
        type="text"
        value={typed}
        aria-invalid={!isRight}
        onChange={({ target }) => setTyped(target.value.trim())}
        onBlur={commit}
        onKeyDown={({ key }) => {
          if (key === 'Enter') commit()
          if (key === 'Escape') setTyped(id)
        }}
      />
    </div>
  )
}
