import {
  type Field,
  type FileMatcher,
  type Issue,
  type Json,
  type Leaf,
  nearest,
  noneOf,
  type Place,
  type Template,
} from '@policyforms/core'
import { cellName } from '../book/address.ts'
import type { CellPart, CellReading, ReadCell } from '../cells/cell-kind.ts'
import { optionsOf } from '../cells/choice-cells.ts'
import { textOf } from '../cells/text-cells.ts'
import type { ScannedRow } from './scan-sheet.ts'

/** The cells of one leaf: its parts, each in one cell or, for a long text, in several. */
export interface LeafCells {
  readonly leaf: Leaf
  readonly parts: readonly PartCells[]
}

export interface PartCells {
  readonly part: CellPart
  readonly cells: readonly { readonly row: number; readonly column: number }[]
}

export interface CellFault {
  /** The part of the value that it concerns; empty for the whole. */
  readonly key: string
  readonly cell: string
  readonly issue: Pick<Issue, 'code' | 'severity' | 'params'>
}

export interface LeafReading {
  readonly value?: Json | undefined
  readonly faults: readonly CellFault[]
}

export interface ReadContext {
  readonly template: Pick<Template, 'lists' | 'sections' | 'cites'>
  readonly matchFile: FileMatcher
  readonly rows: ReadonlyMap<number, ScannedRow>
}

/** 无 is written. */
export const saysNone = ({ value }: ReadCell): boolean => typeof value === 'string' && value.trim() === '无'

const flawless: readonly CellFault[] = []
const nothing: LeafReading = { faults: flawless }

/** The value of a leaf and what is wrong with its cells; inside a table, `row` is the row that is read. */
export const readLeaf = (
  { leaf, parts }: LeafCells,
  placeOf: () => Place,
  context: ReadContext,
  row?: number,
): LeafReading => {
  const [only] = parts
  if (only && parts.length === 1 && only.part.key === '') return readPart(only, leaf.field, placeOf, context, row)
  const read = parts.map((part) => ({ key: part.part.key, ...readPart(part, leaf.field, placeOf, context, row) }))
  const given = read.filter(({ value }) => value !== undefined)
  const faults = read.flatMap((part) => part.faults)
  return given.length === 0
    ? { faults }
    : { value: Object.fromEntries(given.map(({ key, value }) => [key, value])), faults }
}

const cellAt = ({ cells }: PartCells, { rows }: ReadContext, row: number | undefined): ReadCell | undefined => {
  const [first] = cells
  if (cells.length === 1 && first) return rows.get(row ?? first.row)?.get(first.column)
  const pieces = cells.flatMap((cell) => rows.get(row ?? cell.row)?.get(cell.column) ?? [])
  const broken = pieces.find(({ error }) => error)
  if (broken) return broken
  return pieces.length > 1 ? { value: pieces.map(textOf).join('') } : pieces[0]
}

const readPart = (
  from: PartCells,
  field: Field,
  placeOf: () => Place,
  context: ReadContext,
  row: number | undefined,
): LeafReading => {
  const cell = cellAt(from, context, row)
  if (!cell) return nothing
  if (saysNone(cell) && field.noBlanks && !field.required) return noneReading(field)
  const found = cell.error ? undefined : understood(from, cell, field, context, row)
  if (found && 'value' in found) return { value: found.value, faults: flawless }
  if (!found && !cell.error) return nothing
  const place = from.cells[0] ?? { row: 0, column: 0 }
  const fault = (code: Issue['code'], params: Issue['params']): CellFault => ({
    key: from.part.key,
    cell: cellName(row ?? place.row, place.column),
    issue: { code, severity: 'error', params },
  })
  if (!found) return { faults: [fault('cell-unreadable', { value: String(cell.value), expected: field.title })] }
  return 'wrong' in found
    ? { faults: [fault(found.code, wrongParams(found, field, context))] }
    : matched(found, placeOf(), context, fault)
}

/** What was written, and of options the one that was probably meant. */
const wrongParams = (
  { wrong, code }: Extract<CellReading, { wrong: unknown }>,
  field: Field,
  { template: { lists } }: ReadContext,
): Issue['params'] =>
  code === 'not-an-option' ? { value: wrong, suggestion: nearest(wrong, optionsOf(field, lists)) } : { value: wrong }

const understood = (
  { part, cells }: PartCells,
  cell: ReadCell,
  field: Field,
  { template, rows }: ReadContext,
  row: number | undefined,
): CellReading => {
  const levels = cells.length > 1 ? part.levels?.(field, template.lists) : undefined
  if (!levels) return part.read(cell, field, template.lists)
  return levels.read(
    cells.map((one) => {
      const level = rows.get(row ?? one.row)?.get(one.column)
      return level ? textOf(level) : ''
    }),
  )
}

/** 无 in a cell that is for a number means 0; where a kind has no word for it, the blank says it. */
const noneReading = (field: Field): LeafReading => {
  const value = noneOf(field)
  return value === undefined ? nothing : { value, faults: flawless }
}

const matched = (
  { files }: Extract<CellReading, { files: unknown }>,
  place: Place,
  { matchFile }: ReadContext,
  fault: (code: Issue['code'], params: Issue['params']) => CellFault,
): LeafReading => {
  const pairs = files.map((name) => ({ name, file: matchFile(name, place) }))
  const found = pairs.flatMap(({ file }) => (file ? [{ ...file }] : []))
  const lost = pairs
    .filter(({ file }) => !file)
    .map(({ name }) => fault('cell-unreadable', { value: name, expected: '已上传的文件名' }))
  return { ...(found.length > 0 && { value: found }), faults: lost }
}
