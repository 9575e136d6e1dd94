import {
  type Block,
  childrenOf,
  type Field,
  matrixCells,
  type Path,
  pointerOf,
  type Table,
  type Template,
} from '@policyforms/core'
import type { CellPart } from '../cells/cell-kind.ts'
import { cellKindOf } from '../cells/index.ts'

/** A place where one value of one kind stands: a field, a column of a table, a cell of a matrix. */
export interface Leaf {
  readonly path: Path
  readonly field: Field
  readonly table?: Table
}

const leavesBelow = (block: Block): readonly Leaf[] => {
  switch (block.block) {
    case 'section':
    case 'group':
      return childrenOf(block).flatMap(leavesBelow)
    case 'table':
      return block.columns.map((field) => ({ path: columnPath(block, field), field, table: block }))
    case 'matrix':
      return matrixCells(block).map(({ field }) => ({ path: field.path, field }))
    case 'field':
      return [{ path: block.path, field: block }]
  }
}

export const columnPath = (table: Table, column: Field): Path => [...table.path, '*', column.key]

/** Every leaf of the template, in the order of the document. */
export const leavesOf = (template: Pick<Template, 'sections'>): readonly Leaf[] =>
  template.sections.flatMap(leavesBelow)

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
    leavesOf(template)
      .flatMap(partsOf)
      .map((one) => [partPointer(one), one]),
  )
