import { unwritten } from '@policyforms/core/editing'
import { swapped } from '../model/swapped.ts'
import type { Entry } from './read-entries.ts'

/** Where an entry stands: indexes from the top down. */
export type Trail = readonly number[]

export interface EntryRow {
  readonly trail: Trail
  readonly entry: Entry
  /** The parameters of what is above it, which hold as long as it has none of its own. */
  readonly inherited: NonNullable<Entry['values']>
}

/** Every entry, outer before inner, with its place. */
export const rowsOf = (
  entries: readonly Entry[],
  above: Trail = [],
  inherited: EntryRow['inherited'] = {},
): readonly EntryRow[] =>
  entries.flatMap((entry, i) => {
    const trail = [...above, i]
    return [{ trail, entry, inherited }, ...rowsOf(entry.children ?? [], trail, { ...inherited, ...entry.values })]
  })

const withChildren = ({ children: _, ...entry }: Entry, children: readonly Entry[]): Entry =>
  children.length > 0 ? { ...entry, children } : entry

/** The list with the siblings of a place changed. */
const amongSiblings = (
  entries: readonly Entry[],
  [index = 0, ...rest]: Trail,
  change: (siblings: readonly Entry[], index: number) => readonly Entry[],
): readonly Entry[] =>
  rest.length === 0
    ? change(entries, index)
    : entries.map((entry, i) =>
        i === index ? withChildren(entry, amongSiblings(entry.children ?? [], rest, change)) : entry,
      )

export const changeEntry = (entries: readonly Entry[], trail: Trail, entry: Entry): readonly Entry[] =>
  amongSiblings(entries, trail, (siblings, i) => siblings.with(i, entry))

export const removeEntry = (entries: readonly Entry[], trail: Trail): readonly Entry[] =>
  amongSiblings(entries, trail, (siblings, i) => siblings.toSpliced(i, 1))

/** One place up or down among its siblings. */
export const shiftEntry = (entries: readonly Entry[], trail: Trail, by: -1 | 1): readonly Entry[] =>
  amongSiblings(entries, trail, (siblings, i) => swapped(siblings, i, i + by))

/** A code that no entry has, made from the one before it. */
const freeCode = (entries: readonly Entry[], stem: string): string => {
  const taken = new Set(rowsOf(entries).map(({ entry }) => entry.code))
  let n = 1
  while (taken.has(`${stem}${String(n).padStart(2, '0')}`)) n++
  return `${stem}${String(n).padStart(2, '0')}`
}

/** A new entry after another, or as its last below. */
export const addEntry = (entries: readonly Entry[], trail: Trail | undefined, where: 'after' | 'below') => {
  if (!trail) return [...entries, { code: freeCode(entries, ''), title: unwritten.entry }]
  return amongSiblings(entries, trail, (siblings, i) => {
    const entry = siblings[i]
    if (!entry) return siblings
    if (where === 'after') {
      const stem = entry.code.replace(/\d{1,2}$/, '')
      return siblings.toSpliced(i + 1, 0, { code: freeCode(entries, stem), title: unwritten.entry })
    }
    const children = [...(entry.children ?? []), { code: freeCode(entries, entry.code), title: unwritten.entry }]
    return siblings.with(i, { ...entry, children })
  })
}

/** The parameters that entries have, in the order in which they come. */
export const parametersOf = (entries: readonly Entry[]): readonly string[] => [
  ...new Set(rowsOf(entries).flatMap(({ entry }) => Object.keys(entry.values ?? {}))),
]

/** Another code. An entry that was published leaves word of its former one, so that what was chosen follows. */
export const withCode = (entry: Entry, code: string, published: ReadonlySet<string>): Entry => {
  const former = entry.was ?? (published.has(entry.code) ? entry.code : undefined)
  const { was: _, ...others } = entry
  return former === undefined || former === code ? { ...others, code } : { ...others, code, was: former }
}

/** A number stays one; nothing takes the parameter away. */
export const withParameter = (entry: Entry, name: string, text: string): Entry => {
  const { values = {}, ...others } = entry
  const { [name]: _, ...rest } = values
  const typed = text.normalize('NFKC').trim()
  const value = typed !== '' && Number.isFinite(Number(typed)) ? Number(typed) : typed
  const next = typed === '' ? rest : { ...rest, [name]: value }
  return Object.keys(next).length > 0 ? { ...others, values: next } : others
}
