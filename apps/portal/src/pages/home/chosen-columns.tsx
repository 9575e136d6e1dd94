import { useId } from 'react'
import { type Item, moved } from './column-list.ts'

interface ChosenColumnsProps {
  readonly items: readonly Item[]
  readonly taken: readonly string[]
  readonly onChange: (taken: readonly string[]) => void
}

/** The columns as they will stand, each to be moved by its buttons. */
export function ChosenColumns({ items, taken, onChange }: ChosenColumnsProps) {
  const heading = useId()
  const byId = new Map(items.map((item) => [item.id, item]))
  const inOrder = items.filter(({ id }) => taken.includes(id)).map(({ id }) => id)
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>已选 {taken.length} 项，按这个次序排</h3>
      <p className="actions">
        <button type="button" className="link" onClick={() => onChange(inOrder)}>
          恢复模板的次序
        </button>
      </p>
      <ol className="column-list">
        {taken.flatMap((id, i) => {
          const item = byId.get(id)
          if (!item) return []
          return (
            <li key={id}>
              <span>
                {item.label}
                {item.isList && <span className="secondary">（另成一张表）</span>}
              </span>
              <button
                type="button"
                className="button"
                aria-label={`${item.label}上移`}
                disabled={i === 0}
                onClick={() => onChange(moved(taken, id, -1))}
              >
                ↑
              </button>
              <button
                type="button"
                className="button"
                aria-label={`${item.label}下移`}
                disabled={i === taken.length - 1}
                onClick={() => onChange(moved(taken, id, 1))}
              >
                ↓
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
