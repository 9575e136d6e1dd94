import {
  type Answers,
  type Changing,
  changing,
  clausesAt,
  type FileMatcher,
  type Issue,
  type Json,
  type JsonObject,
  type Path,
  type Place,
  type Pointer,
  pointerOf,
  type Table,
  type Template,
  tablePrintsNone,
  withRowsNamed,
} from '@policyforms/core'
import { addressOf } from '../book/address.ts'
import { textOf } from '../cells/text-cells.ts'
import type { LeafPart } from '../layout/leaves.ts'
import { headRow } from '../layout/references.ts'
import { rowOffsets } from '../layout/table-lines.ts'
import type { MapEntry, SheetMap } from '../sheet/sheet-map.ts'
import { columnOfHead, headsIn, isFilled, missingColumn, saysMore } from './find-heads.ts'
import { type Locator, locator } from './locate.ts'
import { findMovedRows } from './moved-rows.ts'
import { nameRows, type ReadRow } from './name-rows.ts'
import type { OpenWorkbook } from './open-workbook.ts'
import { type LeafCells, type ReadContext, readLeaf } from './read-leaf.ts'
import type { Bounds, ScannedRow } from './scan-sheet.ts'

export interface Gathered {
  readonly answers: Answers
  readonly issues: readonly Issue[]
  readonly find: Locator['find']
  /** Answers whose cells hold something that could not be read. */
  readonly unread: ReadonlySet<Pointer>
  /** Fields and tables whose sheet is gone. */
  readonly absent: readonly Path[]
}

interface Gathering extends Pick<Changing, 'put'> {
  readonly issues: Issue[]
  readonly unread: Set<Pointer>
  readonly absent: Path[]
  readonly places: Locator
  readonly map: SheetMap
  /** The rows of numbered tables, by the table's pointer: their ids, under the numbers on the sheet. */
  readonly rows: Map<Pointer, readonly ReadRow[]>
}

interface Wanted extends LeafPart {
  readonly entry: MapEntry
  readonly row: number
  readonly column: number
}

/** Reads every cell that the map names and the template knows, in the order of the document. */
export const gatherAnswers = (
  map: SheetMap,
  known: ReadonlyMap<string, LeafPart>,
  template: Template,
  workbook: OpenWorkbook,
  matchFile: FileMatcher,
): Gathered => {
  const { answers, put } = changing({})
  const state: Gathering = {
    put,
    issues: [],
    unread: new Set(),
    absent: [],
    places: locator(),
    map,
    rows: new Map(),
  }
  for (const [sheet, entries] of Map.groupBy(map.entries, (entry) => entry.sheet)) {
    const wanted = entries.flatMap((entry): readonly Wanted[] => {
      const found = known.get(entry.pointer)
      return found ? [{ ...found, entry, ...addressOf(entry.cell) }] : []
    })
    if (wanted.length === 0) continue
    if (workbook.sheets.has(sheet))
      gatherSheet(sheet, wanted, { template, matchFile, rows: workbook.rowsOf(sheet, boundsOf(wanted)) }, state)
    else {
      state.absent.push(...wanted.map(({ leaf }) => leaf.table?.path ?? leaf.path))
      state.issues.push({
        code: 'sheet-missing',
        at: pointerOf(wanted[0]?.leaf.path.slice(0, 1) ?? []),
        severity: 'error',
        params: { name: sheet },
        sheet,
      })
    }
  }
  return { ...state, answers: withRowsNamed(template, answers, state.rows), find: state.places.find }
}

/** Rows may have been put in between, and columns; what lies far beyond is no answer. */
const boundsOf = (wanted: readonly Wanted[]): Bounds =>
  wanted.reduce(
    (so, { row, column, leaf }) => ({
      rows: Math.max(so.rows, row + (leaf.table?.maxRows ?? 0) + 1000),
      columns: Math.max(so.columns, column + 100),
    }),
    { rows: 0, columns: 0 },
  )

const gatherSheet = (sheet: string, wanted: readonly Wanted[], context: ReadContext, state: Gathering): void => {
  const singles = findMovedRows(
    wanted.filter(({ leaf }) => !leaf.table),
    context.rows,
    sheet,
  )
  state.issues.push(...singles.issues)
  for (const { at } of singles.issues) state.unread.add(at)
  for (const cells of leafCells(singles.found)) {
    state.places.addLeaf(sheet, cells)
    const value = read(cells, () => cells.leaf.path, sheet, context, state)
    if (value !== undefined) state.put(cells.leaf.path, value)
  }
  for (const [table, columns] of Map.groupBy(wanted, ({ leaf }) => leaf.table))
    if (table) gatherTable(table, sheet, columns, context, state)
}

