import type { Block, Field, Path, Section, Table, Template } from './template.ts'

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

/** The cell of a matrix is no block of its own: it stands at each row and column. */
export const matrixCells = (
  block: Extract<Block, { block: 'matrix' }>,
): readonly { readonly row: string; readonly column: string; readonly field: Field }[] =>
  block.rows.flatMap((row) =>
    block.columns.map((column) => ({
      row: row.key,
      column: column.key,
      field: { ...block.cell, key: column.key, path: [...block.path, row.key, column.key] },
    })),
  )

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

const fixed = new WeakMap<readonly Section[], readonly Table[]>()

/** The tables whose rows are printed beforehand. */
export const fixedTables = (template: Pick<Template, 'sections'>): readonly Table[] => {
  const known = fixed.get(template.sections)
  if (known) return known
  const found = walkBlocks(template).filter((block) => block.block === 'table' && block.fixedRows !== undefined)
  // The filter has just made sure that they are tables.
  fixed.set(template.sections, found as readonly Table[])
  return found as readonly Table[]
}
