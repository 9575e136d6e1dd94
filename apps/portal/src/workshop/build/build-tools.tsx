import { Menu } from '../../parts/menu.tsx'
import { dialect, fieldKindsOf, nameOfKind } from '../model/dialect.ts'
import type { NodeActions } from './use-node-actions.ts'

const structures = ['section', 'group', 'table', 'matrix']

const isOne = (chosen: number) => chosen === 1
const isAny = (chosen: number) => chosen > 0

/** What is done with the selected nodes, with the keys that do it too: as people read them, and as screen readers do. */
const tools: readonly {
  readonly sign: string
  readonly name: string
  readonly keys: string
  readonly shortcut: string
  readonly isFor: (chosen: number) => boolean
  readonly act: (actions: NodeActions) => void
}[] = [
  {
    sign: '复制',
    name: '复制',
    keys: 'Ctrl+D',
    shortcut: 'Control+D',
    isFor: isAny,
    act: ({ duplicate }) => duplicate(),
  },
  { sign: '↑', name: '上移', keys: 'Alt+↑', shortcut: 'Alt+ArrowUp', isFor: isOne, act: ({ shift }) => shift(-1) },
  { sign: '↓', name: '下移', keys: 'Alt+↓', shortcut: 'Alt+ArrowDown', isFor: isOne, act: ({ shift }) => shift(1) },
  { sign: '删除', name: '删除', keys: 'Delete', shortcut: 'Delete', isFor: isAny, act: ({ remove }) => remove() },
]

interface BuildToolsProps {
  readonly actions: NodeActions
  /** How many nodes are selected. */
  readonly chosen: number
}

/** What may be done with the outline. */
export function BuildTools({ actions, chosen }: BuildToolsProps) {
  return (
    <div className="build-tools" role="toolbar" aria-label="结构">
      <Menu label="添加">
        {structures.map((kind) => (
          <button key={kind} type="button" onClick={() => actions.add(kind)}>
            {nameOfKind(dialect, kind)}
          </button>
        ))}
        <hr />
        {fieldKindsOf(dialect).map((kind) => (
          <button key={kind} type="button" onClick={() => actions.add(kind)}>
            {nameOfKind(dialect, kind)}
          </button>
        ))}
      </Menu>
      {tools.map(({ sign, name, keys, shortcut, isFor, act }) => (
        <button
          key={name}
          type="button"
          className="button"
          disabled={!isFor(chosen)}
          aria-label={name}
          title={sign === name ? keys : `${name}（${keys}）`}
          aria-keyshortcuts={shortcut}
          onClick={() => act(actions)}
        >
          {sign}
        </button>
      ))}
    </div>
  )
}
