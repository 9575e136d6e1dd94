import { type Issue, type Path, pointerOf, type Table } from '@policyforms/core'
import { cellName } from '../book/address.ts'
import type { ReadCell } from '../cells/cell-kind.ts'
import { headDepthOf } from '../layout/matrix-layout.ts'
import { headRow } from '../layout/references.ts'
import type { MapEntry } from '../sheet/sheet-map.ts'
import { type ReadContext, saysNone } from './read-leaf.ts'
import type { ScannedRow } from './scan-sheet.ts'

/** A column as it was written. */
interface Sought {
  readonly entry: MapEntry
  readonly column: number
}

export const missingColumn = ({ entry, column }: Sought, path: Path, sheet: string): Issue => ({
  code: 'column-missing',
  at: pointerOf(path),
  severity: 'error',
  params: { name: entry.head },
  sheet,
  cell: cellName(headRow, column),
})

export const isFilled = (cell: ReadCell | undefined): boolean =>
  cell !== undefined && (typeof cell.value !== 'string' || cell.value.trim() !== '')

export const saysMore = (cell: ReadCell | undefined): boolean => cell !== undefined && isFilled(cell) && !saysNone(cell)

/** What stands directly above the rows: of columns that stand below a common head, their own. */
export const headsIn = (table: Table, rows: ReadContext['rows']): ScannedRow =>
  new Map(
    Array.from({ length: headDepthOf(table) }, (_, i) => [...(rows.get(headRow + i) ?? [])]).flatMap((cells) =>
      cells.filter(([, cell]) => isFilled(cell)),
    ),
  )

/** The column that still bears the head: where it was, or wherever it has been moved. */
export const columnOfHead = ({ entry, column }: Sought, heads: ScannedRow): number | undefined => {
  const bears = (cell: ReadCell | undefined) => String(cell?.value ?? '').trim() === entry.head.trim()
  if (bears(heads.get(column))) return column
  return [...heads].find(([, cell]) => bears(cell))?.[0]
}
