import { columnName } from './address.ts'
import type { Cell, CellRow, Placed, ValueRow } from './book.ts'
import { xmlText } from './xml.ts'

/** The most that Excel holds in one cell, in UTF-16 units. */
export const cellCap = 32_767

const capped = (text: string): string => (text.length > cellCap ? text.slice(0, cellCap) : text)

const valueXml = (value: Cell['value']): string =>
  value === undefined ? '' : `<v>${typeof value === 'boolean' ? Number(value) : xmlText(capped(String(value)))}</v>`

const typeOf = (value: Cell['value']): string =>
  typeof value === 'string' ? ' t="str"' : typeof value === 'boolean' ? ' t="b"' : ''

// A text is always an inline string and so can never turn into a formula, whatever it begins with.
const contentXml = ({ value, formula }: Cell): string =>
  formula === undefined ? plainXml(value) : `${typeOf(value)}><f>${xmlText(formula)}</f>${valueXml(value)}</c>`

const plainXml = (value: Cell['value']): string => {
  if (value === undefined || value === '') return '/>'
  if (typeof value === 'number') return Number.isFinite(value) ? `><v>${value}</v></c>` : '/>'
  if (typeof value === 'boolean') return ` t="b"><v>${value ? 1 : 0}</v></c>`
  return ` t="inlineStr"><is><t>${edged(xmlText(capped(value)))}</t></is></c>`
}

// Excel drops white space at the ends unless xml:space asks for it, which ISO 29500 does not allow here; an escape is kept.
const edged = (xml: string): string => {
  // Most texts begin and end with something to read.
  if (xml.charCodeAt(0) > 32 && xml.charCodeAt(xml.length - 1) > 32) return xml
  return xml.replace(/^[ \t\n]|[ \t\n]$/g, (one) => `_x${one.charCodeAt(0).toString(16).padStart(4, '0')}_`)
}

const cellsXml = ({ cells }: CellRow, row: number, ids: readonly number[]): string => {
  let xml = ''
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]
    if (cell) xml += `<c r="${columnName(i + 1)}${row}" s="${ids[cell.style]}"${contentXml(cell)}`
  }
  return xml
}

const opened = new WeakMap<readonly number[], readonly string[]>()

/** What stands between the row's number and a cell's content, for each of its columns; rows share their styles. */
const openingsOf = (styles: readonly number[], ids: readonly number[]): readonly string[] => {
  const known = opened.get(styles)
  if (known) return known
  const made = styles.map((style) => `" s="${ids[style]}"`)
  opened.set(styles, made)
  return made
}

const valuesXml = ({ values, styles }: ValueRow, row: number, ids: readonly number[]): string => {
  const openings = openingsOf(styles, ids)
  let xml = ''
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    // The commonest by far comes first.
    xml +=
      typeof value === 'number' && Number.isFinite(value)
        ? `<c r="${columnName(i + 1)}${row}${openings[i]}><v>${value}</v></c>`
        : `<c r="${columnName(i + 1)}${row}${openings[i]}${plainXml(value)}`
  }
  return xml
}

export const rowXml = (placed: Placed, row: number, ids: readonly number[]): string => {
  const height = placed.height === undefined ? '' : ` ht="${placed.height}" customHeight="1"`
  return `<row r="${row}"${height}>${'values' in placed ? valuesXml(placed, row, ids) : cellsXml(placed, row, ids)}</row>`
}
