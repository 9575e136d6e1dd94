import type { DraftNode } from '@policyforms/core'
import { useEffect, useRef } from 'react'
import { dialect, nameOfKind } from '../model/dialect.ts'
import { agreed, asKind, choiceKinds, fieldKinds, type Trail } from './draft-edits.ts'
import { GuessOptions } from './guess-options.tsx'

interface GuessListProps {
  readonly nodes: readonly DraftNode[]
  readonly trail?: Trail
  readonly place: string
  readonly onPlace: (place: string) => void
  readonly onChange: (trail: Trail, change: (node: DraftNode) => DraftNode | undefined) => void
}

const sure = { high: '有把握', medium: '大概如此', low: '拿不准' } as const

/** What each piece was taken for: to be agreed with, changed, or left out. */
export function GuessList(props: GuessListProps) {
  const { nodes, trail = [] } = props
  return (
    <ul className="guesses">
      {nodes.map((node, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a guess is told from others by where it stands
        <Guess key={i} {...props} node={node} trail={[...trail, i]} />
      ))}
    </ul>
  )
}

function Guess(props: GuessListProps & { readonly node: DraftNode; readonly trail: Trail }) {
  const { node, trail, place, onPlace, onChange } = props
  const kind = node.keywords['x-kind']
  const { confidence, why, place: from } = node.evidence
  const isHere = from === place
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isHere) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isHere])
  const isField = fieldKinds.includes(kind)
  return (
    <li>
      <div ref={row} className="guess" aria-current={isHere ? 'true' : undefined} data-confidence={confidence}>
        <input
          type="text"
          aria-label={`名称：${node.title}`}
          value={node.title}
          onFocus={() => onPlace(from)}
          onChange={({ target }) => onChange(trail, (one) => ({ ...one, title: target.value }))}
        />
        {isField ? (
          <select
            aria-label={`“${node.title}”的种类`}
            value={kind}
            onChange={({ target }) => onChange(trail, (one) => asKind(one, target.value))}
          >
            {fieldKinds.map((one) => (
              <option key={one} value={one}>
                {nameOfKind(dialect, one)}
              </option>
            ))}
          </select>
        ) : (
          <span className="secondary">{nameOfKind(dialect, kind)}</span>
        )}
        <span className="confidence" title={why}>
          {sure[confidence]}
        </span>
        <span className="guess-actions">
          {confidence !== 'high' && (
            <button
              type="button"
              className="link"
              aria-label={`确认“${node.title}”`}
              onClick={() => onChange(trail, agreed)}
            >
              对
            </button>
          )}
          <button
            type="button"
            className="link"
            aria-label={`去掉“${node.title}”`}
            onClick={() => onChange(trail, () => undefined)}
          >
            去掉
          </button>
        </span>
      </div>
      {choiceKinds.includes(kind) && <GuessOptions node={node} onChange={(how) => onChange(trail, how)} />}
      {node.question && <p className="help question">{node.question}</p>}
      {node.children && node.children.length > 0 && <GuessList {...props} nodes={node.children} />}
    </li>
  )
}
