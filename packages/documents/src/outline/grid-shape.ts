import { isBlankText, isDate, isMonth, isSpan } from './marks.ts'
import type { GridCell, OutlineGrid } from './outline-block.ts'

/** A grid whose rows are all as wide as it is: a cell stands in each column that it covers. */
export interface Lattice {
  readonly place: string
  readonly width: number
  readonly rows: readonly (readonly (GridCell | undefined)[])[]
}

/** Columns of the lattice are the edges that some cell has, so that odd widths in Word do not make empty ones. */
export const latticeOf = ({ rows, place }: OutlineGrid): Lattice => {
  const full = rows.filter((row) => row.some((cell) => cell.text !== '' || cell.isContinued || cell.span > 0))
  const width = Math.max(0, ...full.map((row) => Math.max(0, ...row.map((cell) => cell.column + cell.span))))
  const lattice = full.map((row) => {
    const across = new Array<GridCell | undefined>(width).fill(undefined)
    for (const cell of row) for (let i = 0; i < cell.span; i++) across[cell.column + i] = cell
    return across
  })
  return { place, width, rows: lattice }
}

/** The cells of a row, each once. */
export const cellsOfRow = (row: readonly (GridCell | undefined)[]): readonly GridCell[] => [
  ...new Set(row.filter((cell) => cell !== undefined)),
]

/** An ordinal, an ellipsis, a date without its figures or nothing: a row to fill in. */
export const isToFill = (text: string) =>
  isBlankText(text) || isBlankDate(text) || /^(?:\d{1,3}[.．、]?|……|…|\.{3,}|例[:：].*)$/.test(text.trim())
const isBlankDate = (text: string) => !/\d/.test(text) && (isDate(text) || isMonth(text) || isSpan(text))
export const isTotal = (text: string) =>
  /^(?:合\s*计|总\s*计|小\s*计|共\s*计|(?:加权)?总\s*分)[:：]?$/.test(text.trim())

const columnNumber = /^(?:[甲乙丙丁戊己庚辛]|\d{1,2}|[A-H])$/

/** 甲 乙 1 2 3 below the head: the columns' numbers, not a row. */
export const isColumnNumbers = (row: Lattice['rows'][number]): boolean => {
  const texts = cellsOfRow(row).map((cell) => cell.text.trim())
  const isApart = new Set(texts).size === texts.length
  return texts.length > 2 && isApart && texts.every((text) => columnNumber.test(text)) && /[甲1A]/.test(texts[0] ?? '')
}

export const isOrdinal = (text: string) => /^(?:序\s*号|编\s*号|No\.?)$/i.test(text.trim())
