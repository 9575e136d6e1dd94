import type { None } from '../fields/field-kind.ts'
import { fieldKindOf } from '../fields/index.ts'
import type { Issue } from '../issues/issue.ts'
import type { Field, Table, Template } from '../template/template.ts'
import { blockAt, matrixCells } from '../template/walk.ts'
import type { Json } from './json.ts'
import { keysOf, type Pointer, pointerOf } from './pointer.ts'

/** What a field says where there is nothing to say, if it may not stay blank and need not say more: 无 or 0. */
export const noneOf = (field: Field): None | undefined =>
  field.noBlanks && !field.required && !field.compute ? fieldKindOf(field).none : undefined

/** Whether a value says that there is nothing: then no least length, bound or pattern is asked of it. */
export const isNone = (value: Json, field: Field): boolean =>
  (typeof value === 'string' ? value.trim() : value) === noneOf(field)

/** Whether a blank is told as 无 in print, because its kind cannot say so itself: a date, a choice, a file. */
export const printsNone = (field: Field): boolean =>
  field.noBlanks === true &&
  !field.required &&
  !field.compute &&
  field.role === undefined &&
  fieldKindOf(field).none === undefined

/** A table that may stay empty is told as one row 无. */
export const tablePrintsNone = (table: Table): boolean =>
  table.noBlanks === true && !table.required && table.role === undefined && table.fixedRows === undefined

/** Every blank that is to say 无 or 0 by the issues of `validate`, with what it is to say. */
export const nonesToWrite = (
  template: Pick<Template, 'sections'>,
  issues: readonly Issue[],
): readonly { readonly at: Pointer; readonly value: None }[] =>
  issues
    .filter(({ code }) => code === 'write-none')
    .flatMap(({ at, params }) => {
      const value = params.none === '0' ? 0 : '无'
      const block = blockAt(template, keysOf(at))
      if (block?.block !== 'matrix') return [{ at, value }]
      return matrixCells(block).map(({ field }) => ({ at: pointerOf(field.path), value }))
    })
