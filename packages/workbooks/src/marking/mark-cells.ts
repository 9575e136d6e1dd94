import { addressOf } from '../book/address.ts'
import { styleOfCell } from './mark-styles.ts'

/** The start tag of a cell, if the sheet has it. */
export const cellTag = (xml: string, cell: string): string | undefined =>
  new RegExp(`<c r="${cell}"[^>]*>`).exec(xml)?.[0]

const restyled = (tag: string, twins: ReadonlyMap<number, number>): string => {
  const style = twins.get(styleOfCell(tag))
  return style === undefined
    ? tag
    : tag.replace(/ s="\d+"/, '').replace(/^<c r="[A-Z]+\d+"/, (start) => `${start} s="${style}"`)
}

/** The sheet with one cell in its marked style; a cell or row that was never written is put where it belongs. */
export const withMarkedCell = (xml: string, cell: string, twins: ReadonlyMap<number, number>): string => {
  const tag = cellTag(xml, cell)
  if (tag !== undefined) return xml.replace(tag, () => restyled(tag, twins))
  const { row, column } = addressOf(cell)
  const made = `<c r="${cell}" s="${twins.get(0) ?? 0}"/>`
  const found = new RegExp(`<row r="${row}"[^>]*>`).exec(xml)
  if (!found) return withNewRow(xml, row, made)
  if (found[0].endsWith('/>')) return xml.replace(found[0], () => `${found[0].slice(0, -2)}>${made}</row>`)
  const start = found.index + found[0].length
  const end = xml.indexOf('</row>', start)
  const later = [...xml.slice(start, end).matchAll(/<c r="([A-Z]+\d+)"/g)].find(
    ([, name = '']) => addressOf(name).column > column,
  )
  const at = later ? start + later.index : end
  return xml.slice(0, at) + made + xml.slice(at)
}

const withNewRow = (xml: string, row: number, cell: string): string => {
  const made = `<row r="${row}">${cell}</row>`
  const later = [...xml.matchAll(/<row r="(\d+)"/g)].find(([, number]) => Number(number) > row)
  if (later) return xml.slice(0, later.index) + made + xml.slice(later.index)
  return xml
    .replace('</sheetData>', () => `${made}</sheetData>`)
    .replace('<sheetData/>', () => `<sheetData>${made}</sheetData>`)
}
