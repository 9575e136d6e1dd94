import {
  blockAt,
  type Column,
  columnsOf,
  convertValue,
  type Former,
  type Json,
  originsOf,
  type Template,
} from '@policyforms/core'
import { isSame } from './source.ts'

/** The template of a summary, and the earlier versions that some of the submissions were filled in by, latest first. */
export interface Versions {
  readonly own: Template
  readonly earlier: readonly Template[]
}

const byVersion = (one: Template, other: Template) => other.version.localeCompare(one.version, 'en', { numeric: true })

export const versionsOf = (own: Template, others: readonly Template[] = []): Versions => ({
  own,
  earlier: [...new Map(others.map((one) => [one.hash, one])).values()]
    .filter(({ hash }) => hash !== own.hash)
    .sort(byVersion),
})

/** Where a version has what a column shows, and how its values become those of the column. */
export interface Place {
  readonly version: Template
  readonly column: Column
  readonly convert?: (value: Json) => Json | undefined
}

export const changes = ({ unit, times, split }: Former): boolean =>
  unit !== undefined || times !== undefined || split !== undefined

/** What an earlier version has where a column of a later one stands, renamed or not: of the same kind and unit, or turned into them as `x-was` says. */
export const counterpart = (column: Column, later: Template, version: Template): Place | undefined => {
  const origin = originsOf(version, later).get(column.id)
  if (origin?.block.block !== 'field') return undefined
  const id = origin.block.path.filter((key) => key !== '*').join('.')
  const found = columnsOf(version).find((other) => other.id === id)
  if (!found || (found.table === undefined) !== (column.table === undefined)) return undefined
  const { former } = origin
  if (!changes(former)) return isSame(column.field, found.field, version.lists) ? { version, column: found } : undefined
  const before = { field: found.field, lists: version.lists }
  const now = { field: column.field, lists: later.lists }
  return { version, column: found, convert: (value) => convertValue(value, before, now, former) }
}

/** The block of an earlier version that is now another one's, wherever it stood and whatever it was called. */
export const formerBlock = (path: readonly string[], later: Template, version: Template) =>
  later.hash === version.hash ? blockAt(version, path) : originsOf(version, later).get(path.join('.'))?.block

/** A column of the summary with its place in each version that has it. */
export interface LinedUp {
  readonly column: Column
  /** Of the version that it is told by: the present one, or the latest that had it. */
  readonly version: Template
  readonly places: readonly Place[]
}

/** The columns in their order; with `formerOf`, what only earlier versions have stands behind its neighbours. */
export const lineUp = (
  columns: readonly Column[],
  { own, earlier }: Versions,
  formerOf?: (version: Template) => readonly Column[],
): readonly LinedUp[] => {
  const present = columns.map((column) => linedUp(column, own, earlier))
  const taken = new Set(present.flatMap(({ places }) => places.map((place) => place.column)))
  const former = earlier.flatMap((version, i) =>
    (formerOf?.(version) ?? []).flatMap((column) => {
      if (taken.has(column)) return []
      const found = linedUp(column, version, earlier.slice(i + 1))
      for (const place of found.places) taken.add(place.column)
      return [found]
    }),
  )
  return former.reduce(behindNeighbours, present)
}

const linedUp = (column: Column, version: Template, others: readonly Template[]): LinedUp => ({
  column,
  version,
  places: [{ version, column }, ...others.flatMap((other) => counterpart(column, version, other) ?? [])],
})

const behindNeighbours = (all: readonly LinedUp[], former: LinedUp): readonly LinedUp[] => {
  const [section] = former.column.id.split('.')
  const at = all.findLastIndex(({ column }) => column.id.split('.')[0] === section)
  return at < 0 ? [...all, former] : all.toSpliced(at + 1, 0, former)
}

/** A head that tells a column of earlier versions from the present ones. */
export const labelIn = ({ column, version }: Pick<LinedUp, 'column' | 'version'>, { own }: Versions): string =>
  version === own ? column.label : `${column.label}（${version.version} 版）`
