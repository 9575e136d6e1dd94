import { type Leaf, type Template, walkLeaves } from '@policyforms/core'
import { tagOf } from '../controls/tag-of.ts'

/** A field that a place can name: its path with dots, rows left out. */
export interface NamedField extends Omit<Leaf, 'path'> {
  readonly path: string
}

const dotted = (path: readonly string[]) => path.filter((key) => key !== '*').join('.')

export const namedFields = (template: Pick<Template, 'sections'>): readonly NamedField[] =>
  walkLeaves(template).map((leaf) => ({ ...leaf, path: dotted(leaf.path) }))

/**
 * By path, or by a title that no other field has; with the title of its table before it where one has, or by the tag that it has
 * in a book. */
export const fieldsByName = (fields: readonly NamedField[]): ReadonlyMap<string, NamedField> => {
  const titles = Map.groupBy(fields, ({ field }) => field.title)
  const unique = [...titles].flatMap(([title, [first, ...more]]) =>
    first && more.length === 0 ? [[title, first] as const] : [],
  )
  const inTables = fields.flatMap((one) => (one.table ? [[`${one.table.title}.${one.field.title}`, one] as const] : []))
  const tags = fields.map((one) => [tagOf(one.field.path), one] as const)
  return new Map([...inTables, ...unique, ...tags, ...fields.map((one) => [one.path, one] as const)])
}
