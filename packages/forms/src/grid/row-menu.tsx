import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { usePopover } from '../widgets/use-popover.ts'
import type { RowActions } from './use-rows.ts'

export interface RowMenuProps {
  readonly index: number
  readonly actions: RowActions
}

interface Action {
  readonly name: string
  readonly keys?: string
  readonly does: () => void
}

const actionsOf = ({ index, actions }: RowMenuProps): readonly Action[] => [
  { name: '在下方插入一行', keys: 'Ctrl+Enter', does: () => actions.insert(index + 1) },
  { name: '复制本行', does: () => actions.duplicate(index) },
  ...(index > 0 ? [{ name: '上移', keys: 'Alt+↑', does: () => actions.move(index, index - 1) }] : []),
  ...(index < actions.now().length - 1
    ? [{ name: '下移', keys: 'Alt+↓', does: () => actions.move(index, index + 1) }]
    : []),
  { name: '删除本行', does: () => actions.removeIfFree(index) },
]

const List = (props: RowMenuProps & { anchor: { current: HTMLButtonElement | null }; onClose: () => void }) => {
  const layer = usePopover(props.anchor, true)
  useEffect(() => layer.current?.querySelector('button')?.focus(), [layer])
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const items = [...event.currentTarget.querySelectorAll('button')]
    const held: readonly (Element | null)[] = items
    const at = held.indexOf(document.activeElement)
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      items[(at + step + items.length) % items.length]?.focus()
    }
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      props.onClose()
      props.anchor.current?.focus()
    }
  }
  return (
    <div
      ref={layer}
      popover="manual"
      className="pf-popover"
      role="menu"
      tabIndex={-1}
      aria-label={`第 ${props.index + 1} 行`}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) props.onClose()
      }}
    >
      {actionsOf(props).map((action) => (
        <button
          key={action.name}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className="pf-choice"
          onClick={() => {
            props.onClose()
            props.anchor.current?.focus()
            action.does()
          }}
        >
          {action.name}
          {action.keys && <kbd>{action.keys}</kbd>}
        </button>
      ))}
    </div>
  )
}

export const RowMenu = (props: RowMenuProps) => {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        ref={button}
        type="button"
        className="pf-icon"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={`第 ${props.index + 1} 行的操作`}
        onClick={() => setOpen(!isOpen)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 8h.01M8 8h.01M13 8h.01" className="pf-dots" />
        </svg>
      </button>
      {isOpen && <List {...props} anchor={button} onClose={() => setOpen(false)} />}
    </>
  )
}
