import type { Block, Table, Template } from '../template/template.ts'
import { childrenOf } from '../template/walk.ts'
import type { Place } from './settle.ts'

/** The clauses that ask for what stands at a place: its own, or those of the nearest thing around it that cites any. */
export const clausesAt = (template: Pick<Template, 'sections' | 'cites'>, place: Place): readonly string[] => {
  let clauses = template.cites
  let blocks: readonly Block[] = template.sections
  let table: Table | undefined
  for (const key of place) {
    const own = table?.rowFacts?.[Number(key)]?.clauses
    if (own) return own
    const block = blocks.find((one) => one.key === key)
    table = block?.block === 'table' ? block : undefined
    if (!block) continue
    if (block.clauses.length > 0) clauses = block.clauses
    if (block.block === 'matrix' && place.length > block.path.length) return block.cell.clauses
    blocks = childrenOf(block)
  }
  return clauses
}
