import type { OutlineNode } from '../model/outline.ts'
import type { NodeActions } from './use-node-actions.ts'

const holders = ['section', 'group']

/** What can be required: a field, table or matrix itself; of a section or group, what is in it. */
export const requirable = (nodes: readonly OutlineNode[]): readonly OutlineNode[] => [
  ...new Set(nodes.flatMap((node) => (holders.includes(node.kind) ? requirable(node.children) : [node]))),
]

interface RequireAllProps {
  readonly nodes: readonly OutlineNode[]
  readonly actions: NodeActions
}

/** Many at once: all required, or none. */
export function RequireAll({ nodes, actions }: RequireAllProps) {
  const all = requirable(nodes)
  const asked = all.filter(({ isRequired }) => isRequired).length
  const set = (isRequired: boolean) =>
    actions.requireAll(
      all.map(({ id }) => id),
      isRequired,
    )
  if (all.length === 0) return null
  return (
    <div className="require-all">
      <p className="secondary">
        {all.length} 项，其中必填 {asked} 项
      </p>
      <button type="button" className="button" disabled={asked === all.length} onClick={() => set(true)}>
        都必填
      </button>
      <button type="button" className="button" disabled={asked === 0} onClick={() => set(false)}>
        都不必填
      </button>
    </div>
  )
}

/** Several nodes in hand: what may be said of all of them. */
export function ManyPanel({ nodes, actions }: RequireAllProps) {
  return (
    <section className="node-panel" aria-label="选中的各项">
      <h2>选了 {nodes.length} 项</h2>
      <RequireAll nodes={nodes} actions={actions} />
      <ul className="chosen-nodes">
        {nodes.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
    </section>
  )
}
