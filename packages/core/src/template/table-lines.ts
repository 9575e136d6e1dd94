import type { JsonObject } from '../answers/json.ts'
import type { Lists } from '../fields/field-kind.ts'
import { fieldKinds } from '../fields/index.ts'
import type { Field, Table } from './template.ts'

/** A printed line of a table: a row, or the sums of neighbouring rows that belong together. */
export type TableLine = RowLine | SumLine
export interface RowLine {
  readonly line: 'row'
  readonly index: number
}
export interface SumLine {
  readonly line: 'sum'
  /** The column whose equal cells make the group. */
  readonly by: string
  /** The columns that are summed. */
  readonly of: readonly string[]
  /** The first row of the group, and the one after its last. */
  readonly from: number
  readonly to: number
}

const none: readonly JsonObject[] = []

/** The columns in which rows must agree to belong together: it and those that are merged outside of it. */
const groupedBy = ({ merge = [] }: Table, key: string): readonly string[] => [
  ...merge.slice(0, Math.max(0, merge.indexOf(key))),
  key,
]

const isSame = (rows: readonly JsonObject[], keys: readonly string[], one: number, other: number): boolean =>
  keys.every((key) => JSON.stringify(rows[one]?.[key]) === JSON.stringify(rows[other]?.[key]))

/** The lines of a table in print: its rows, and after each group its subtotals, inner ones first. */
export const linesOf = (table: Table, count: number): readonly TableLine[] => {
  const { fixedRows = none, subtotals = [] } = table
  const starts = subtotals.map(() => 0)
  return Array.from({ length: count }, (_, index) => index).flatMap((index): readonly TableLine[] => {
    const sums = subtotals.flatMap(({ by, of }, i): readonly SumLine[] => {
      if (index < count - 1 && isSame(fixedRows, groupedBy(table, by), index, index + 1)) return []
      const from = starts[i] ?? 0
      starts[i] = index + 1
      return [{ line: 'sum', by, of, from, to: index + 1 }]
    })
    return [{ line: 'row', index }, ...sums]
  })
}

/** How many lines a cell takes: 1 by itself, 0 where it is part of the cell above. */
export type Heights = (line: number, key: string) => number

/** A merged cell goes on through the subtotals of its own group, and of those inside it. */
const joins = (table: Table, key: string, line: TableLine): boolean => {
  const { merge = [] } = table
  return line.line === 'row' || merge.indexOf(key) <= merge.indexOf(line.by)
}

const rowOf = (line: TableLine): number => (line.line === 'row' ? line.index : line.from)

/** Which cells of a table are one down the page. */
export const heightsOf = (table: Table, lines: readonly TableLine[]): Heights => {
  const { merge = [], fixedRows = none } = table
  if (merge.length === 0) return () => 1
  const tall = new Map<string, number>()
  for (const key of merge) {
    const keys = groupedBy(table, key)
    let start = 0
    lines.forEach((line, i) => {
      const first = lines[start]
      const isOne =
        i > 0 &&
        first !== undefined &&
        joins(table, key, line) &&
        joins(table, key, first) &&
        isSame(fixedRows, keys, rowOf(first), rowOf(line))
      if (!isOne) start = i
      tall.set(`${start} ${key}`, i - start + 1)
      if (isOne) tall.set(`${i} ${key}`, 0)
    })
  }
  return (line, key) => tall.get(`${line} ${key}`) ?? 1
}

/** Where 小计 stands in a line of sums: the first column that is neither merged into it nor summed, and how many it takes. */
export const sumLabel = (
  { columns }: Pick<Table, 'columns'>,
  line: number,
  { of }: SumLine,
  heights: Heights,
): { readonly at: number; readonly span: number } => {
  const isFree = ({ key }: Field) => heights(line, key) === 1 && !of.includes(key)
  const at = columns.findIndex(isFree)
  const rest = columns.slice(Math.max(0, at)).findIndex((column) => !isFree(column))
  return { at, span: at < 0 ? 0 : rest < 0 ? columns.length - at : rest }
}

/** The column whose printed texts name the fixed rows: the one that says most different things, so no column of units. */
export const namingColumn = ({
  columns,
  fixedRows = none,
}: Pick<Table, 'columns' | 'fixedRows'>): Field | undefined => {
  const said = ({ key }: Field) => new Set(fixedRows.flatMap((row) => row[key] ?? [])).size
  const texts = columns.filter((column) => column.kind === 'text' && !column.wide && said(column) > 0)
  return texts.findLast((column) => texts.every((other) => said(other) <= said(column)))
}

/** A fixed row by what is printed in it: what names it, or else the last of its texts and choices. */
export const rowName = (table: Pick<Table, 'columns' | 'fixedRows'>, index: number, lists: Lists): string => {
  const row = table.fixedRows?.[index]
  const said = table.columns.filter(({ key, kind }) => row?.[key] !== undefined && fieldKinds[kind].none !== 0)
  const naming = namingColumn(table)
  const heading = said.find((column) => column === naming) ?? said.at(-1)
  const value = heading && row?.[heading.key]
  return heading && value !== undefined ? fieldKinds[heading.kind].show(value, heading, lists) : `第 ${index + 1} 行`
}

/** A column as it is in one row, which may have decimal places of its own. */
export const columnInRow = (table: Pick<Table, 'rowFacts'>, column: Field, index: number): Field => {
  const places = table.rowFacts?.[index]?.places
  const takesPlaces = column.kind === 'number' || column.kind === 'money'
  return places === undefined || !takesPlaces || column.compute ? column : { ...column, places }
}

/** A column as its sums are printed: with as many decimal places as any of its rows has. */
export const columnInSums = (table: Pick<Table, 'rowFacts'>, column: Field): Field => {
  const all = (table.rowFacts ?? []).flatMap((_, i) => columnInRow(table, column, i).places ?? [])
  return all.length === 0 ? column : { ...column, places: Math.max(...all) }
}
