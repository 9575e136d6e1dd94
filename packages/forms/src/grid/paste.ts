import { type Field, fieldKindOf, isObject, type Json, type JsonObject, type Lists, property } from '@policyforms/core'

export interface Pasted {
  readonly rows: readonly Json[]
  /** Cells that were written, of which so many were not understood and keep their text. */
  readonly cells: number
  readonly unread: number
  /** Texts that fell outside the table or on a computed column. */
  readonly outside: readonly string[]
}

/** The value of a pasted cell; a text that its kind does not understand stays as it is, and the checks say so. */
const valueOfCell = (text: string, field: Field, lists: Lists): { value: Json | undefined; isRead: boolean } => {
  if (text.trim() === '') return { value: undefined, isRead: true }
  const parsed = fieldKindOf(field).parse(text, field, lists)
  return 'value' in parsed ? { value: parsed.value, isRead: true } : { value: text, isRead: false }
}

/** A table whose rows the template gives takes no more rows, and keeps what is given. */
export type Given = readonly JsonObject[] | undefined

const isHead = (cells: readonly string[], columns: readonly Field[], from: number): boolean =>
  cells.length > 1 && cells.every((cell, i) => cell.trim().startsWith(columns[from + i]?.title ?? '\n'))

/** Writes a block of texts into the rows of a table, from one cell on. Rows are added as they are needed. */
export const pasteBlock = (
  before: readonly Json[],
  block: readonly (readonly string[])[],
  at: { readonly row: number; readonly column: number },
  columns: readonly Field[],
  lists: Lists,
  given: Given,
): Pasted => {
  const [first] = block
  const lines = first && isHead(first, columns, at.column) ? block.slice(1) : block
  const rows: Json[] = [...before]
  const outside: string[] = []
  let [cells, unread] = [0, 0]
  lines.forEach((line, i) => {
    const stated = given?.[at.row + i]
    if (given && !stated) {
      outside.push(...line.filter((text) => text.trim() !== ''))
      return
    }
    while (rows.length <= at.row + i) rows.push({})
    const old = rows[at.row + i]
    const row: Record<string, Json | undefined> = isObject(old) ? { ...old } : {}
    line.forEach((text, j) => {
      const column = columns[at.column + j]
      if (!column || column.compute || property(stated, column.key) !== undefined) {
        if (!column && text.trim() !== '') outside.push(text)
        return
      }
      const { value, isRead } = valueOfCell(text, column, lists)
      if (value === undefined) delete row[column.key]
      else row[column.key] = value
      cells++
      if (!isRead) unread++
    })
    const made: JsonObject = row
    rows[at.row + i] = made
  })
  return { rows, cells, unread, outside }
}
