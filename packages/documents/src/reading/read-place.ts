import {
  type Answers,
  type Issue,
  type Json,
  type Leaf,
  type NumberedRow,
  type Pointer,
  pointerOf,
  type Table,
  type Template,
  valueAt,
} from '@policyforms/core'
import type { FileFinder } from './file-matcher.ts'
import type { Held, Owners } from './owners.ts'
import { readValue, type Told } from './read-value.ts'
import { keptAsPrinted } from './same-print.ts'
import type { ReadCell, Spot } from './spot.ts'

export interface GatherOptions {
  readonly template: Template
  readonly leaves: readonly Leaf[]
  readonly tables: readonly Table[]
  readonly owners: Owners
  readonly files: FileFinder
  /** What was answered before: kept where the file has no place, and where it prints the same. */
  readonly earlier: Answers
  /** A cell holds one answer and nothing else, as in a book of ours. */
  readonly wholeCells: boolean
}

export type Owned = { readonly spot: Spot; readonly held: Held }
export type Place = readonly (string | number)[]

export interface Reading {
  readonly options: GatherOptions
  readonly issues: Issue[]
  readonly ownerOf: ReadonlyMap<Spot, Held>
  /** Of tables whose rows are referred to, in order; a new one has no id yet. */
  readonly rows: Map<Pointer, readonly (NumberedRow & { readonly id?: string })[]>
}

export const leafOf = (held: Held | undefined): Leaf | undefined =>
  held && held.is !== 'table' && held.is !== 'row' ? held.leaf : undefined

/** All that a cell holds is of one answer: text beside the control, too, was typed for it. */
export const isWhole = (cell: ReadCell, leaf: Leaf | undefined, { options, ownerOf }: Reading): boolean =>
  options.wholeCells && cell.spots.every((spot) => leafOf(ownerOf.get(spot)) === leaf)

export const toldAt = (spots: readonly Owned[], reading: Reading): Told => {
  const leaf = leafOf(spots[0]?.held)
  const cells = new Set(spots.flatMap(({ spot }) => (spot.cell && isWhole(spot.cell, leaf, reading) ? spot.cell : [])))
  const loose = spots.filter(({ spot, held }) => held.is === 'answer' && !(spot.cell && cells.has(spot.cell)))
  const texts = [...[...cells].map(({ text }) => text), ...loose.map(({ spot }) => spot.text)]
  const said = [...new Set(texts.filter((text) => text.trim() !== ''))]
  // The same answer may stand in several places; paragraphs of one text have a control each.
  const isRepeated = reading.options.wholeCells === false && said.length < texts.length
  return { text: isRepeated ? (said[0] ?? '') : texts.join('\n'), spots }
}

/** The value at a place; what is wrong with it is noted. */
export const readPlace = (
  told: Told,
  { field }: Leaf,
  at: Place,
  place: string,
  reading: Reading,
): Json | undefined => {
  const { template, files, earlier } = reading.options
  const read = readValue(told, field, {
    lists: template.lists,
    fileOf: (file) => files.find(file, at),
    isFileName: files.isName,
  })
  if ('fault' in read) {
    const { code, params = {} } = read.fault
    const { clauses } = field
    reading.issues.push({
      code,
      at: pointerOf(at),
      severity: 'error',
      params,
      place,
      ...(clauses.length > 0 && { clauses }),
    })
    return undefined
  }
  return keptAsPrinted(read.value, valueAt(earlier, at), field, template.lists)
}
