import { placesOf } from '../../answers/pointer.ts'
import { isHidden, type Place } from '../../answers/settle.ts'
import type { Field, Rule, Table, Template } from '../../template/template.ts'
import { matrixCells, walkBlocks } from '../../template/walk.ts'
import { isRead, readingOf } from '../rule-verdict.ts'
import type { Draft } from './draft.ts'

/** Of a table that is not the rule's own so many rows are looked at. */
const mostRows = 3

export interface Leaf {
  readonly field: Field
  readonly place: Place
}

const leafFields = (template: Template): readonly Field[] =>
  walkBlocks(template).flatMap((block): readonly Field[] => {
    if (block.block === 'matrix') return matrixCells(block).map(({ field }) => field)
    return block.block === 'field' && !block.compute ? [block] : []
  })

/** How many keys two places have in common from their beginning. */
const shared = (one: Place, other: Place): number => {
  const at = one.findIndex((key, i) => key !== other[i])
  return at < 0 ? one.length : at
}

/** The answers that a rule reads, those nearest to where it is judged first. */
export const leavesOf = ({ template, settled }: Draft, rule: Rule, at: Place): readonly Leaf[] => {
  const { paths } = readingOf(template, rule)
  const target = [...at, ...rule.at]
  return leafFields(template)
    .filter((field) => isRead(paths, field.path))
    .flatMap((field) =>
      placesOf(settled.answers, field.path)
        .filter((place) => !isHidden(settled.hidden, place))
        .filter((place) => {
          const row = place.findIndex((key) => typeof key === 'number')
          return row < 0 || place[row] === at[row] || Number(place[row]) < mostRows
        })
        .map((place) => ({ field, place })),
    )
    .sort((a, b) => shared(b.place, target) - shared(a.place, target))
}

export const tablesOf = ({ template }: Draft, rule: Rule): readonly Table[] => {
  const { paths } = readingOf(template, rule)
  return walkBlocks(template).filter(
    (block): block is Table => block.block === 'table' && !block.fixedRows && isRead(paths, block.path),
  )
}
