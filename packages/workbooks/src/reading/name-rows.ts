import { isRowId, type NumberedRow, pointerOf, rowNumber, type Table } from '@policyforms/core'
import type { SheetMap } from '../sheet/sheet-map.ts'

/** A row as it came back: the number beside it, and its id. */
export interface ReadRow extends NumberedRow {
  readonly id: string
}

/**
 * The number on the sheet tells which row it is, wherever sorting and deleting have brought it. A row that is new, or
 * copied with the number of another, gets an id that none of the table has or had.
 */
export const nameRows = (table: Table, numbers: readonly string[], map: SheetMap): readonly ReadRow[] => {
  const pointer = pointerOf(table.path)
  const mapped = new Map(map.rows.filter((row) => row.pointer === pointer).map(({ number, id }) => [number, id]))
  const taken = new Set(mapped.values())
  const seen = new Set<string>()
  const free = (wanted: string): string => {
    if (isRowId(wanted) && !taken.has(wanted)) return wanted
    for (let index = 0; ; index++) {
      const number = table.rowNumber ? rowNumber(table.rowNumber, index) : String(index + 1)
      if (!taken.has(number)) return number
    }
  }
  return numbers.map((number) => {
    const known = seen.has(number) ? undefined : mapped.get(number)
    const id = known ?? free(seen.has(number) ? '' : number)
    const row = { number: seen.has(number) ? '' : number, id }
    seen.add(number)
    taken.add(id)
    return row
  })
}
