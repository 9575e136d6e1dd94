import {
  type Column,
  type Field,
  fieldKindOf,
  type Json,
  type Matrix,
  type Path,
  pointerOf,
  property,
  type Template,
} from '@policyforms/core'
import type { Scalar } from '../book/book.ts'
import type { Lists } from '../cells/cell-kind.ts'
import { cellKindOf } from '../cells/index.ts'
import { mask } from './mask.ts'
import type { Place } from './versions.ts'

/** A cell of a list. Null: not asked for, or not in the version that was filled in; undefined: left blank. */
export type Value = Scalar | undefined | null

/** Numbers and dates as cells hold them, or as a text file does: an ISO date, a number without separators. */
export type Form = 'cells' | 'text'

/** The column as the summary has it. */
interface Shown {
  readonly version: Template
  readonly column: Column
}

/** Where a version of the template has what a column shows, seen from the submission or from the row. */
export interface Source {
  readonly key: string
  readonly get: (holder: Json | undefined) => Json | undefined
  /** With the lists of the submission, whose rows references name. */
  readonly scalar: (value: Json | undefined, lists: Lists) => Scalar | undefined
  /** The pointers of the value and of all around it. */
  readonly around: readonly string[]
}

const getter = (path: Path) => (holder: Json | undefined) => {
  let value = holder
  for (const key of path) value = property(value, key)
  return value
}

const scalarOf = (field: Field, form: Form) => {
  const kind = fieldKindOf(field)
  const parts = cellKindOf(field).parts(field)
  const only = parts.length === 1 ? parts[0] : undefined
  return (value: Json | undefined, lists: Lists): Scalar | undefined => {
    if (value === undefined || value === null || kind.isBlank(value)) return undefined
    if (field.sensitive) return mask(kind.show(value, field, lists))
    // What is a number in a cell stays one; all else is printed on one line.
    const scalar = only?.write(value, field, lists)
    if (typeof scalar !== 'number') return kind.show(value, field, lists)
    return form === 'text' && typeof value === 'string' ? value : scalar
  }
}

const sourceOf = (field: Field, path: Path, form: Form): Source => ({
  key: field.key,
  get: getter(path),
  scalar: scalarOf(field, form),
  around: path.map((_, i) => pointerOf(path.slice(0, i + 1))),
})

/** Of a column in one of the versions, seen from the row if it stands in a table, otherwise from the submission. */
export const sourceIn = ({ column: { field, table }, convert }: Place, shown: Shown, form: Form): Source => {
  const source = sourceOf(field, table ? [field.key] : field.path, form)
  if (!convert) return source
  return { ...source, scalar: converted(convert, scalarOf(shown.column.field, form), shown.version.lists) }
}

const converted =
  (convert: NonNullable<Place['convert']>, scalar: Source['scalar'], lists: Lists): Source['scalar'] =>
  (value) =>
    value === undefined || value === null ? undefined : scalar(convert(value), lists)

interface CellPlace {
  readonly matrix: Matrix
  readonly convert?: (value: Json) => Json | undefined
}

/** Of a cell in a column of a matrix, seen from its row; `shown` is the matrix as the summary has it. */
export const cellSource = (
  { matrix, convert }: CellPlace,
  shown: { readonly matrix: Matrix; readonly lists: Lists },
  key: string,
  form: Form,
): Source => {
  const source = sourceOf({ ...matrix.cell, key }, [key], form)
  return convert ? { ...source, scalar: converted(convert, scalarOf(shown.matrix.cell, form), shown.lists) } : source
}

/** Whether two versions mean the same by a field: what is shown under one head must be of one kind and unit. */
export const isSame = (one: Field, other: Field, lists: Lists): boolean => {
  const typeOf = (field: Field) => fieldKindOf(field).type(field, lists).is
  return one.unit === other.unit && typeOf(one) === typeOf(other)
}
