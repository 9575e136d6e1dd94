import type { Block, Field, Matrix, Path, Section, Table, Template } from './template.ts'

/** The blocks directly inside a block. A table's are its columns; a matrix is a leaf here. */
export const childrenOf = (block: Block): readonly Block[] => {
  switch (block.block) {
    case 'section':
    case 'group':
      return block.children
    case 'table':
      return block.columns
    case 'matrix':
    case 'field':
      return []
  }
}

/** Every block of a template, outer before inner, in the order of the document. */
export const walkBlocks = (template: Pick<Template, 'sections'>): readonly Block[] => {
  const below = (block: Block): readonly Block[] => [block, ...childrenOf(block).flatMap(below)]
  return template.sections.flatMap(below)
}

interface MatrixCell {
  readonly row: string
  readonly column: string
  readonly field: Field
}

const cells = new WeakMap<Matrix, readonly MatrixCell[]>()

/** The cell of a matrix is no block of its own: it stands at each row and column. Made once for each matrix. */
export const matrixCells = (block: Matrix): readonly MatrixCell[] => {
  const known = cells.get(block)
  if (known) return known
  const made = block.rows.flatMap((row) =>
    block.columns.map((column) => ({
      row: row.key,
      column: column.key,
      field: { ...block.cell, key: column.key, path: [...block.path, row.key, column.key] },
    })),
  )
  cells.set(block, made)
  return made
}

/** A place where one value of one kind stands: a field, a column of a table, a cell of a matrix. */
export interface Leaf {
  readonly field: Field
  /** With `*` for the row of a table. */
  readonly path: Path
  readonly table?: Table
}

const leavesBelow = (block: Block): readonly Leaf[] => {
  switch (block.block) {
    case 'section':
    case 'group':
      return block.children.flatMap(leavesBelow)
    case 'table':
      return block.columns.map((field) => ({ field, path: field.path, table: block }))
    case 'matrix':
      return matrixCells(block).map(({ field }) => ({ field, path: field.path }))
    case 'field':
      return [{ field: block, path: block.path }]
  }
}

/** Every leaf of a template, in the order of the document. */
export const walkLeaves = ({ sections }: Pick<Template, 'sections'>): readonly Leaf[] => sections.flatMap(leavesBelow)

/** The block at a path with `*` for rows, if there is one. */
export const blockAt = (template: Pick<Template, 'sections'>, path: Path): Block | undefined => {
  let blocks: readonly Block[] = template.sections
  let found: Block | undefined
  for (const key of path) {
    if (key === '*' && found?.block === 'table') continue
    found = blocks.find((block) => block.key === key)
    if (!found) return undefined
    blocks = childrenOf(found)
  }
  return found
}

/** Looks through a template once: what is asked of each set of answers is kept. */
const once = <T>(look: (template: Pick<Template, 'sections'>) => T) => {
  const known = new WeakMap<readonly Section[], T>()
  return (template: Pick<Template, 'sections'>): T => {
    const found = known.get(template.sections) ?? look(template)
    known.set(template.sections, found)
    return found
  }
}

const tablesOf = (template: Pick<Template, 'sections'>): readonly Table[] =>
  walkBlocks(template).filter((block) => block.block === 'table')

/** The tables whose rows are printed beforehand. */
export const fixedTables = once((template) => tablesOf(template).filter(({ fixedRows }) => fixedRows !== undefined))

/** The tables whose rows are numbered, and may be referred to. */
export const numberedTables = once((template) => tablesOf(template).filter(({ rowNumber }) => rowNumber !== undefined))

/** The fields that name rows of a table. A matrix is not walked into: its cell stands for all of them. */
export const referringFields = once((template) =>
  walkBlocks(template).flatMap((block) => {
    const field = block.block === 'matrix' ? block.cell : block
    return field.block === 'field' && field.refers !== undefined ? [field] : []
  }),
)
