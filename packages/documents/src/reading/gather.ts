import {
  type Answers,
  columnInRow,
  type Issue,
  type Json,
  type JsonObject,
  type Pointer,
  pointerOf,
  property,
  type Table,
  type Template,
  textOfJson,
  valueAt,
  withValue,
} from '@policyforms/core'
import { type NumberedRow, withRowsNamed } from './name-rows.ts'
import type { Held, Owners, ReadLeaf } from './owners.ts'
import { readValue, type Told } from './read-value.ts'
import { keptAsPrinted } from './same-print.ts'
import type { ReadCell, ReadRow, ReadTable, Scanned, Spot } from './spot.ts'

export interface GatherOptions {
  readonly template: Template
  readonly leaves: readonly ReadLeaf[]
  readonly tables: readonly Table[]
  readonly owners: Owners
  readonly fileOf: Parameters<typeof readValue>[2]['fileOf']
  /** What was answered before: kept where the file has no place, and where it prints the same. */
  readonly earlier: Answers
  /** A cell holds one answer and nothing else, as in a book of ours. */
  readonly wholeCells: boolean
}

export interface Gathered {
  readonly answers: Answers
  readonly issues: readonly Issue[]
  /** Places that the file does not have. */
  readonly missing: readonly { readonly at: Pointer; readonly title: string }[]
}

type Owned = { readonly spot: Spot; readonly held: Held }
type Place = readonly (string | number)[]

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
  return { answers: withRowsNamed(options.template, answers, reading.rows), issues, missing }
}

interface Reading {
  readonly options: GatherOptions
  readonly issues: Issue[]
  readonly ownerOf: ReadonlyMap<Spot, Held>
  /** Of tables whose rows are referred to, in order. */
  readonly rows: Map<Pointer, readonly NumberedRow[]>
}

/** Controls that answer something; what stands in others is not lost without a word. */
const ownedSpots = (scanned: readonly Scanned[], owners: Owners, issues: Issue[]): readonly Owned[] =>
  scanned
    .flatMap(({ spots }) => spots)
    .flatMap((spot): readonly Owned[] => {
      const held = owners(spot.tag)
      if (held) return [{ spot, held }]
      if (spot.text.trim() !== '' && spot.checked === undefined)
        issues.push({
          code: 'place-unknown',
          at: '',
          severity: 'warning',
          params: { value: spot.text.trim().slice(0, 60), name: spot.tag },
          place: spot.place,
        })
      return []
    })

const leafOf = (held: Held | undefined): ReadLeaf | undefined =>
  held && held.is !== 'table' && held.is !== 'row' ? held.leaf : undefined

/** All that a cell holds is of one answer: text beside the control, too, was typed for it. */
const isWhole = (cell: ReadCell, leaf: ReadLeaf | undefined, { options, ownerOf }: Reading): boolean =>
  options.wholeCells && cell.spots.every((spot) => leafOf(ownerOf.get(spot)) === leaf)

