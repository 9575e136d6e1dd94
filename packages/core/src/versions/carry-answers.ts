import { type Answers, isObject, type Json, type JsonObject, property } from '../answers/json.ts'
import { type Pointer, pointerOf, valueAt, withValue } from '../answers/pointer.ts'
import { liveLists, withRowIds } from '../answers/rows.ts'
import { isBlank } from '../answers/validate.ts'
import type { Fault, Lists } from '../fields/field-kind.ts'
import { fieldKindOf } from '../fields/index.ts'
import type { Block, Field, Former, Matrix, Path, Table, Template } from '../template/template.ts'
import { childrenOf, matrixCells, numberedTables, walkBlocks } from '../template/walk.ts'
import { convertValue } from './convert-value.ts'
import { type Origin, originsOf } from './former-paths.ts'

/** What became of one answer that did not simply stay where it was. */
export interface CarryNote {
  /**
   * `moved`: the same value elsewhere. `converted`: another value, as the new version says it.
   * `unfit`: kept, but the new version finds fault with it. `lost`: the new version has no place for it.
   */
  readonly what: 'moved' | 'converted' | 'unfit' | 'lost'
  readonly from: Pointer
  readonly to?: Pointer
  /** As it was printed. */
  readonly before: string
  readonly after?: string
  readonly fault?: Fault
}

export interface Carried {
  readonly answers: Answers
  readonly notes: readonly CarryNote[]
}

type Place = readonly (string | number)[]

interface Leaf {
  readonly place: Place
  readonly field: Field
  readonly value: Json
}

/** Answers to one version of a template, as answers to another. Nothing goes without a note that says so. */
export const carryAnswers = (from: Template, to: Template, given: Answers): Carried => {
  const answers = withRowIds(from, given)
  const taken = new Set<Pointer>()
  const before = liveLists(from, answers)
  const { carried, values } = carryValues(from, to, answers)
  const after = liveLists(to, carried)
  const notes = values.flatMap(({ move, value }): readonly CarryNote[] => {
    const at = pointerOf(move.from.place)
    taken.add(at)
    if (value !== undefined) return noteOf(before, after, move, value)
    return [{ what: 'lost', from: at, to: pointerOf(move.place), before: shown(before, move.from) }]
  })
  const left = leavesOf(from, answers).filter(({ place }) => !taken.has(pointerOf(place)))
  const lost = left.map(
    (leaf): CarryNote => ({
      what: 'lost',
      from: pointerOf(leaf.place),
      before: shown(before, leaf),
    }),
  )
  return { answers: carried, notes: [...notes, ...lost] }
}

/** The values in their new places. References come last: what they name must be there to be read. */
const carryValues = (from: Template, to: Template, answers: Answers) => {
  const before = liveLists(from, answers)
  const moves = movesOf(from, to, answers)
  let carried = carriedIds(from, to, answers)
  const values = new Map<Move, Json | undefined>()
  for (const refers of [false, true]) {
    const after = liveLists(to, carried)
    for (const move of moves.filter(({ field }) => (field.refers !== undefined) === refers)) {
      const old = { field: move.from.field, lists: before }
      const value = convertValue(move.from.value, old, { field: move.field, lists: after }, move.former)
      values.set(move, value)
      if (value !== undefined) carried = withRows(carried, move.place, value)
    }
  }
  return { carried, values: moves.map((move) => ({ move, value: values.get(move) })) }
}

/** What rows are known by goes with them, or references would lead elsewhere. */
const carriedIds = (from: Template, to: Template, answers: Answers): Answers => {
  const origins = originsOf(from, to)
  return numberedTables(to).reduce<Answers>((so, table) => {
    const old = origins.get(table.path.join('.'))?.block
    const rows = old?.block === 'table' && old.rowNumber ? valueAt(answers, old.path) : undefined
    if (!old || !Array.isArray(rows)) return so
    return rows.reduce<Answers>((ids, row: Json, i) => {
      const [now, id] = [rowNow(table, old, i), property(row, 'id')]
      return now === undefined || typeof id !== 'string' ? ids : withRows(ids, [...table.path, now, 'id'], id)
    }, so)
  }, {})
}

/** One answer on its way: from where it was to where it is to be. */
interface Move {
  readonly from: Leaf
  readonly place: Place
  readonly field: Field
  readonly former: Former
}

const noteOf = (from: Lists, to: Lists, move: Move, after: Json): readonly CarryNote[] => {
  const [old, now] = [pointerOf(move.from.place), pointerOf(move.place)]
  const faults = fieldKindOf(move.field).faults(after, move.field, to)
  const hadFaults = fieldKindOf(move.from.field).faults(move.from.value, move.from.field, from).length > 0
  const before = shown(from, move.from)
  const about = { from: old, to: now, before, after: fieldKindOf(move.field).show(after, move.field, to) }
  const [fault] = faults
  if (fault && !hadFaults) return [{ what: 'unfit', ...about, fault }]
  if (JSON.stringify(after) !== JSON.stringify(move.from.value)) return [{ what: 'converted', ...about }]
  return old === now ? [] : [{ what: 'moved', ...about }]
}

const shown = (lists: Lists, { field, value }: Leaf): string => fieldKindOf(field).show(value, field, lists)

