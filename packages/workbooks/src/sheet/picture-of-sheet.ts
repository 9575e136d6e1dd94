import type { Answers, SheetPicture, SheetPictureCell, SheetPictureRow, Template } from '@policyforms/core'
import { addressOf } from '../book/address.ts'
import type { Book, Cell, CellRow, Frame, Placed, Style } from '../book/book.ts'
import { dateOfSerial } from '../cells/date-cells.ts'
import { type SheetOptions, sheetBook } from './write-sheet.ts'

/** A page that shows a workbook shows its beginning. */
const mostRows = 300
const mostColumns = 120

/** What the fill-in workbook looks like, from the very book that would be written. Hidden sheets stay hidden. */
export const pictureOfSheet = (
  template: Template,
  answers: Answers | undefined,
  options: SheetOptions,
): readonly SheetPicture[] => {
  const book = sheetBook(template, answers ?? {}, options)
  const rows = rowsBySheet(book)
  return book.sheets.flatMap((frame, i) => (frame.state ? [] : [pictureOf(frame, rows.get(i) ?? [], book.styles)]))
}

const rowsBySheet = ({ rows }: Book): ReadonlyMap<number, readonly Placed[]> => {
  // The rows of a fill-in workbook are all known at once; only long lists stream.
  const all = Symbol.iterator in rows ? [...rows].flat() : []
  return Map.groupBy(all, ({ sheet }) => sheet)
}

interface Range {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

const rangeOf = (text: string): Range => {
  const [from = '', to = from] = text.split(':')
  const [start, end] = [addressOf(from), addressOf(to)]
  return { top: start.row, left: start.column, bottom: end.row, right: end.column }
}

const holds = ({ top, left, bottom, right }: Range, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right

const pictureOf = (frame: Frame, rows: readonly Placed[], styles: readonly Style[]): SheetPicture => {
  const merges = frame.merges.map(rangeOf)
  const asked = frame.validations.map(({ range, validation }) => ({ ...rangeOf(range), validation }))
  const comments = new Map(frame.comments?.map(({ cell, text }) => [cell, text]))
  const commented = [...comments].map(([cell, text]) => ({ ...addressOf(cell), text }))
  const pictureCell = (cell: Cell, row: number, column: number): readonly SheetPictureCell[] => {
    const merge = merges.find((one) => holds(one, row, column))
    if (merge && (merge.top !== row || merge.left !== column)) return []
    const validation = asked.find((one) => holds(one, row, column))?.validation
    const comment = commented.find((one) => one.row === row && one.column === column)?.text
    const style = styles[cell.style]
    return [
      {
        column,
        text: shownIn(cell, style),
        look: style?.look ?? 'plain',
        ...(style?.align && { align: style.align }),
        ...(merge && merge.right > merge.left && { across: merge.right - merge.left + 1 }),
        ...(merge && merge.bottom > merge.top && { down: merge.bottom - merge.top + 1 }),
        ...(validation && { asks: validation.error }),
        ...(validation?.type === 'list' && { offers: true }),
        ...(comment !== undefined && { comment }),
      },
    ]
  }
  const pictureRow = (placed: Placed, index: number): SheetPictureRow => ({
    ...(placed.height !== undefined && { height: placed.height }),
    cells: cellsOf(placed)
      .slice(0, mostColumns)
      .flatMap((cell, i) => (cell ? pictureCell(cell, index + 1, i + 1) : [])),
  })
  return {
    name: frame.name,
    widths: frame.widths.slice(0, mostColumns),
    rows: rows.slice(0, mostRows).map(pictureRow),
    more: Math.max(0, rows.length - mostRows),
  }
}

const cellsOf = (placed: Placed): CellRow['cells'] =>
  'cells' in placed ? placed.cells : placed.values.map((value, i) => ({ value, style: placed.styles[i] ?? 0 }))

/** A value as Excel shows it by its format; those that the fill-in workbook uses. */
const shownIn = ({ value }: Cell, style: Style | undefined): string => {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value !== 'number') return value ?? ''
  const format = style?.format ?? ''
  if (format.startsWith('yyyy')) return dateInWords(value, format.includes('d'))
  const places = /\.(0+)/.exec(format)?.[1]?.length
  const isGrouped = format.includes(',')
  return places === undefined && !isGrouped
    ? String(value)
    : value.toLocaleString('en-US', {
        useGrouping: isGrouped,
        minimumFractionDigits: places ?? 0,
        maximumFractionDigits: places ?? 0,
      })
}

const dateInWords = (serial: number, withDay: boolean): string => {
  const [year, month, day] = (dateOfSerial(serial) ?? '').split('-').map(Number)
  if (year === undefined) return String(serial)
  return `${year}年${month}月${withDay ? `${day}日` : ''}`
}
