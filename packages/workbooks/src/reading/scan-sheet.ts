import type { ReadCell } from '../cells/cell-kind.ts'
import type { CellContext } from './cell-value.ts'
import { scanCell } from './scan-cell.ts'

/** How far a sheet is read: what lies beyond could be no answer, and a hostile sheet has millions of cells. */
export interface Bounds {
  readonly rows: number
  readonly columns: number
}

/** The cells of one row by column, counted from 1. */
export type ScannedRow = ReadonlyMap<number, ReadCell>

/** Calls back for each row that holds anything. The row's map is the caller's to keep. Goes over the text once. */
export const scanSheet = (
  xml: string,
  context: CellContext,
  bounds: Bounds,
  row: (number: number, cells: ScannedRow) => void,
): void => {
  let [number, column, cells] = [0, 0, new Map<number, ReadCell>()]
  const close = () => {
    if (cells.size > 0) row(number, cells)
    if (cells.size > 0) cells = new Map()
    column = 0
  }
  let at = xml.indexOf('<sheetData')
  for (at = at < 0 ? -1 : xml.indexOf('<', at + 1); at >= 0; at = xml.indexOf('<', at + 1)) {
    const first = xml.charCodeAt(at + 1)
    if (first === 99 && isNameEnd(xml.charCodeAt(at + 2))) {
      const end = scanCell(xml, at, context, column, (found, cell) => {
        column = found
        if (cell && column <= bounds.columns) cells.set(column, cell)
      })
      // What is left of such a row is passed over.
      at = end < 0 || column <= bounds.columns ? end : xml.indexOf('</row', end) - 1
      if (at < 0) break
    } else if (first === 114 && xml.startsWith('row', at + 1) && isNameEnd(xml.charCodeAt(at + 4))) {
      close()
      number = rowNumber(xml, at + 4) || number + 1
      if (number > bounds.rows) return
    } else if (first === 47 && xml.startsWith('/sheetData', at + 1)) break
  }
  close()
}

const isNameEnd = (code: number) =>
  code === 32 || code === 62 || code === 47 || code === 9 || code === 10 || code === 13

/** The `r` of a row's start tag; 0 where it has none. */
const rowNumber = (xml: string, from: number): number => {
  const open = xml.indexOf('>', from)
  const at = open < 0 ? -1 : xml.slice(from, Math.min(open, from + 500)).indexOf(' r="')
  return at < 0 ? 0 : Number.parseInt(xml.slice(from + at + 4, from + at + 12), 10) || 0
}