const movesOf = (from: Template, to: Template, answers: Answers): readonly Move[] => {
  const origins = originsOf(from, to)
  const originOf = (path: Path) => origins.get(path.join('.'))
  return walkBlocks(to).flatMap((block): readonly Move[] => {
    if (block.path.includes('*')) return []
    const origin = originOf(block.path)
    if (block.block === 'table') return origin ? rowMoves(block, origin, originOf, answers) : []
    if (!origin) return []
    if (block.block === 'matrix') return cellMoves(block, origin, answers)
    return block.block === 'field' ? fieldMoves(block, origin, answers) : []
  })
}

/** What was asked once in a row is taken from the first one. */
const fieldMoves = (field: Field, { block, former }: Origin, answers: Answers): readonly Move[] => {
  if (block.block !== 'field' || field.compute) return []
  const place = block.path.map((key) => (key === '*' ? 0 : key))
  const value = valueAt(answers, place)
  return value === undefined || isBlank(value, block)
    ? []
    : [{ from: { place, field: block, value }, place: field.path, field, former }]
}

/** Rows from rows; a group that became a table gives its first row. */
const rowMoves = (
  table: Table,
  { block }: Origin,
  originOf: (path: Path) => Origin | undefined,
  answers: Answers,
): readonly Move[] => {
  const given = valueAt(answers, block.path)
  const rows = block.block === 'table' ? (Array.isArray(given) ? given : []) : isObject(given) ? [given] : []
  return rows.flatMap((_, i) => {
    const now = rowNow(table, block, i)
    return table.columns.flatMap((column): readonly Move[] => {
      const origin = originOf(column.path.filter((key) => key !== '*'))
      if (origin?.block.block !== 'field' || column.compute) return []
      const place = origin.block.path.map((key) => (key === '*' ? i : key))
      const value = valueAt(answers, place)
      if (value === undefined || isBlank(value, origin.block)) return []
      if (now === undefined || isPreset(table, column)) return []
      const to = column.path.map((key) => (key === '*' ? now : key))
      return [{ from: { place, field: origin.block, value }, place: to, field: column, former: origin.former }]
    })
  })
}

const isPreset = (table: Table, column: Field): boolean => table.fixedRows?.some((row) => column.key in row) ?? false

/** Rows that are printed beforehand keep their answers when they change places: what is printed tells which is which. */
const rowNow = (table: Table, before: Block, index: number): number | undefined => {
  if (!table.fixedRows) return index
  const printed = before.block === 'table' ? before.fixedRows?.[index] : undefined
  if (!printed) return index < table.fixedRows.length ? index : undefined
  const same = (row: JsonObject) =>
    Object.keys(printed).some((key) => row[key] !== undefined) &&
    Object.keys(printed).every(
      (key) => row[key] === undefined || JSON.stringify(row[key]) === JSON.stringify(printed[key]),
    )
  const found = table.fixedRows.findIndex(same)
  return found < 0 ? undefined : found
}

const cellMoves = (matrix: Matrix, { block, former }: Origin, answers: Answers): readonly Move[] => {
  if (block.block !== 'matrix') return []
  const formerKey = (side: 'rows' | 'columns', key: string) => {
    const was = matrix[side].find((head) => head.key === key)?.was
    return was !== undefined && block[side].some((head) => head.key === was) ? was : key
  }
  return matrixCells(matrix).flatMap(({ row, column, field }): readonly Move[] => {
    const place = [...block.path, formerKey('rows', row), formerKey('columns', column)]
    const value = valueAt(answers, place)
    const isThere = value !== undefined && !isBlank(value, block.cell)
    return isThere ? [{ from: { place, field: block.cell, value }, place: field.path, field, former }] : []
  })
}

/** Every answer that says something, with its field. */
const leavesOf = (template: Template, answers: Answers): readonly Leaf[] => {
  const below = (block: Block, place: Place): readonly Leaf[] => {
    const value = valueAt(answers, place)
    if (value === undefined) return []
    // What was computed is computed again.
    if (block.block === 'field') return block.compute || isBlank(value, block) ? [] : [{ place, field: block, value }]
    if (block.block === 'matrix')
      return matrixCells(block).flatMap(({ row, column, field }) => {
        const cell = property(property(value, row), column)
        return cell === undefined || isBlank(cell, field)
          ? []
          : [{ place: [...place, row, column], field, value: cell }]
      })
    if (block.block === 'table')
      return (Array.isArray(value) ? value : []).flatMap((_, i) =>
        block.columns.flatMap((column) => (isPreset(block, column) ? [] : below(column, [...place, i, column.key]))),
      )
    return childrenOf(block).flatMap((child) => below(child, [...place, child.key]))
  }
  return template.sections.flatMap((section) => below(section, [section.key]))
}

/** A value put where its rows may not be yet. */
const withRows = (answers: Answers, place: Place, value: Json): Answers => {
  const index = place.findIndex((key) => typeof key === 'number')
  if (index < 0) return withValue(answers, place, value) as Answers // an object stays one
  const head = place.slice(0, index)
  const at = Number(place[index])
  const found = valueAt(answers, head)
  const rows: readonly Json[] = Array.isArray(found) ? found : []
  const grown: readonly Json[] = Array.from({ length: Math.max(rows.length, at + 1) }, (_, i) => rows[i] ?? {})
  const row = withValue(grown[at], place.slice(index + 1), value)
  return withValue(answers, head, grown.with(at, row)) as Answers // an object stays one
}
