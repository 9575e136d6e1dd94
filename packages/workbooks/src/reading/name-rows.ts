import {
  type Answers,
  type CodeList,
  type Field,
  fieldKinds,
  isRowId,
  type Json,
  listOf,
  liveLists,
  type Pointer,
  placesOf,
  pointerOf,
  rowNumber,
  type Table,
  type Template,
  valueAt,
  withValue,
} from '@policyforms/core'
import { leavesOf } from '../layout/leaves.ts'
import type { SheetMap } from '../sheet/sheet-map.ts'

/** A row as it came back: the number beside it, empty where someone put it in between, and its id. */
export interface ReadRow {
  readonly number: string
  readonly id: string
}

/**
 * The number on the sheet tells which row it is, wherever sorting and deleting have brought it. A row that is new, or
 * copied with the number of another, gets an id that none of the table has or had.
 */
export const nameRows = (table: Table, numbers: readonly string[], map: SheetMap): readonly ReadRow[] => {
  const pointer = pointerOf(table.path)
  const mapped = new Map(map.rows.filter((row) => row.pointer === pointer).map(({ number, id }) => [number, id]))
  const taken = new Set(mapped.values())
  const seen = new Set<string>()
  const free = (wanted: string): string => {
    if (isRowId(wanted) && !taken.has(wanted)) return wanted
    for (let index = 0; ; index++) {
      const number = table.rowNumber ? rowNumber(table.rowNumber, index) : String(index + 1)
      if (!taken.has(number)) return number
    }
  }
  return numbers.map((number) => {
    const known = seen.has(number) ? undefined : mapped.get(number)
    const id = known ?? free(seen.has(number) ? '' : number)
    const row = { number: seen.has(number) ? '' : number, id }
    seen.add(number)
    taken.add(id)
    return row
  })
}

/** IP01, and IP1: nobody types zeros. */
const aliasesOf = (number: string): readonly string[] =>
  number === '' ? [] : [number, number.replace(/(^|\D)0+(\d+)$/, '$1$2')]

/** The rows that a text on a sheet may name: by the numbers on the sheet, not by where they will stand. */
const onSheet = (list: CodeList, rows: readonly ReadRow[]): CodeList => ({
  ...list,
  entries: list.entries.map((entry, i) => {
    const { number = '' } = rows[i] ?? {}
    const name = entry.title.slice(entry.aliases?.[0]?.length ?? 0).trim()
    return { ...entry, title: `${number} ${name}`.trim(), aliases: aliasesOf(number) }
  }),
})

const separators = /[、;；\n]/

/** The ids that a cell names; what names no row is kept as it is, and the checks say so. */
const idsIn = (text: string, field: Field, list: CodeList): Json => {
  const lists = { [field.list ?? '']: list }
  const read = (one: string): Json => {
    const found = fieldKinds.reference.parse(one, field, lists)
    return 'value' in found ? found.value : one
  }
  if (field.kind === 'reference') return read(text)
  const found = fieldKinds.references.parse(text, field, lists)
  if ('value' in found) return found.value
  return text
    .split(separators)
    .map((piece) => piece.trim())
    .filter(Boolean)
    .map(read)
}

/** The answers with the texts of references replaced by the ids of the rows that they name. */
export const withRowsNamed = (
  template: Template,
  answers: Answers,
  rows: ReadonlyMap<Pointer, readonly ReadRow[]>,
): Answers => {
  const lists = liveLists(template, answers)
  return leavesOf(template)
    .filter(({ field }) => field.refers !== undefined && field.compute === undefined)
    .flatMap(({ field, path }) => placesOf(answers, path).map((place) => ({ field, place })))
    .reduce<Answers>((so, { field, place }) => {
      const text = valueAt(answers, place)
      if (typeof text !== 'string') return so
      const list = onSheet(listOf(field, lists), rows.get(pointerOf(field.refers?.table ?? [])) ?? [])
      return withValue(so, place, idsIn(text, field, list)) as Answers // an object stays one
    }, answers)
}