/** Map entries by leaf, and within it by part; entries that follow each other continue a long text. */
const leafCells = (wanted: readonly Wanted[]): readonly LeafCells[] =>
  [...Map.groupBy(wanted, ({ leaf }) => pointerOf(leaf.path)).values()].flatMap((ofLeaf): readonly LeafCells[] => {
    const [first] = ofLeaf
    const parts = [...Map.groupBy(ofLeaf, ({ part }) => part.key).values()].flatMap((cells) =>
      cells[0] ? [{ part: cells[0].part, cells }] : [],
    )
    return first ? [{ leaf: first.leaf, parts }] : []
  })

/** The value at a place; faults of its cells are noted. */
const read = (
  cells: LeafCells,
  placeOf: () => Place,
  sheet: string,
  context: ReadContext,
  state: Gathering,
  row?: number,
): Json | undefined => {
  const { value, faults } = readLeaf(cells, placeOf, context, row)
  for (const { key, cell, issue } of faults) {
    const place = placeOf()
    const at = pointerOf(place)
    const clauses = clausesAt(context.template, place)
    state.unread.add(at)
    state.issues.push({
      ...issue,
      at: key === '' ? at : pointerOf([...place, key]),
      sheet,
      cell,
      ...(clauses.length > 0 && { clauses }),
    })
  }
  return value
}

const gatherTable = (
  table: Table,
  sheet: string,
  columns: readonly Wanted[],
  context: ReadContext,
  state: Gathering,
): void => {
  const heads = headsIn(table, context.rows)
  const placed = columns.flatMap((wanted) => {
    const column = columnOfHead(wanted, heads)
    if (column === undefined) state.issues.push(missingColumn(wanted, table.path, sheet))
    return column === undefined ? [] : [{ ...wanted, column }]
  })
  const first = columns[0]?.row ?? headRow + 1
  const leaves = leafCells(placed)
  const printsNone = tablePrintsNone(table)
  const isRow = ([row, cells]: readonly [number, ScannedRow]) => {
    if (row < first || !placed.some(({ column }) => isFilled(cells.get(column)))) return false
    return !printsNone || placed.some(({ column }) => saysMore(cells.get(column)))
  }
  const found = [...context.rows]
    .filter(isRow)
    .map(([row]) => row)
    .sort((a, b) => a - b)
  // Rows that were printed beforehand stand where they were put, filled or not.
  const rows = rowOffsets(table)?.map((offset) => first + offset) ?? found
  state.places.addTable(pointerOf(table.path), { sheet, leaves, rows })
  const named = table.rowNumber ? namedRows(table, rows, sheet, context, state) : []
  const records = rows.map((row, index): JsonObject => {
    const id = named[index]?.id
    const record: Record<string, Json> = id === undefined ? {} : { id }
    for (const cells of leaves) {
      const { key } = cells.leaf.field
      const value = read(cells, () => [...table.path, index, key], sheet, context, state, row)
      if (value !== undefined) record[key] = value
    }
    // Of merged cells, only the first has a value.
    for (const key of table.merge ?? []) record[key] ??= table.fixedRows?.[index]?.[key] ?? null
    return record
  })
  if (records.length > 0) state.put(table.path, records)
}

/** The rows of a numbered table, each by the number that stands beside it. */
const namedRows = (
  table: Table,
  rows: readonly number[],
  sheet: string,
  context: ReadContext,
  { map, issues, rows: known }: Gathering,
): readonly ReadRow[] => {
  const pointer = pointerOf(table.path)
  const entry = map.entries.find((one) => one.pointer === `${pointer}/*/id`)
  const at = entry && { entry, ...addressOf(entry.cell) }
  const column = at && columnOfHead(at, headsIn(table, context.rows))
  if (at && column === undefined) issues.push(missingColumn(at, table.path, sheet))
  const numbers = rows.map((row) => {
    const cell = column === undefined ? undefined : context.rows.get(row)?.get(column)
    return cell ? textOf(cell).trim() : ''
  })
  const named = nameRows(table, numbers, map)
  known.set(pointer, named)
  return named
}
