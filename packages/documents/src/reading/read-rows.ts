import {
  columnInRow,
  type Json,
  type JsonObject,
  type Leaf,
  pointerOf,
  property,
  type Table,
  textOfJson,
} from '@policyforms/core'
import { isWhole, leafOf, type Owned, type Reading, readPlace, toldAt } from './read-place.ts'
import type { Told } from './read-value.ts'
import type { ReadCell, ReadRow, ReadTable, Scanned } from './spot.ts'

interface Column {
  readonly leaf: Leaf
  readonly at: number
}

const sums = /^\s*(合\s*计|小\s*计|总\s*计)/

const columnsOf = (table: ReadTable, leaves: readonly Leaf[], { ownerOf }: Reading): readonly Column[] =>
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
  // A row with controls for something else is the office's own.
  const isOther = ({ cells }: ReadRow) =>
    cells.some(({ spots }) => spots.some((spot) => ownerOf.get(spot)?.is !== 'row'))
  const first = table.rows.findIndex(holds)
  const shapes = new Set(table.rows.filter(holds).map(shapeOf))
  return table.rows.filter(
    (row, i) =>
      holds(row) ||
      (i > first &&
        !row.isHead &&
        !isOther(row) &&
        shapes.has(shapeOf(row)) &&
        !row.cells.some(({ text }) => sums.test(text))),
  )
}

/** The rows of a table of the template; undefined where the file has no place for it. */
export const rowsOf = (
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

const toldIn = (cell: ReadCell, leaf: Leaf, reading: Reading): Told => {
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
