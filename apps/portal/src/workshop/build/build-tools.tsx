import { Menu } from '../../parts/menu.tsx'
import { dialect, fieldKindsOf, nameOfKind } from '../model/dialect.ts'
import type { NodeActions } from './use-node-actions.ts'

const structures = ['section', 'group', 'table', 'matrix']

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
      <button
        type="button"
        className="button"
        disabled={chosen === 0}
        title="Ctrl+D"
        aria-keyshortcuts="Control+D"
        onClick={actions.duplicate}
      >
        复制
      </button>
      <button
        type="button"
        className="button"
        disabled={chosen !== 1}
        aria-label="上移"
        title="上移（Alt+↑）"
        aria-keyshortcuts="Alt+ArrowUp"
        onClick={() => actions.shift(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        className="button"
        disabled={chosen !== 1}
        aria-label="下移"
        title="下移（Alt+↓）"
        aria-keyshortcuts="Alt+ArrowDown"
        onClick={() => actions.shift(1)}
      >
        ↓
      </button>
      <button
        type="button"
        className="button"
        disabled={chosen === 0}
        title="Delete"
        aria-keyshortcuts="Delete"
        onClick={actions.remove}
      >
        删除
      </button>
    </div>
  )
}
