import { isObject, type Json } from '../../answers/json.ts'
import { rowIds } from '../../answers/rows.ts'
import type { Place } from '../../answers/settle.ts'
import { fieldKindOf } from '../../fields/index.ts'
import type { Field, Table, Template } from '../../template/template.ts'
import { type Ladder, laddersOf } from '../boundaries/ladder.ts'
import { sampleBlock } from '../sample-answers.ts'

/** Something that can be turned up and down step by step: a value with an order, or the number of rows of a table. */
export interface Dial extends Ladder {
  readonly place: Place
}

export const valueDials = (field: Field, place: Place, value: Json | undefined, today: string): readonly Dial[] =>
  laddersOf(field, value, today).map((ladder) => ({ ...ladder, place }))

/** More rows than this are not put into sample answers. */
const mostRows = 60

const numberedText = (text: string, number: number): string => `${text.replace(/\d+$/, '')}${number}`

/** A copy of a row that can be told from it: its texts are numbered, where they may be. */
const copyOf = (row: Json | undefined, { columns }: Table, index: number): Json => {
  if (!isObject(row)) return {}
  const entries = Object.entries(row).flatMap(([key, value]): readonly (readonly [string, Json])[] => {
    if (key === 'id' || value === undefined) return []
    const column = columns.find((one) => one.key === key)
    if (column?.kind !== 'text' || typeof value !== 'string') return [[key, value]]
    const text = numberedText(value, index + 1)
    return [[key, fieldKindOf(column).faults(text, column, {}).length === 0 ? text : value]]
  })
  return Object.fromEntries(entries)
}

const numbered = (rows: readonly Json[], { rowNumber }: Table): readonly Json[] => {
  if (!rowNumber) return rows
  const ids = rowIds(rowNumber, rows)
  return rows.map((row, i): Json => (isObject(row) ? { id: ids[i], ...row } : row))
}

const sampleRow = (template: Template, table: Table): Json | undefined => {
  const rows = sampleBlock(table, template)
  return Array.isArray(rows) ? rows[0] : undefined
}

export const rowsDial = (template: Template, table: Table, rows: readonly Json[]): Dial | undefined => {
  const last = rows.at(-1) ?? sampleRow(template, table)
  if (table.fixedRows || last === undefined) return undefined
  const more = (count: number) => Array.from({ length: count }, (_, i) => copyOf(last, table, rows.length + i))
  return {
    place: table.path,
    now: rows.length,
    least: table.minRows,
    most: Math.min(table.maxRows, Math.max(mostRows, rows.length)),
    at: (count) => numbered([...rows.slice(0, count), ...more(Math.max(0, count - rows.length))], table),
  }
}

/** The rows without one of them, and none at all. */
export const otherRows = (table: Table, rows: readonly Json[]): readonly (readonly Json[])[] => {
  if (table.fixedRows) return []
  const fewer = rows.length > table.minRows ? rows.slice(0, 12).map((_, i) => rows.toSpliced(i, 1)) : []
  return table.minRows > 0 ? fewer : [...fewer, []]
}

/** Where a straight line through two gaps comes to nothing, and the steps around it. */
export const roots = (dial: Dial, gapsAt: (rung: number) => readonly (number | undefined)[]): readonly number[] => {
  const near = dial.now < dial.most ? dial.now + 1 : dial.now - 1
  const after = gapsAt(near)
  return gapsAt(dial.now).flatMap((gap, i): readonly number[] => {
    const next = after[i]
    if (gap === undefined || next === undefined || next === gap) return []
    const root = dial.now - (gap * (near - dial.now)) / (next - gap)
    const whole = [Math.round(root), Math.floor(root), Math.ceil(root), Math.floor(root) - 1, Math.ceil(root) + 1]
    return [...new Set(whole)].filter((rung) => rung >= dial.least && rung <= dial.most)
  })
}
