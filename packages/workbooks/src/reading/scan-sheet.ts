import type { ReadCell } from '../cells/cell-kind.ts'
import type { CellContext } from './cell-value.ts'
import { type CellScan, scanCell } from './scan-cell.ts'
import { byte, isNameEnd, scanTag, seek, stands, wholeAt } from './scan-tag.ts'

/** How far a sheet is read: what lies beyond could be no answer, and a hostile sheet has millions of cells. */
export interface Bounds {
  readonly rows: number
  readonly columns: number
}

/** The cells of one row by column, counted from 1. */
export type ScannedRow = ReadonlyMap<number, ReadCell>

const [letterC, letterR] = [99, 114]

/** Calls back for each row that holds anything. The row's map is the caller's to keep. Goes over the bytes once. */
export const scanSheet = (
  bytes: Buffer,
  context: CellContext,
  bounds: Bounds,
  row: (number: number, cells: ScannedRow) => void,
): void => {
  const scan: CellScan = { bytes, context, tag: { r: 0, s: 0, t: 0 }, column: 0, cell: undefined }
  let [number, cells] = [0, new Map<number, ReadCell>()]
  const close = () => {
    if (cells.size > 0) row(number, cells)
    if (cells.size > 0) cells = new Map()
    scan.column = 0
  }
  const start = bytes.indexOf('<sheetData')
  if (start < 0) return
  for (let at = seek(bytes, byte.less, start + 1); at >= 0; at = seek(bytes, byte.less, at + 1)) {
    const first = bytes[at + 1]
    if (first === letterC && isNameEnd(bytes[at + 2])) {
      const end = scanCell(scan, at)
      const isWithin = scan.column <= bounds.columns
      if (scan.cell && isWithin) cells.set(scan.column, scan.cell)
      // What is left of such a row is passed over.
      at = end < 0 || isWithin ? end : bytes.indexOf('</row', end) - 1
      if (at < 0) break
    } else if (first === letterR && stands(bytes, 'row', at + 1) && isNameEnd(bytes[at + 4])) {
      close()
      const open = scanTag(bytes, at + 4, scan.tag)
      if (open < 0) return
      number = (scan.tag.r > 0 ? wholeAt(bytes, scan.tag.r) : 0) || number + 1
      if (number > bounds.rows) return
      at = open
    } else if (first === byte.slash && stands(bytes, '/sheetData', at + 1)) break
  }
  close()
}
