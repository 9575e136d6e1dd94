import type { Cell, Row } from './table.ts'
import { halvesOf } from './text-width.ts'

interface Type {
  /** Half a character, in twentieths of a point. */
  readonly half: number
  /** Left and right inside a cell. */
  readonly margin: number
}

/** Of a table cell's style, before and after a paragraph. */
const aroundParagraph = 40
const lineOf = (half: number) => half * 2.6

const paragraphHeight = (paragraph: string, width: number, half: number): number => {
  const texts = paragraph
    .replaceAll('<w:br/>', '\n')
    .replaceAll(/<[^>]*>/g, '')
    .split('\n')
  const lines = texts.reduce((sum, text) => sum + Math.max(1, Math.ceil((halvesOf(text) * half) / width)), 0)
  return lines * lineOf(half) + aroundParagraph
}

const cellHeight = ({ content }: Cell, width: number, half: number): number =>
  content
    .split('</w:p>')
    .slice(0, -1)
    .reduce((sum, paragraph) => sum + paragraphHeight(paragraph, width, half), 0)

/** About as high as a row will be in print. */
export const rowHeight = ({ cells, minHeight = 0 }: Row, widths: readonly number[], { half, margin }: Type): number => {
  let column = 0
  let height = minHeight
  for (const cell of cells) {
    const from = column
    column += cell.span ?? 1
    const width = widths.slice(from, column).reduce((sum, one) => sum + one, 0) - 2 * margin
    if (cell.down === undefined) height = Math.max(height, cellHeight(cell, width, half))
  }
  return height
}

/** About as high as the rows will be in print. */
export const tableHeight = (rows: readonly Row[], widths: readonly number[], type: Type): number =>
  rows.reduce((sum, row) => sum + rowHeight(row, widths, type), 0)
