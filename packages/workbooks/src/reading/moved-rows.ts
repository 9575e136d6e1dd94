import { type Issue, type Leaf, pointerOf } from '@policyforms/core'
import { cellName } from '../book/address.ts'
import type { MapEntry } from '../sheet/sheet-map.ts'
import type { ScannedRow } from './scan-sheet.ts'

interface Placed {
  readonly entry: MapEntry
  readonly leaf: Leaf
  readonly row: number
  readonly column: number
}

const textAt = (rows: ReadonlyMap<number, ScannedRow>, row: number, column: number): string =>
  String(rows.get(row)?.get(column)?.value ?? '').trim()

/** Rows by what is written in a column, in order. */
const rowsByLabel = (rows: ReadonlyMap<number, ScannedRow>, column: number): ReadonlyMap<string, readonly number[]> =>
  Map.groupBy(
    [...rows.keys()].sort((a, b) => a - b),
    (row) => textAt(rows, row, column),
  )

/**
 * Single cells where their rows stand now: rows that were inserted, taken away or sorted have moved them. A label that
 * repeats is told by its turn; one that is gone, or of which there are too many or too few, is a fault.
 */
export const findMovedRows = <T extends Placed>(
  placed: readonly T[],
  rows: ReadonlyMap<number, ScannedRow>,
  sheet: string,
): { readonly found: readonly T[]; readonly issues: readonly Issue[] } => {
  const isInPlace = ({ entry, row }: T) =>
    entry.label === '' || textAt(rows, row, entry.labelColumn) === entry.label.trim()
  if (placed.every(isInPlace)) return { found: placed, issues: [] }
  const issues: Issue[] = []
  const columns = new Map(
    [...new Set(placed.map(({ entry }) => entry.labelColumn))].map((n) => [n, rowsByLabel(rows, n)]),
  )
  const turns = new Map(
    [...Map.groupBy(placed, ({ entry }) => `${entry.labelColumn} ${entry.label}`)].map(([key, some]) => [
      key,
      [...new Set(some.map(({ row }) => row))].sort((a, b) => a - b),
    ]),
  )
  const found = placed.flatMap((one): readonly T[] => {
    const { entry, row, leaf, column } = one
    if (entry.label === '') return [one]
    const were = turns.get(`${entry.labelColumn} ${entry.label}`) ?? []
    const now = columns.get(entry.labelColumn)?.get(entry.label.trim()) ?? []
    const at = now.length === were.length ? now[were.indexOf(row)] : undefined
    if (at !== undefined) return [{ ...one, row: at }]
    issues.push({
      code: 'row-missing',
      at: pointerOf(leaf.path),
      severity: 'error',
      params: { name: entry.label.trim() },
      sheet,
      cell: cellName(row, column),
    })
    return []
  })
  return { found, issues }
}
