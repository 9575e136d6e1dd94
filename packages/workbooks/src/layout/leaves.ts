import { type Leaf, pointerOf, type Template, walkLeaves } from '@policyforms/core'
import type { CellPart } from '../cells/cell-kind.ts'
import { cellKindOf } from '../cells/index.ts'

export interface LeafPart {
  readonly leaf: Leaf
  readonly part: CellPart
}

/** The pointer by which the map in a workbook names a part of a leaf, `*` standing for the row. */
export const partPointer = ({ leaf, part }: LeafPart): string =>
  pointerOf(part.key === '' ? leaf.path : [...leaf.path, part.key])

export const partsOf = (leaf: Leaf): readonly LeafPart[] =>
  cellKindOf(leaf.field)
    .parts(leaf.field)
    .map((part) => ({ leaf, part }))

/** Every part of every leaf, by its pointer. */
export const partsByPointer = (template: Pick<Template, 'sections'>): ReadonlyMap<string, LeafPart> =>
  new Map(
    walkLeaves(template)
      .flatMap(partsOf)
      .map((one) => [partPointer(one), one]),
  )
