import {
  type Answers,
  isObject,
  type Json,
  numberedTables,
  type Template,
  valueAt,
  withRowIds,
  withValue,
} from '@policyforms/core'

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** An id that no row of this draft has or ever had: what referred to a row that is gone must not find another. */
export const newRowId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => letters[byte % letters.length]).join('')

const hasId = (row: Json): boolean => !isObject(row) || (row.id !== undefined && row.id !== null && row.id !== '')

/** The answers with a new id for every row that has just come into being. The same object where none has. */
export const withNewRowIds = (template: Template, answers: Answers): Answers =>
  // Rows that the template prints are always the same ones, and settle names them.
  withRowIds(
    template,
    numberedTables(template).reduce<Answers>((so, { path, fixedRows }) => {
      const rows = valueAt(so, path)
      if (fixedRows || !Array.isArray(rows) || rows.every(hasId)) return so
      const named = rows.map((row: Json): Json => (hasId(row) ? row : { ...Object(row), id: newRowId() }))
      return withValue(so, path, named) as Answers // an object stays one
    }, answers),
  )
