import {
  type Answers,
  type Issue,
  type Json,
  type JsonObject,
  type Path,
  type Pointer,
  pointerOf,
  type Template,
  withValue,
} from '@policyforms/core'
import { addressOf, cellName } from '../book/address.ts'
import type { ReadCell } from '../cells/cell-kind.ts'
import type { LeafPart } from '../layout/leaves.ts'
import { headRow } from '../layout/references.ts'
import type { MapEntry, SheetMap } from '../sheet/sheet-map.ts'
import type { FileMatcher } from './match-files.ts'
import type { OpenWorkbook } from './open-workbook.ts'
import { type CellRead, readParts } from './read-part.ts'
import type { ScannedRow } from './scan-sheet.ts'
import type { CellPlace } from './workbook-issues.ts'

export interface Gathered {
  readonly answers: Answers
  readonly issues: readonly Issue[]
  /** Where each answer's cell is, filled or not; tables by their first head. */
  readonly cells: ReadonlyMap<Pointer, CellPlace>
  /** Answers whose cells hold something that could not be read. */
  readonly unread: ReadonlySet<Pointer>
}

type Rows = ReadonlyMap<number, ScannedRow>

/** Reads every cell that the map names and the template knows, in the order of the document. */
export const gatherAnswers = (
  map: SheetMap,
  known: ReadonlyMap<string, LeafPart>,
  template: Template,
  workbook: OpenWorkbook,
  matchFile: FileMatcher,
): Gathered => {
  const state: Gathering = { answers: {}, issues: [], cells: new Map(), unread: new Set(), template, matchFile }
  for (const [sheet, entries] of bySheet(map.entries)) {
    const wanted = entries.flatMap((entry) => {
      const found = known.get(entry.pointer)
      return found ? [{ entry, found, ...addressOf(entry.cell) }] : []
    })
    if (wanted.length === 0) continue
    if (workbook.sheets.has(sheet)) gatherSheet(sheet, wanted, workbook.rowsOf(sheet), state)
    else
      state.issues.push({
        code: 'sheet-missing',
        at: pointerOf(wanted[0]?.found.leaf.path.slice(0, 1) ?? []),
        severity: 'error',
        params: { name: sheet },
        sheet,
      })
  }
  return state
}

interface Gathering {
  answers: Answers
  readonly issues: Issue[]
  readonly cells: Map<Pointer, CellPlace>
  readonly unread: Set<Pointer>
  readonly template: Template
  readonly matchFile: FileMatcher
}

interface Wanted {
  readonly entry: MapEntry
  readonly found: LeafPart
  readonly row: number
  readonly column: number
}

const bySheet = (entries: readonly MapEntry[]): ReadonlyMap<string, readonly MapEntry[]> =>
  Map.groupBy(entries, ({ sheet }) => sheet)

const gatherSheet = (sheet: string, wanted: readonly Wanted[], rows: Rows, state: Gathering): void => {
  for (const parts of groupedByLeaf(wanted.filter(({ found }) => !found.leaf.table))) {
    const path = parts[0]?.found.leaf.path ?? []
    const value = readAt(
      path,
      parts.map((part) => reading(part, part.row, rows)),
      sheet,
      parts,
      state,
    )
    if (value !== undefined) state.answers = withPlace(state.answers, path, value)
  }
  const columns = wanted.filter(({ found }) => found.leaf.table)
  for (const ofTable of Map.groupBy(columns, ({ found }) => found.leaf.table).values())
    gatherTable(sheet, ofTable, rows, state)
}

/** The cells of one value: its parts, and the continuation of a long text. */
const groupedByLeaf = (wanted: readonly Wanted[]): readonly (readonly Wanted[])[] => [
  ...Map.groupBy(wanted, ({ found }) => pointerOf(found.leaf.path)).values(),
]

const reading = ({ found, column }: Wanted, row: number, rows: Rows): CellRead => {
  const cell = rows.get(row)?.get(column)
  return { part: found.part, row, column, ...(cell && { cell }) }
}

/** The value at a place; what is wrong with its cells, and where they are, is noted. */
const readAt = (
  path: readonly (string | number)[],
  cells: readonly CellRead[],
  sheet: string,
  parts: readonly Wanted[],
  state: Gathering,
): Json | undefined => {
  const field = parts[0]?.found.leaf.field
  if (!field) return undefined
  const at = pointerOf(path)
  for (const { part, row, column } of cells) {
    const place = { sheet, cell: cellName(row, column) }
    if (part.key !== '') state.cells.set(`${at}/${part.key}`, place)
    if (!state.cells.has(at)) state.cells.set(at, place)
  }
  const { value, faults } = readParts(cells, field, state)
  for (const { key, cell, issue } of faults) {
    state.unread.add(at)
    state.issues.push({
      ...issue,
      at: key === '' ? at : `${at}/${key}`,
      sheet,
      cell,
      ...(field.clauses.length > 0 && { clauses: field.clauses }),
    })
  }
  return value
}

const withPlace = (answers: Answers, path: Path, value: Json): Answers => withValue(answers, path, value) as Answers // an object stays one

const gatherTable = (sheet: string, columns: readonly Wanted[], rows: Rows, state: Gathering): void => {
  const table = columns[0]?.found.leaf.table
  if (!table) return
  const first = columns[0]?.row ?? headRow + 1
  const placed = columns.flatMap((wanted) => {
    const column = columnOfHead(wanted, rows.get(headRow))
    if (column === undefined) state.issues.push(missingColumn(wanted, table.path, sheet))
    return column === undefined ? [] : [{ ...wanted, column }]
  })
  state.cells.set(pointerOf(table.path), { sheet, cell: cellName(headRow, placed[0]?.column ?? 1) })
  const leaves = groupedByLeaf(placed)
  const isRow = (row: number) => row >= first && placed.some(({ column }) => isFilled(rows.get(row)?.get(column)))
  const records = [...rows.keys()]
    .filter(isRow)
    .sort((a, b) => a - b)
    .map((row, index) => gatherRow([...table.path, index], row, leaves, rows, sheet, state))
  if (records.length > 0) state.answers = withPlace(state.answers, table.path, records)
}

const gatherRow = (
  place: readonly (string | number)[],
  row: number,
  leaves: readonly (readonly Wanted[])[],
  rows: Rows,
  sheet: string,
  state: Gathering,
): JsonObject => {
  state.cells.set(pointerOf(place), { sheet, cell: cellName(row, 1) })
  const record: Record<string, Json> = {}
  for (const parts of leaves) {
    const key = parts[0]?.found.leaf.field.key ?? ''
    const value = readAt(
      [...place, key],
      parts.map((part) => reading(part, row, rows)),
      sheet,
      parts,
      state,
    )
    if (value !== undefined) record[key] = value
  }
  return record
}

const missingColumn = ({ entry, column }: Wanted, path: Path, sheet: string): Issue => ({
  code: 'column-missing',
  at: pointerOf(path),
  severity: 'error',
  params: { name: entry.head },
  sheet,
  cell: cellName(headRow, column),
})

const isFilled = (cell: ReadCell | undefined): boolean =>
  cell !== undefined && (typeof cell.value !== 'string' || cell.value.trim() !== '')

/** The column that still bears the head: where it was, or wherever it has been moved. */
const columnOfHead = ({ entry, column }: Wanted, heads: ScannedRow | undefined): number | undefined => {
  const bears = (cell: ReadCell | undefined) => String(cell?.value ?? '').trim() === entry.head.trim()
  if (bears(heads?.get(column))) return column
  return [...(heads ?? [])].find(([, cell]) => bears(cell))?.[0]
}
