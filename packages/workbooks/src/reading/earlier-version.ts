import {
  type Answers,
  type CarryNote,
  carryAnswers,
  type Field,
  type Issue,
  type Pointer,
  pointerOf,
  type Template,
  walkBlocks,
} from '@policyforms/core'
import { addressOf, cellName } from '../book/address.ts'
import { textOf } from '../cells/text-cells.ts'
import { type LeafPart, partPointer, partsByPointer } from '../layout/leaves.ts'
import type { MapEntry, SheetMap } from '../sheet/sheet-map.ts'
import type { Locator } from './locate.ts'
import type { OpenWorkbook } from './open-workbook.ts'

export interface CarriedReading {
  readonly answers: Answers
  readonly notes: readonly CarryNote[]
  readonly issues: readonly Issue[]
  /** The cell of an answer, told by its place in the version of now. */
  readonly find: Locator['find']
}

const dropped = (value: string, at: Pointer, sheet: string, cell: string): Issue => ({
  code: 'cell-dropped',
  at,
  severity: 'warning',
  params: { value },
  sheet,
  cell,
})

/** What a workbook of an earlier version says, as answers to the version of now. */
export const carryReading = (
  earlier: Template,
  template: Template,
  answers: Answers,
  find: Locator['find'],
): CarriedReading => {
  const carried = carryAnswers(earlier, template, answers)
  const formerly = new Map(carried.notes.flatMap(({ from, to }) => (to === undefined ? [] : [[to, from] as const])))
  const issues = carried.notes.flatMap(({ what, from, before }): readonly Issue[] => {
    const place = find(from)
    return what === 'lost' ? [dropped(before, '', place?.sheet ?? '', place?.cell ?? '')] : []
  })
  return { ...carried, issues, find: (at) => find(formerly.get(at) ?? at) }
}

/** Where an earlier version had a field, as far as its name alone tells: the same value, under another key. */
const formerPaths = ({ path, was = [] }: Field): readonly (readonly string[])[] =>
  was
    .filter(({ split, unit, times }) => split === undefined && unit === undefined && times === undefined)
    .map(({ at }) => (at.includes('.') ? at.split('.') : [...path.slice(0, -1), at]))

/** The parts of a template by their pointers of now and, where the earlier version is not at hand, by former ones. */
export const partsByAnyPointer = (template: Template): ReadonlyMap<string, LeafPart> => {
  const now = partsByPointer(template)
  const fields = new Map(
    walkBlocks(template).flatMap((block) => (block.block === 'field' ? [[pointerOf(block.path), block] as const] : [])),
  )
  const former = [...now.values()].flatMap((one) => {
    const field = fields.get(pointerOf(one.leaf.path))
    return (field ? formerPaths(field) : []).map(
      (path) => [partPointer({ ...one, leaf: { ...one.leaf, path } }), one] as const,
    )
  })
  return new Map([...former, ...now])
}

/** Filled cells for which the version of now has no place. */
export const droppedCells = (
  map: SheetMap,
  known: ReadonlyMap<string, LeafPart>,
  workbook: OpenWorkbook,
): readonly Issue[] => {
  // Column A holds labels and row numbers, never an answer.
  const lost = map.entries.filter(
    ({ pointer, sheet, cell }) => !known.has(pointer) && workbook.sheets.has(sheet) && addressOf(cell).column > 1,
  )
  return [...Map.groupBy(lost, ({ sheet }) => sheet)].flatMap(([sheet, entries]) => {
    const rows = workbook.rowsOf(sheet, { rows: 20_000, columns: 1000 })
    const at = (entry: MapEntry): readonly Issue[] => {
      const { row, column } = addressOf(entry.cell)
      const inTable = entry.pointer.includes('/*/')
      return [...rows.keys()]
        .filter((one) => (inTable ? one >= row : one === row))
        .flatMap((one) => {
          const cell = rows.get(one)?.get(column)
          const text = cell ? textOf(cell).trim() : ''
          return text === '' ? [] : [dropped(text, '', sheet, cellName(one, column))]
        })
    }
    return entries.flatMap(at)
  })
}
