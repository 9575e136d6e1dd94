import { columnInRow, type Field, heightsOf, linesOf, type SumLine, type Table } from '@policyforms/core'

/** How a row stands in its table: cells that are one with those of other rows, and columns that differ in it. */
export interface RowLayout {
  readonly columns: readonly Field[]
  /** How many lines each cell takes, where it is not one: none where it is part of the cell above. */
  readonly heights: ReadonlyMap<string, number>
  /** The subtotals below it. */
  readonly sums: readonly SumLayout[]
}

export interface SumLayout {
  readonly sum: SumLine
  /** Its place among the lines of the table. */
  readonly line: number
  readonly heights: (key: string) => number
}

const columnsIn = (table: Table, index: number): readonly Field[] =>
  table.rowFacts ? table.columns.map((column) => columnInRow(table, column, index)) : table.columns

export const tableLayout = (table: Table, count: number): readonly RowLayout[] => {
  const lines = linesOf(table, count)
  const heights = heightsOf(table, lines)
  const rows: { -readonly [K in keyof RowLayout]: K extends 'sums' ? SumLayout[] : RowLayout[K] }[] = []
  lines.forEach((one, line) => {
    const at = (key: string) => heights(line, key)
    if (one.line === 'sum') rows.at(-1)?.sums.push({ sum: one, line, heights: at })
    else {
      const merged = (table.merge ?? []).flatMap((key) => (at(key) === 1 ? [] : [[key, at(key)] as const]))
      rows.push({ columns: columnsIn(table, one.index), heights: new Map(merged), sums: [] })
    }
  })
  return rows
}
