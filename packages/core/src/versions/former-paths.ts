import type { Block, Former, Path, Template } from '../template/template.ts'
import { blockAt, childrenOf } from '../template/walk.ts'

/** Where an earlier version has a block that this one has, and how its values become those of now. */
export interface Origin {
  readonly block: Block
  readonly former: Former
}

type Sections = Pick<Template, 'sections'>

const here: Former = { at: '' }
const inTree = (path: Path): Path => path.filter((key) => key !== '*')

/** What each block of `to` was in `from`, by its path with dots; rows count for nothing here. */
export const originsOf = (from: Sections, to: Sections): ReadonlyMap<string, Origin> => {
  const origins = new Map<string, Origin>()
  const walk = (blocks: readonly Block[], above: Path) => {
    for (const block of blocks) {
      const origin = originOf(from, block, above)
      if (origin) origins.set(inTree(block.path).join('.'), origin)
      walk(childrenOf(block), inTree(origin?.block.path ?? [...above, block.key]))
    }
  }
  walk(to.sections, [])
  return origins
}

/** The latest former place that `from` has; where none is told, or none is found, the same key. */
const originOf = (from: Sections, block: Block, above: Path): Origin | undefined => {
  for (const former of [...(block.was ?? []), here]) {
    const path = former.at.includes('.') ? former.at.split('.') : [...above, former.at || block.key]
    const found = blockAt(from, path)
    if (found) return { block: found, former }
  }
  return undefined
}
