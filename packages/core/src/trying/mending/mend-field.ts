import type { Json } from '../../answers/json.ts'
import { keysOf, valueAt } from '../../answers/pointer.ts'
import { liveLists } from '../../answers/rows.ts'
import type { Place } from '../../answers/settle.ts'
import type { Issue } from '../../issues/issue.ts'
import { columnInRow } from '../../template/table-lines.ts'
import type { Block, Field } from '../../template/template.ts'
import { blockAt } from '../../template/walk.ts'
import { movesOf } from '../boundaries/moves.ts'
import { sampleBlock, sampleValue } from '../sample-answers.ts'
import type { Change } from './change.ts'
import type { Draft } from './draft.ts'

const mostOptions = 12

const isRow = (key: string) => /^\d+$/.test(key)

/** The nearest block at or around a place, and its own place. */
const holderOf = ({ template }: Draft, issue: Issue): { readonly block: Block; readonly place: Place } | undefined => {
  const keys = keysOf(issue.at)
  for (let length = keys.length; length > 0; length--) {
    const place = keys.slice(0, length)
    const block = blockAt(
      template,
      place.map((key) => (isRow(key) ? '*' : key)),
    )
    if (block) return { block, place: place.map((key) => (isRow(key) ? Number(key) : key)) }
  }
  return undefined
}

const inItsRow = ({ template }: Draft, field: Field, place: Place): Field => {
  const table = blockAt(template, field.path.slice(0, -2))
  const row = place.at(-2)
  return table?.block === 'table' && typeof row === 'number' ? columnInRow(table, field, row) : field
}

/** Values that a field could have instead of the one that an issue is about. */
const valuesFor = (draft: Draft, field: Field, place: Place, issue: Issue): readonly (Json | undefined)[] => {
  const { limit } = issue.params
  const bound = typeof limit === 'number' && typeof valueAt(draft.answers, place) === 'number' ? [limit] : []
  const moves = movesOf(field, valueAt(draft.answers, place), liveLists(draft.template, draft.settled.answers))
  return [...bound, sampleValue(field, draft.template), ...moves].slice(0, mostOptions)
}

/** A matrix of amounts in which nothing is. */
const noughts = (block: Block): readonly Json[] => {
  if (block.block !== 'matrix' || (block.cell.minimum ?? 0) > 0) return []
  if (block.cell.kind !== 'number' && block.cell.kind !== 'money') return []
  const row = Object.fromEntries(block.columns.map(({ key }) => [key, 0]))
  return [Object.fromEntries(block.rows.map(({ key }) => [key, row]))]
}

/** Changes that may help where what is said of a single place is wrong. */
export const fieldChanges = (draft: Draft, issue: Issue): readonly Change[] => {
  const held = holderOf(draft, issue)
  if (!held) return []
  const { block, place } = held
  if (block.block !== 'field')
    return [sampleBlock(block, draft.template), ...noughts(block)].map((value): Change => [{ place, value }])
  if (block.compute) return []
  return valuesFor(draft, inItsRow(draft, block, place), place, issue).map((value): Change => [{ place, value }])
}
