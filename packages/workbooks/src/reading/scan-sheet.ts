import { plainText } from '../book/xml.ts'
import type { ReadCell } from '../cells/cell-kind.ts'
import { attribute, textIn } from './scan-xml.ts'

/** What cells refer to. */
export interface CellContext {
  readonly strings: readonly string[]
  /** Styles (by number) whose format shows a percentage. */
  readonly percents: ReadonlySet<number>
  readonly since1904: boolean
}

/** The cells of one row by column, counted from 1. */
export type ScannedRow = ReadonlyMap<number, ReadCell>

/** Calls back for each row that holds anything. The row's map is the caller's to keep. */
export const scanSheet = (
  xml: string,
  context: CellContext,
  row: (number: number, cells: ScannedRow) => void,
): void => {
  let count = 0
  let at = xml.indexOf('<sheetData')
  if (at < 0) return
  for (at = nextTag(xml, '<row', at); at >= 0; at = nextTag(xml, '<row', at)) {
    const open = xml.indexOf('>', at)
    if (open < 0) return
    const tag = xml.slice(at, open)
    count = Number(attribute(tag, 'r') ?? count + 1)
    if (tag.endsWith('/')) {
      at = open
      continue
    }
    const close = xml.indexOf('</row>', open)
    const end = close < 0 ? xml.length : close
    const cells = scanRow(xml, open + 1, end, context)
    if (cells.size > 0) row(count, cells)
    at = end
  }
}

const isNameEnd = (code: number) =>
  code === 32 || code === 62 || code === 47 || code === 9 || code === 10 || code === 13

const nextTag = (xml: string, start: string, from: number): number => {
  let at = xml.indexOf(start, from)
  while (at >= 0 && !isNameEnd(xml.charCodeAt(at + start.length))) at = xml.indexOf(start, at + start.length)
  return at
}

const scanRow = (xml: string, from: number, end: number, context: CellContext): Map<number, ReadCell> => {
  const cells = new Map<number, ReadCell>()
  let column = 0
  let at = nextTag(xml, '<c', from)
  while (at >= 0 && at < end) {
    const open = xml.indexOf('>', at)
    if (open < 0) break
    const tag = xml.slice(at, open)
    const name = attribute(tag, 'r')
    column = name === undefined ? column + 1 : columnOf(name)
    if (xml.charCodeAt(open - 1) === 47) {
      at = nextTag(xml, '<c', open)
      continue
    }
    const close = xml.indexOf('</c>', open)
    if (close < 0) break
    const cell = cellOf(tag, xml, open + 1, close, context)
    if (cell && column > 0) cells.set(column, cell)
    at = nextTag(xml, '<c', close)
  }
  return cells
}

const columnOf = (name: string): number => {
  let column = 0
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column <= 16_384 ? column : 0
}

const cellOf = (
  tag: string,
  xml: string,
  from: number,
  to: number,
  { strings, percents, since1904 }: CellContext,
): ReadCell | undefined => {
  const type = attribute(tag, 't')
  if (type === 'inlineStr') return text(textIn(xml.slice(from, to)))
  const start = xml.indexOf('<v', from)
  const open = start < 0 || start >= to ? -1 : xml.indexOf('>', start)
  if (open < 0 || open >= to || xml.charCodeAt(open - 1) === 47) return undefined
  const raw = xml.slice(open + 1, xml.indexOf('</v>', open))
  switch (type) {
    case 's':
      return text(strings[Number(raw)] ?? '')
    case 'str':
    case 'd':
      return text(plainText(raw))
    case 'b':
      return { value: raw.trim() === '1' || raw.trim() === 'true' }
    case 'e':
      return { value: plainText(raw), error: true }
    default: {
      const value = Number(raw)
      if (raw.trim() === '' || !Number.isFinite(value)) return undefined
      if (percents.size > 0 && percents.has(Number(attribute(tag, 's') ?? 0))) return { value, percent: true }
      return since1904 ? { value, since1904 } : { value }
    }
  }
}

const text = (value: string): ReadCell | undefined => (value === '' ? undefined : { value })
