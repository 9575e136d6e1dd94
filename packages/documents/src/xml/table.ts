import { cellMargin } from '../layout/geometry.ts'
import { joined, paragraph, type Xml } from './paragraph.ts'
import { rowHeight, tableHeight } from './table-height.ts'

export interface Cell {
  /** Paragraphs; at least one. */
  readonly content: Xml
  /** Columns that it spans, 1 unless told. */
  readonly span?: number
  /** The first or a later one of several cells that are one down the page. */
  readonly down?: 'restart' | 'continue'
  readonly vertical?: 'top' | 'center' | 'bottom'
  /** Stays on one line. */
  readonly unbroken?: boolean
  /** Left and right inside it, unless as in the whole table. */
  readonly margin?: number
  /** A line under it, in a table that has no lines. */
  readonly underlined?: boolean
}

export interface Row {
  readonly cells: readonly Cell[]
  /** In twentieths of a point. */
  readonly minHeight?: number
  /** Repeated at the top of each page. */
  readonly head?: boolean
  /** Stays with the next row. */
  readonly keeps?: boolean
  /** May go on on the next page. */
  readonly breaks?: boolean
}

const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const
const lines = sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join('')
const underline = '<w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tcBorders>'

const marginXml = (width: number): Xml =>
  `<w:tcMar><w:left w:w="${width}" w:type="dxa"/><w:right w:w="${width}" w:type="dxa"/></w:tcMar>`

const cellXml = (
  { content, span = 1, down, vertical = 'center', underlined, unbroken, margin }: Cell,
  width: number,
): Xml =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${
    down ? `<w:vMerge w:val="${down}"/>` : ''
  }${underlined ? underline : ''}${unbroken ? '<w:noWrap/>' : ''}${margin === undefined ? '' : marginXml(margin)}<w:vAlign w:val="${vertical}"/></w:tcPr>${content}</w:tc>`

/** Word keeps a row with the next one when its paragraphs ask for it. */
const keptWithNext = (row: Xml): Xml => row.replaceAll(/<w:pStyle w:val="\w+"\/>/g, '$&<w:keepNext/>')

const rowXml = ({ cells, minHeight, head, breaks }: Row, widths: readonly number[]): Xml => {
  const properties = `${breaks ? '' : '<w:cantSplit/>'}${
    minHeight ? `<w:trHeight w:val="${minHeight}" w:hRule="atLeast"/>` : ''
  }${head ? '<w:tblHeader/>' : ''}`
  let column = 0
  let made = ''
  for (const cell of cells) {
    let width = 0
    for (const end = column + (cell.span ?? 1); column < end; column++) width += widths[column] ?? 0
    made += cellXml(cell, width)
  }
  return `<w:tr>${properties ? `<w:trPr>${properties}</w:trPr>` : ''}${made}</w:tr>`
}

/** Has more paragraphs than three. */
const isLong = (content: Xml): boolean => {
  let end = -1
  for (let paragraph = 0; paragraph < 4; paragraph++) {
    end = content.indexOf('</w:p>', end + 1)
    if (end === -1) return false
  }
  return true
}
const hasManyParagraphs = ({ cells }: Row) => cells.some(({ content }) => isLong(content))

/**
 * Rows that stay with the next: so much that a heading has two rows under it, and the last row one above it. More
 * would leave gaps, for Word moves all that is kept together to the next page.
 */
const staysWithNext = (
  rows: readonly Row[],
  isTall: (row: Row) => boolean,
): ((row: Row, index: number) => boolean | undefined) => {
  const firstRow = rows.findIndex((row) => !row.head)
  return (row, i) =>
    i < rows.length - 1 &&
    !row.breaks &&
    (row.keeps || (i <= firstRow && !rows[i + 1]?.keeps) || i === rows.length - 2) &&
    !isTall(row)
}

/** After each table, lest Word makes one of two. */
export const tableGap = paragraph('TableGap')

/** Without the gap at its end, which would make an empty page where a new one begins right after a full one. */
export const withoutGap = (xml: Xml): Xml => (xml.endsWith(tableGap) ? xml.slice(0, -tableGap.length) : xml)

/** A low table is not torn: the gap before it is three eighths of a page at most. */
const mostRows = 14
const lowTable = 4800
/** A seventh of a page. */
const tallRow = 1600

interface Look {
  readonly ruled?: boolean
  /** Half a character, in twentieths of a point, by which the height of the table is known. */
  readonly half?: number
  /** Left and right inside a cell. */
  readonly margin?: number
}

/** A table of fixed column widths, with the gap that keeps it apart from a table below. */
export const table = (widths: readonly number[], rows: readonly Row[], look: Look = {}): Xml => {
  const { ruled = true, margin: inside = cellMargin, half } = look
  const total = widths.reduce((sum, width) => sum + width, 0)
  const isLow =
    half !== undefined && rows.length <= mostRows && tableHeight(rows, widths, { half, margin: inside }) <= lowTable
  const isTall = (row: Row) =>
    hasManyParagraphs(row) || (half !== undefined && rowHeight(row, widths, { half, margin: inside }) > tallRow)
  const isKept = isLow ? (_: Row, i: number) => i < rows.length - 1 : staysWithNext(rows, isTall)
  const made = rows.map((row, i) => (isKept(row, i) ? keptWithNext(rowXml(row, widths)) : rowXml(row, widths)))
  const margin = `w:w="${inside}" w:type="dxa"`
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/>${
    ruled ? `<w:tblBorders>${lines}</w:tblBorders>` : ''
  }<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left ${margin}/><w:right ${margin}/></w:tblCellMar></w:tblPr><w:tblGrid>${widths
    .map((width) => `<w:gridCol w:w="${width}"/>`)
    .join('')}</w:tblGrid>${joined(made)}</w:tbl>${tableGap}`
}
