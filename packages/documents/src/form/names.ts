import { type Block, childrenOf, type Field, matrixCells, type Table, type Template } from '@policyforms/core'

/** A field that a place can name. */
export interface NamedField {
  readonly field: Field
  readonly table?: Table
  /** Its path with dots, rows left out. */
  readonly path: string
}

const fieldsBelow = (block: Block): readonly NamedField[] => {
  switch (block.block) {
    case 'section':
    case 'group':
      return childrenOf(block).flatMap(fieldsBelow)
    case 'table':
      return block.columns.map((field) => ({ field, table: block, path: dotted(field.path) }))
    case 'matrix':
      return matrixCells(block).map(({ field }) => ({ field, path: dotted(field.path) }))
    case 'field':
      return [{ field: block, path: dotted(block.path) }]
  }
}

const dotted = (path: readonly string[]) => path.filter((key) => key !== '*').join('.')

export const namedFields = ({ sections }: Pick<Template, 'sections'>): readonly NamedField[] =>
  sections.flatMap(fieldsBelow)

/** By path, or by a title that no other field has; with the title of its table or group before it where one has. */
export const fieldsByName = (fields: readonly NamedField[]): ReadonlyMap<string, NamedField> => {
  const titles = Map.groupBy(fields, ({ field }) => field.title)
  const unique = [...titles].flatMap(([title, [first, ...more]]) =>
    first && more.length === 0 ? [[title, first] as const] : [],
  )
  const inTables = fields.flatMap((one) => (one.table ? [[`${one.table.title}.${one.field.title}`, one] as const] : []))
  return new Map([...inTables, ...unique, ...fields.map((one) => [one.path, one] as const)])
}
