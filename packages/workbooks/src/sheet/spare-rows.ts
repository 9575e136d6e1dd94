import type { Table } from '@policyforms/core'
import type { Placed } from '../book/book.ts'
import { pageHeight } from '../book/print-page.ts'

/**
 * Drawn with lines and numbers; below them the columns stay open up to the most rows. Not many are drawn below those that
 * are filled: they would be printed on a page of their own.
 */
export const preparedRows = ({ minRows, printedRows, maxRows }: Table, rowCount: number): number =>
  Math.max(rowCount, Math.min(maxRows, Math.max(minRows, printedRows, rowCount + 3)))

const defaultHeight = 20
const heightOf = ({ height = defaultHeight }: Placed) => height

/** How many rows are drawn of a table that has answers: those that are empty do not begin a page. */
export const rowsPrinted = (
  rows: readonly Placed[],
  rowCount: number,
  above: readonly Placed[],
  widths: readonly number[],
): number => {
  if (rowCount === 0) return rows.length
  const room = pageHeight({ widths })
  // The title and what is to be known stand on the first page only.
  const heads = above.slice(2).reduce((sum, row) => sum + heightOf(row), 0)
  let y = above.reduce((sum, row) => sum + heightOf(row), 0)
  for (const [i, row] of rows.entries()) {
    const height = heightOf(row)
    if (y + height > room) {
      if (i >= rowCount) return i
      y = heads
    }
    y += height
  }
  return rows.length
}
