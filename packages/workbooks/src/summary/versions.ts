import { type Column, columnsOf, type Template } from '@policyforms/core'
import { isSame } from './source.ts'

/** The template of a summary, and the earlier versions that some of the submissions were filled in by. */
export interface Versions {
  readonly own: Template
  readonly earlier: readonly Template[]
}

export const versionsOf = (own: Template, others: readonly Template[] = []): Versions => ({
  own,
  earlier: [...new Map(others.map((one) => [one.hash, one])).values()].filter(({ hash }) => hash !== own.hash),
})

/** What an earlier version has where a column stands: the same place, the same kind, the same unit. */
export const counterpart = (column: Column, version: Template): Column | undefined =>
  columnsOf(version).find(
    (other) =>
      other.id === column.id &&
      (other.table === undefined) === (column.table === undefined) &&
      isSame(column.field, other.field, version.lists),
  )

/** A column of the summary with its place in each version that has it. */
export interface LinedUp {
  readonly column: Column
  /** Of the version that it is told by: the present one, or the latest that had it. */
  readonly version: Template
  readonly places: readonly { readonly version: Template; readonly column: Column }[]
}

/** The columns in their order; with `andFormer`, what only earlier versions have stands behind its neighbours. */
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
  places: [
    { version, column },
    ...others.flatMap((other) => {
      const found = counterpart(column, other)
      return found ? [{ version: other, column: found }] : []
    }),
  ],
})

const behindNeighbours = (all: readonly LinedUp[], former: LinedUp): readonly LinedUp[] => {
  const [section] = former.column.id.split('.')
  const at = all.findLastIndex(({ column }) => column.id.split('.')[0] === section)
  return at < 0 ? [...all, former] : all.toSpliced(at + 1, 0, former)
}

/** A head that tells a column of earlier versions from the present ones. */
export const labelIn = ({ column, version }: Pick<LinedUp, 'column' | 'version'>, { own }: Versions): string =>
  version === own ? column.label : `${column.label}（${version.version} 版）`
