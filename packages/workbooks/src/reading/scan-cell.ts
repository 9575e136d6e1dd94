import { plainText } from '../book/xml.ts'
import type { ReadCell } from '../cells/cell-kind.ts'
import { type CellContext, cellValue, textCell } from './cell-value.ts'
import { byte, plainNumber, scanTag, seek, stands, type Tag, wholeAt } from './scan-tag.ts'
import { textIn } from './scan-xml.ts'

const mostColumns = 16_384

/** The cell that was read last. Kept from cell to cell: a sheet has hundreds of thousands. */
export interface CellScan {
  readonly bytes: Buffer
  readonly context: CellContext
  readonly tag: Tag
  column: number
  cell: ReadCell | undefined
}

/** Reads the cell whose start tag is at `at`. Gives the place of its end, or -1 where the text breaks off. */
export const scanCell = (scan: CellScan, at: number): number => {
  const { bytes, context, tag } = scan
  scan.cell = undefined
  const open = scanTag(bytes, at + 2, tag)
  if (open < 0) return -1
  scan.column = (tag.r > 0 ? columnAt(bytes, tag.r) : 0) || scan.column + 1
  if (bytes[open - 1] === byte.slash) return open
  const type = tag.t > 0 ? typeAt(bytes, tag.t) : ''
  if (type === 'inlineStr') return inlineText(scan, open + 1)
  const value = valueStart(bytes, open + 1)
  if (value < 0) return -value - 1
  const end = seek(bytes, byte.less, value)
  if (end < 0 || scan.column > mostColumns) return end
  const isPercent = tag.s > 0 && context.percents.size > 0 && context.percents.has(wholeAt(bytes, tag.s))
  const number = type === '' && !isPercent && !context.since1904 ? plainNumber(bytes, value, end) : Number.NaN
  scan.cell = Number.isNaN(number)
    ? cellValue(type, bytes.toString('utf8', value, end), isPercent, context)
    : { value: number }
  return end
}

const columnAt = (bytes: Uint8Array, from: number): number => {
  let column = 0
  for (let at = from; at < from + 4; at++) {
    const code = bytes[at] ?? 0
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column
}

const types = ['inlineStr', 'str', 's', 'n', 'b', 'd', 'e'] as const

const typeAt = (bytes: Uint8Array, at: number): string => {
  const type = types.find((one) => stands(bytes, one, at)) ?? ''
  return type === 'n' ? '' : type
}

const [letterC, letterF, letterR, letterV] = [99, 102, 114, 118]

/** Where the text of the cell's `v` starts; where it has none, the place of its end as a negative number. */
const valueStart = (bytes: Uint8Array, from: number): number => {
  for (let at = seek(bytes, byte.less, from); at >= 0; at = seek(bytes, byte.less, at + 1)) {
    const code = bytes[at + 1]
    if (code === letterV) {
      const open = seek(bytes, byte.greater, at)
      if (open < 0) return -1
      if (bytes[open - 1] !== byte.slash) return open + 1
    } else if (code === byte.slash && bytes[at + 2] === letterC) return -at - 1
    // Another cell or row: this one was never closed.
    else if (code === letterR || (code === letterC && bytes[at + 2] !== letterF)) return -at
  }
  return -bytes.length - 1
}

const plainItem = '<is><t>'
const plainEnd = '</t></is>'

/** A text without formats, as nearly all are, takes no second look. */
const inlineText = (scan: CellScan, from: number): number => {
  const { bytes } = scan
  if (stands(bytes, plainItem, from)) {
    const end = seek(bytes, byte.less, from + plainItem.length)
    if (end >= 0 && stands(bytes, plainEnd, end)) {
      scan.cell = textCell(plainText(bytes.toString('utf8', from + plainItem.length, end)))
      return end + plainEnd.length - 1
    }
  }
  const close = bytes.indexOf('</c>', from)
  if (close < 0) return -1
  scan.cell = textCell(textIn(bytes.toString('utf8', from, close)))
  return close
}
