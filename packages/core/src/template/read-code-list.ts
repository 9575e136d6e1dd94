import { isObject, type Json, property } from '../answers/json.ts'
import type { Tables } from '../rules/translation.ts'
import type { CodeEntry, CodeList } from './code-list.ts'

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

/** A code list as its file tells it. Whatever is malformed has been reported by the check and is passed over. */
export const readCodeList = (value: Json | undefined): CodeList => {
  const entries = entriesOf(property(value, 'entries'))
  return { id: text(property(value, 'id')), title: text(property(value, 'title')), depth: depthOf(entries), entries }
}

const entriesOf = (value: Json | undefined): readonly CodeEntry[] =>
  (Array.isArray(value) ? value : []).map((entry: Json) => {
    const children = entriesOf(property(entry, 'children'))
    const values = parametersOf(property(entry, 'values'))
    const was = property(entry, 'was')
    return {
      code: text(property(entry, 'code')),
      title: text(property(entry, 'title')),
      ...(property(entry, 'other') === true && { other: true }),
      ...(values && { values }),
      ...(typeof was === 'string' && { was }),
      ...(children.length > 0 && { children }),
    }
  })

export const depthOf = (entries: readonly CodeEntry[]): number =>
  entries.length === 0 ? 0 : 1 + Math.max(...entries.map((entry) => depthOf(entry.children ?? [])))

const parametersOf = (value: Json | undefined): Readonly<Record<string, number | string>> | undefined =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).filter((pair): pair is [string, number | string] =>
          ['number', 'string'].includes(typeof pair[1]),
        ),
      )
    : undefined

/** What rules may look up in a list. An entry has the parameters of those above it, unless it has its own. */
export const parametersIn = (list: CodeList): Tables => {
  const tables: Record<string, Record<string, number | string>> = {}
  const walk = (entries: readonly CodeEntry[], above: Readonly<Record<string, number | string>>) => {
    for (const entry of entries) {
      const values = { ...above, ...entry.values }
      for (const [parameter, value] of Object.entries(values)) {
        tables[parameter] ??= {}
        tables[parameter][entry.code] = value
      }
      walk(entry.children ?? [], values)
    }
  }
  walk(list.entries, {})
  return tables
}
