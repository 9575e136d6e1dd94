import type { Placed, StyleBook } from '../book/book.ts'
import { heightFor } from './heights.ts'

const across = (sheet: number, value: string, count: number, style: number, height: number): Placed => ({
  sheet,
  cells: Array.from({ length: count }, (_, i) => (i === 0 ? { value, style } : { style })),
  height,
})

/** Row 1: the sheet's title over all columns. */
export const titleRow = (sheet: number, title: string, columns: number, styles: StyleBook): Placed =>
  across(sheet, title, columns, styles.of('title'), 32)

/** Row 2: what to know before filling. Always there, so that heads stand in the same row of every sheet. */
export const captionRow = (sheet: number, text: string, widths: readonly number[], styles: StyleBook): Placed =>
  across(
    sheet,
    text,
    widths.length,
    styles.of('caption'),
    heightFor([{ text, width: widths.reduce((sum, width) => sum + width, 0), points: 10 }], 18),
  )
