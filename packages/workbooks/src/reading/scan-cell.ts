import { plainText } from '../book/xml.ts'
import type { ReadCell } from '../cells/cell-kind.ts'
import { type CellContext, cellValue, textCell } from './cell-value.ts'
import { textIn } from './scan-xml.ts'

const mostColumns = 16_384

/**
 * Reads the cell whose start tag is at `at`, and tells its column and what it says. Gives the place of its end, or -1
 * where the text breaks off. Looks at every character once: an end that is missing is not looked for again and again.
 */
export const scanCell = (
  xml: string,
  at: number,
  context: CellContext,
  before: number,
  found: (column: number, cell: ReadCell | undefined) => void,
): number => {
  const open = xml.indexOf('>', at)
  if (open < 0) return -1
  let [column, type, style] = [before + 1, '', 0]
  for (let i = at + 2; i < open; ) {
    const name = xml.charCodeAt(i)
    const quote = xml.indexOf('"', i)
    if (quote < 0 || quote > open) break
    const end = xml.indexOf('"', quote + 1)
    if (end < 0 || end > open) break
    if (isName(xml, i, name, quote, 114)) column = columnOf(xml, quote + 1) || column
    else if (isName(xml, i, name, quote, 116)) type = xml.slice(quote + 1, end)
    else if (context.percents.size > 0 && isName(xml, i, name, quote, 115)) style = Number(xml.slice(quote + 1, end))
    i = end + 1
  }
  if (xml.charCodeAt(open - 1) === 47) {
    found(column, undefined)
    return open
  }
  if (type === 'inlineStr') return inlineText(xml, open + 1, column, found)
  const value = valueStart(xml, open + 1)
  if (value < 0) {
    found(column, undefined)
    return -value - 1
  }
  const end = xml.indexOf('<', value)
  if (end < 0) return -1
  const isPercent = context.percents.size > 0 && context.percents.has(style)
  found(column, column > mostColumns ? undefined : cellValue(type, xml.slice(value, end), isPercent, context))
  return end
}

/** Whether the attribute at `i`, after a space, is the one letter `wanted`. */
const isName = (xml: string, i: number, first: number, quote: number, wanted: number): boolean =>
  first === 32 && quote === i + 3 && xml.charCodeAt(i + 1) === wanted

const columnOf = (xml: string, from: number): number => {
  let column = 0
  for (let i = from; i < from + 4; i++) {
    const code = xml.charCodeAt(i)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column
}

/** Where the text of the cell's `v` starts; where it has none, the place of its end as a negative number. */
const valueStart = (xml: string, from: number): number => {
  for (let at = xml.indexOf('<', from); at >= 0; at = xml.indexOf('<', at + 1)) {
    const code = xml.charCodeAt(at + 1)
    if (code === 118) {
      const open = xml.indexOf('>', at)
      if (open < 0) return -1
      if (xml.charCodeAt(open - 1) !== 47) return open + 1
    } else if (code === 47 && xml.charCodeAt(at + 2) === 99) return -at - 1
    // Another cell or row: this one was never closed.
    else if (code === 114 || (code === 99 && xml.charCodeAt(at + 2) !== 102)) return -at
  }
  return -xml.length - 1
}

const plainItem = '<is><t>'
const plainEnd = '</t></is>'

/** A text without formats, as nearly all are, takes no second look. */
const inlineText = (
  xml: string,
  from: number,
  column: number,
  found: (column: number, cell: ReadCell | undefined) => void,
): number => {
  if (xml.startsWith(plainItem, from)) {
    const end = xml.indexOf('<', from + plainItem.length)
    if (end >= 0 && xml.startsWith(plainEnd, end)) {
      found(column, textCell(plainText(xml.slice(from + plainItem.length, end))))
      return end + plainEnd.length - 1
    }
  }
  const close = xml.indexOf('</c>', from)
  if (close < 0) return -1
  found(column, textCell(textIn(xml.slice(from, close))))
  return close
}