const toldAt = (spots: readonly Owned[], reading: Reading): Told => {
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
const readPlace = (told: Told, { field }: ReadLeaf, at: Place, place: string, reading: Reading): Json | undefined => {
  const { template, fileOf, earlier } = reading.options
  const read = readValue(told, field, { lists: template.lists, fileOf })
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

interface Column {
  readonly leaf: ReadLeaf
  readonly at: number
}

const sums = /^\s*(合\s*计|小\s*计|总\s*计)/

const columnsOf = (table: ReadTable, leaves: readonly ReadLeaf[], { ownerOf }: Reading): readonly Column[] =>
  leaves.flatMap((leaf) => {
    for (const row of table.rows)
      for (const cell of row.cells)
        if (cell.spots.some((spot) => leafOf(ownerOf.get(spot)) === leaf)) return [{ leaf, at: cell.column }]
    return []
  })

const shapeOf = ({ cells }: ReadRow): string => cells.map(({ column }) => column).join()

/** The rows of a table as they stand now: added ones have no controls and are known by their columns. */
const filledRows = (table: ReadTable, columns: readonly Column[], { ownerOf }: Reading): readonly ReadRow[] => {
  const holds = (row: ReadRow) =>
    row.cells.some(({ spots }) => spots.some((spot) => columns.some(({ leaf }) => leafOf(ownerOf.get(spot)) === leaf)))
  const first = table.rows.findIndex(holds)
  const shapes = new Set(table.rows.filter(holds).map(shapeOf))
  return table.rows.filter(
    (row, i) =>
      holds(row) ||
      (i > first && !row.isHead && shapes.has(shapeOf(row)) && !row.cells.some(({ text }) => sums.test(text))),
  )
}

/** The rows of a table of the template; undefined where the file has no place for it. */
const rowsOf = (
  table: Table,
  scanned: readonly Scanned[],
  owned: readonly Owned[],
  reading: Reading,
): readonly JsonObject[] | undefined => {
  const leaves = reading.options.leaves.filter((leaf) => leaf.table === table)
  const found = scanned
    .flatMap(({ tables }) => tables)
    .map((one) => ({ one, columns: columnsOf(one, leaves, reading) }))
    .filter(({ columns }) => columns.length > 0)
  if (found.length === 0) return owned.some(({ held }) => held.is === 'table' && held.table === table) ? [] : undefined
  const rows = found.flatMap(({ one, columns }) => filledRows(one, columns, reading).map((row) => ({ row, columns })))
  return table.fixedRows ? fixedRowsOf(table, rows, reading) : addedRowsOf(table, rows, reading)
}

interface PlacedRow {
  readonly row: ReadRow
  readonly columns: readonly Column[]
}

const cellOf = ({ row }: PlacedRow, { leaf, at }: Column, { ownerOf }: Reading): ReadCell | undefined =>
  row.cells.find(({ spots }) => spots.some((spot) => leafOf(ownerOf.get(spot)) === leaf)) ??
  row.cells.find(({ column }) => column === at)

const toldIn = (cell: ReadCell, leaf: ReadLeaf, reading: Reading): Told => {
  const spots = cell.spots.flatMap((spot) => {
    const held = reading.ownerOf.get(spot)
    return held && leafOf(held) === leaf ? [{ spot, held }] : []
  })
  return spots.length === 0 || isWhole(cell, leaf, reading) ? { text: cell.text, spots } : toldAt(spots, reading)
}

const isFilled = ({ text, spots }: Told): boolean => text.trim() !== '' || spots.some(({ spot }) => spot.isDrawn)

const recordOf = (table: Table, row: PlacedRow, index: number, reading: Reading): JsonObject => {
  const record: Record<string, Json> = {}
  for (const column of row.columns) {
    const field = columnInRow(table, column.leaf.field, index)
    const cell = cellOf(row, column, reading)
    if (!cell || table.fixedRows?.some((fixed) => property(fixed, field.key) !== undefined)) continue
    const at = [...table.path, index, field.key]
    const value = readPlace(toldIn(cell, column.leaf, reading), { ...column.leaf, field }, at, cell.place, reading)
    if (value !== undefined) record[field.key] = value
  }
  return record
}

const addedRowsOf = (table: Table, rows: readonly PlacedRow[], reading: Reading): readonly JsonObject[] =>
  rows
    .filter((row) =>
      row.columns.some((column) => {
        const cell = cellOf(row, column, reading)
        return cell !== undefined && isFilled(toldIn(cell, column.leaf, reading))
      }),
    )
    .map((row, index) => {
      const record = recordOf(table, row, index, reading)
      return table.rowNumber ? { ...record, ...nameOf(table, row, reading) } : record
    })

/** The id of a row that others refer to, and its number as the file has it. A copied row is a new one. */
const nameOf = ({ path }: Table, { row }: PlacedRow, { ownerOf, rows }: Reading): JsonObject => {
  const known = rows.get(pointerOf(path)) ?? []
  const spot = row.cells.flatMap(({ spots }) => spots).find((one) => ownerOf.get(one)?.is === 'row')
  const held = spot && ownerOf.get(spot)
  const isNew = held?.is !== 'row' || known.some(({ id }) => id === held.id)
  rows.set(pointerOf(path), [...known, isNew ? { number: '' } : { number: spot?.text.trim() ?? '', id: held.id }])
  return isNew ? {} : { id: held.id }
}

const plain = (text: string) => text.replace(/\s/g, '')

/** What was printed beforehand tells a row, wherever it stands now. */
const fixedRowsOf = (table: Table, rows: readonly PlacedRow[], reading: Reading): readonly JsonObject[] => {
  const { fixedRows = [] } = table
  const rowFor = (fixed: JsonObject, i: number): PlacedRow | undefined =>
    rows.find((row) =>
      row.columns.every((column) => {
        const preset = property(fixed, column.leaf.field.key)
        const cell = cellOf(row, column, reading)
        return preset === undefined || plain(cell?.text ?? '').includes(plain(textOfJson(preset)))
      }),
    ) ?? rows[i]
  return fixedRows.map((fixed, i) => {
    const row = rowFor(fixed, i)
    return row ? recordOf(table, row, i, reading) : {}
  })
}
