import type { Lists } from '../fields/field-kind.ts'
import { fieldKindOf } from '../fields/index.ts'
import type { CodeEntry, CodeList } from '../template/code-list.ts'
import type { Field, RowNumber, Table, Template } from '../template/template.ts'
import { blockAt, matrixCells, numberedTables, referringFields } from '../template/walk.ts'
import { type Answers, isObject, type Json, property } from './json.ts'
import { type Pointer, placesOf, pointerOf, valueAt, withValue } from './pointer.ts'

/** The number of a row by where it stands, counted from 0: IP01. */
export const rowNumber = ({ prefix, digits }: RowNumber, index: number): string =>
  `${prefix}${String(index + 1).padStart(digits, '0')}`

/** Nothing has been said: a row, or an id, that is absent, null or empty. */
const isUnsaid = (id: Json | undefined) => id === undefined || id === null || id === ''

/** The ids of rows; one that has none takes the number that it prints as, or the next that nobody has. */
export const rowIds = (number: RowNumber, rows: readonly Json[]): readonly (Json | undefined)[] => {
  const given = rows.map((row) => property(row, 'id'))
  const taken = new Set(given)
  return given.map((id, index) => {
    if (!isUnsaid(id)) return id
    let free = index
    while (taken.has(rowNumber(number, free))) free++
    taken.add(rowNumber(number, free))
    return rowNumber(number, free)
  })
}

const rowsAt = (answers: Answers, table: Table): readonly Json[] => {
  const rows = valueAt(answers, table.path)
  return Array.isArray(rows) ? rows : []
}

/** The answers with an id for every row that may be referred to. The same object where none was missing. */
export const withRowIds = (template: Pick<Template, 'sections'>, answers: Answers): Answers =>
  numberedTables(template).reduce<Answers>((so, table) => {
    const rows = rowsAt(so, table)
    if (!table.rowNumber || rows.every((row) => !isObject(row) || !isUnsaid(row.id))) return so
    const ids = rowIds(table.rowNumber, rows)
    const named = rows.map((row, i): Json => (isObject(row) ? { ...row, id: ids[i] } : row))
    return withValue(so, table.path, named) as Answers // an object stays one
  }, answers)

/** 某某专利 of `IP01 某某专利`: what the shown columns say, on one line. */
const nameOf = (row: Json, columns: readonly Field[], lists: Lists): string =>
  columns
    .map((column) => {
      const value = property(row, column.key)
      const isSaid = value !== undefined && value !== null && !fieldKindOf(column).isBlank(value)
      return isSaid ? fieldKindOf(column).show(value, column, lists) : ''
    })
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()

const shownColumns = ({ columns }: Table, { refers }: Field): readonly Field[] =>
  (refers?.show ?? []).flatMap((key) => columns.find((column) => column.key === key) ?? [])

/** The rows of a table as something to choose from: their ids under their numbers and names. */
const rowList = (
  id: string,
  table: Table,
  number: RowNumber,
  columns: readonly Field[],
  answers: Answers,
  lists: Lists,
): CodeList => {
  const rows = rowsAt(answers, table)
  const ids = rowIds(number, rows)
  const entries = rows.flatMap((row, index): readonly CodeEntry[] => {
    const code = ids[index]
    const shown = rowNumber(number, index)
    return typeof code === 'string'
      ? [
          {
            code,
            title: `${shown} ${nameOf(row, columns, lists)}`.trim(),
            aliases: [shown, `${number.prefix}${index + 1}`],
          },
        ]
      : []
  })
  return { id, title: table.title, depth: 1, entries }
}

/**
 * The code lists of a template, and for each table that is referred to a list of its rows as they stand in the answers:
 * with them a reference is shown, read and checked like any choice. Without references the template's own lists.
 */
export const liveLists = (template: Pick<Template, 'sections' | 'lists'>, answers: Answers): Lists => {
  const fields = referringFields(template)
  if (fields.length === 0) return template.lists
  const live = new Map<string, CodeList>()
  for (const field of fields) {
    const table = field.refers && blockAt(template, field.refers.table)
    if (table?.block !== 'table' || !table.rowNumber || field.list === undefined || live.has(field.list)) continue
    live.set(
      field.list,
      rowList(field.list, table, table.rowNumber, shownColumns(table, field), answers, template.lists),
    )
  }
  return { ...template.lists, ...Object.fromEntries(live) }
}

const names = (value: Json | undefined, id: string): boolean =>
  Array.isArray(value) ? value.includes(id) : value === id

/** Every place that refers to one row of a table, in the order of the document. */
export const placesReferring = (
  template: Pick<Template, 'sections'>,
  answers: Answers,
  table: Table,
  id: string,
): readonly Pointer[] =>
  referringFields(template)
    .filter(({ refers }) => refers?.table.join('/') === table.path.join('/'))
    .flatMap((field) => {
      const block = blockAt(template, field.path)
      const places =
        block?.block === 'matrix'
          ? matrixCells(block).map(({ field: cell }) => cell.path)
          : placesOf(answers, field.path)
      return places.filter((place) => names(valueAt(answers, place), id)).map(pointerOf)
    })

/** Which of the rows that a value names is the very row that it stands in: its place in the value, if there is one. */
export const namesItself = (
  field: Field,
  value: Json,
  place: readonly (string | number)[],
  answers: Answers,
): readonly (string | number)[] | undefined => {
  if (!field.refers) return undefined
  const row = place.slice(0, -1)
  if (field.refers.table.join('/') !== row.slice(0, -1).join('/')) return undefined
  const own = valueAt(answers, [...row, 'id'])
  if (own === undefined) return undefined
  if (!Array.isArray(value)) return value === own ? [] : undefined
  const at = value.indexOf(own)
  return at < 0 ? undefined : [at]
}
