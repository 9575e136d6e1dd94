interface ItemActionsProps {
  readonly name: string
  /** Its place among so many. */
  readonly at: number
  readonly of: number
  readonly onMove: (to: number) => void
  readonly onRemove: () => void
}

/** One place up or down, or away. */
export function ItemActions({ name, at, of, onMove, onRemove }: ItemActionsProps) {
  return (
    <span className="item-actions">
      <button
        type="button"
        className="icon"
        disabled={at === 0}
        aria-label={`上移${name}`}
        onClick={() => onMove(at - 1)}
      >
        ↑
      </button>
      <button
        type="button"
        className="icon"
        disabled={at === of - 1}
        aria-label={`下移${name}`}
        onClick={() => onMove(at + 1)}
      >
        ↓
      </button>
      <button type="button" className="icon" aria-label={`去掉${name}`} onClick={onRemove}>
        ×
      </button>
    </span>
  )
}
