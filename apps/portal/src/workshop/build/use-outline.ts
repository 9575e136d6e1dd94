import { type Block, blockAt, type Issue, keysOf } from '@policyforms/core'
import { useMemo, useRef } from 'react'
import { allNodes, idOf, type OutlineNode, outlineOf, sharing, withReferences } from '../model/outline.ts'
import { useWorking } from '../workbench-context.ts'

export interface OutlineView {
  readonly text: string
  readonly nodes: readonly OutlineNode[]
  readonly byId: ReadonlyMap<string, OutlineNode>
  /** The text does not parse: the tree shows how it was last. */
  readonly isBroken: boolean
  readonly issues: readonly Issue[]
  readonly faults: ReadonlyMap<string, number>
}

/** Faults of a node are those at it and below it, as far as no child of its own has them; each counts once. */
const faultsOf = (issues: readonly Issue[], byId: ReadonlyMap<string, OutlineNode>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const issue of issues) {
    const keys = keysOf(issue.at)
    for (let length = keys.length; length > 0; length--) {
      const id = idOf(keys.slice(0, length))
      if (!byId.has(id)) continue
      counts.set(id, (counts.get(id) ?? 0) + 1)
      break
    }
  }
  return counts
}

const isSameCount = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean =>
  one.size === other.size && [...one].every(([id, count]) => other.get(id) === count)

const toldOf = (block: Block | undefined) =>
  block && { title: block.title, kind: block.block === 'field' ? block.kind : block.block }

/** The template under the hand as an outline, with what the check says of it. */
export const useOutline = (): OutlineView => {
  const file = useWorking((state) => state.file)
  const text = useWorking((state) => state.history.now.get(state.file) ?? '')
  const result = useWorking((state) => state.result)
  const last = useRef<{ readonly file: string; readonly nodes: readonly OutlineNode[] }>({ file: '', nodes: [] })
  const template = result?.templates[file.slice(file.indexOf('/') + 1).replace(/\.schema\.json$/, '')]
  const found = useMemo(() => {
    const outline = outlineOf(text)
    return outline && template ? withReferences(outline, (path) => toldOf(blockAt(template, path))) : outline
  }, [text, template])
  const before = last.current.file === file ? last.current.nodes : []
  const nodes = found ? sharing(before, found) : before
  last.current = { file, nodes }
  const byId = useMemo(() => new Map(allNodes(nodes).map((node) => [node.id, node])), [nodes])
  const issuesOfAll = result?.issues
  const issues = useMemo(() => issuesOfAll?.filter((issue) => issue.file === file) ?? [], [issuesOfAll, file])
  const counted = useMemo(() => faultsOf(issues, byId), [issues, byId])
  // The rows ask again only when the counts are others.
  const faults = useRef(counted)
  if (!isSameCount(faults.current, counted)) faults.current = counted
  return { text, nodes, byId, isBroken: found === undefined, issues, faults: faults.current }
}
