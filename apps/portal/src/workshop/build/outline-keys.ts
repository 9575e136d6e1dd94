import type { KeyboardEvent } from 'react'
import type { NodeActions } from './use-node-actions.ts'

const actionOf = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, actions: NodeActions): (() => void) | undefined => {
  if (key === 'Delete') return actions.remove
  if (altKey && key === 'ArrowUp') return () => actions.shift(-1)
  if (altKey && key === 'ArrowDown') return () => actions.shift(1)
  if ((ctrlKey || metaKey) && key === 'd') return actions.duplicate
  return undefined
}

/** What the tools above the outline do, by keys, while a row is in hand. Heard before the tree takes arrows for its own. */
export const outlineKeys = (actions: NodeActions) => (event: KeyboardEvent) => {
  if (!(event.target instanceof Element) || !event.target.closest('.outline [role="row"]')) return
  const act = actionOf(event, actions)
  if (!act) return
  event.preventDefault()
  event.stopPropagation()
  act()
}
