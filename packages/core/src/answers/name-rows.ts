import { listOf } from '../fields/choice.ts'
import { fieldKinds } from '../fields/index.ts'
import type { CodeList } from '../template/code-list.ts'
import type { Field, Template } from '../template/template.ts'
import { walkLeaves } from '../template/walk.ts'
import { changing } from './changing.ts'
import type { Answers, Json } from './json.ts'
import { type Pointer, placesOf, pointerOf, valueAt } from './pointer.ts'
import { liveLists } from './rows.ts'

/** A row as a file has it: the number that stands beside it, empty where someone put it in between. */
export interface NumberedRow {
  readonly number: string
}

/** IP01, and IP1: nobody types zeros. */
const aliasesOf = (number: string): readonly string[] =>
  number === '' ? [] : [number, number.replace(/(^|\D)0+(\d+)$/, '$1$2')]

/** The rows under the numbers that stand in the file, not under those of where they are now. */
const asNumbered = (list: CodeList, rows: readonly NumberedRow[]): CodeList => ({
  ...list,
  entries: list.entries.map((entry, i) => {
    const { number = '' } = rows[i] ?? {}
    const name = entry.title.slice(entry.aliases?.[0]?.length ?? 0).trim()
    return { ...entry, title: `${number} ${name}`.trim(), aliases: aliasesOf(number) }
  }),
})

/** The ids that a text names; what names no row is kept as it is, and the checks say so. */
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
    .split(/[、;；\n]/)
    .flatMap((piece) => piece.trim() || [])
    .map(read)
}

/**
 * Answers as they were read from a file, with the texts of references replaced by the ids of the rows that they name.
 * `rows` are those of each numbered table, in order; each has its id in the answers already.
 */
export const withRowsNamed = (
  template: Template,
  answers: Answers,
  rows: ReadonlyMap<Pointer, readonly NumberedRow[]>,
): Answers => {
  const lists = liveLists(template, answers)
  const { answers: named, put } = changing(answers)
  for (const { field, path } of walkLeaves(template)) {
    if (!field.refers || field.compute) continue
    const list = asNumbered(listOf(field, lists), rows.get(pointerOf(field.refers.table)) ?? [])
    for (const place of placesOf(answers, path)) {
      const text = valueAt(answers, place)
      if (typeof text === 'string') put(place, idsIn(text, field, list))
    }
  }
  return named
}
