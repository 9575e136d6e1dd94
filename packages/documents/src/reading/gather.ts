import {
  type Answers,
  type Issue,
  type Json,
  type Pointer,
  pointerOf,
  valueAt,
  withRowIds,
  withRowsNamed,
  withValue,
} from '@policyforms/core'
import { signatureTag } from '../controls/tag-of.ts'
import type { Owners } from './owners.ts'
import { type GatherOptions, leafOf, type Owned, type Place, type Reading, readPlace, toldAt } from './read-place.ts'
import { rowsOf } from './read-rows.ts'
import type { Scanned } from './spot.ts'

export interface Gathered {
  readonly answers: Answers
  readonly issues: readonly Issue[]
  /** Places that the file does not have. */
  readonly missing: readonly { readonly at: Pointer; readonly title: string }[]
}

/** Takes the answers out of what was found in a file, in the order of the template. */
export const gatherAnswers = (scanned: readonly Scanned[], options: GatherOptions): Gathered => {
  const issues: Issue[] = []
  const missing: Gathered['missing'][number][] = []
  let answers: Answers = {}
  const put = (place: Place, value: Json | undefined) => {
    if (value !== undefined) answers = withValue(answers, place, value) as Answers // an object stays one
  }
  const owned = ownedSpots(scanned, options.owners, issues)
  const byLeaf = Map.groupBy(
    owned.filter(({ held }) => leafOf(held)),
    ({ held }) => leafOf(held),
  )
  const ownerOf = new Map(owned.map(({ spot, held }) => [spot, held]))
  const reading: Reading = { options, issues, ownerOf, rows: new Map() }
  for (const leaf of options.leaves.filter(({ table }) => !table)) {
    const spots = byLeaf.get(leaf)
    if (spots) put(leaf.path, readPlace(toldAt(spots, reading), leaf, leaf.path, spots[0]?.spot.place ?? '', reading))
    else {
      missing.push({ at: pointerOf(leaf.path), title: leaf.field.title })
      put(leaf.path, valueAt(options.earlier, leaf.path))
    }
  }
  for (const table of options.tables) {
    const rows = rowsOf(table, scanned, owned, reading)
    if (rows) put(table.path, rows.length > 0 ? rows : undefined)
    else {
      missing.push({ at: pointerOf(table.path), title: table.title })
      put(table.path, valueAt(options.earlier, table.path))
    }
  }
  return {
    answers: withRowsNamed(options.template, withRowIds(options.template, answers), reading.rows),
    issues,
    missing,
  }
}

/** Controls that answer something; what stands in others is not lost without a word. */
const ownedSpots = (scanned: readonly Scanned[], owners: Owners, issues: Issue[]): readonly Owned[] =>
  scanned
    .flatMap(({ spots }) => spots)
    .flatMap((spot): readonly Owned[] => {
      const held = owners(spot.tag)
      if (held) return [{ spot, held }]
      if (spot.text.trim() !== '' && spot.checked === undefined && spot.tag !== signatureTag)
        issues.push({
          code: 'place-unknown',
          at: '',
          severity: 'warning',
          params: { value: spot.text.trim().slice(0, 60), name: spot.tag },
          place: spot.place,
        })
      return []
    })
