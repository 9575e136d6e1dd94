import { cellMargin, type Page } from '../layout/geometry.ts'
import type { Profile } from '../layout/profile.ts'
import type { Xml } from '../xml/paragraph.ts'
import { type LineLook, lineLooks } from './line-look.ts'

/** A paragraph or a row of a table as it flows down the pages, in twentieths of a point. */
export interface Piece {
  readonly height: number
  /** Of a line, where it may be torn between lines. */
  readonly line?: number
  /** Stays with the next piece. */
  readonly keeps: boolean
  /** Begins a page. */
  readonly breaks: boolean
  readonly bookmark: string
  /** The height of the heads that its table repeats on each page. */
  readonly heads: number
  /** Ends the pages of a set-up. */
  readonly ends: boolean
}

export interface Area {
  readonly width: number
  readonly height: number
}

/** The text areas one after the other, as page set-ups end them; the last has its set-up below the text. */
export const areasOf = (body: Xml, { textWidth, textHeight }: Page): readonly Area[] =>
  [...body.matchAll(/<w:sectPr\b.*?<\/w:sectPr>/gs)].map(([setUp]) =>
    setUp.includes('w:orient="landscape"')
      ? { width: textHeight, height: textWidth }
      : { width: textWidth, height: textHeight },
  )

// What takes room on the page, in the order in which the writers put it down.
const marks =
  /<w:pStyle w:val="(\w+)"\/>(<w:keepNext\/>)?|<w:t xml:space="preserve">([^<]*)|<w:(br|cantSplit|tblHeader|pageBreakBefore|sectPr|vMerge w:val="continue"|vMerge w:val="restart")|<\/w:(p|tc|tr|tbl)>|<w:tcW w:w="(\d+)"|<w:trHeight w:val="(\d+)"|<w:tblCellMar><w:left w:w="(\d+)"|w:name="(_Toc\d+)"|<wp:extent cx="\d+" cy="(\d+)"/g

/** Half of a character for what is half as wide: Latin letters, digits and their punctuation. */
const charactersIn = (text: string): number => {
  let width = 0
  for (let i = 0; i < text.length; i++) width += text.charCodeAt(i) < 0x2000 ? 0.5 : 1
  return width
}

const perTwip = 635
/** A rule between two rows. */
const ruleHeight = 10
const plain = { keeps: false, breaks: false, bookmark: '', heads: 0, ends: false }

/** Gives the paragraphs outside tables, and the rows of tables, of a text whose areas are known, one after the other. */
export const flowOf = (body: Xml, profile: Profile, areas: readonly Area[], take: (piece: Piece) => void): void => {
  const lookOf = lineLooks(profile)
  let look: LineLook = lookOf('Normal')
  let [width, setUp] = [areas[0]?.width ?? profile.page.textWidth, 0]
  let [characters, lines, picture] = [0, 0, 0]
  let [keeps, breaks, ends, bookmark] = [false, false, false, '']
  let [cellWidth, margin, isMerged, cellHeight, cellLine] = [0, cellMargin, false, 0, 0]
  let [rowHeight, rowLine, rowKeeps, isWhole, isHead, heads] = [0, 0, false, false, false, 0]
  const endLine = () => {
    const room = (cellWidth > 0 ? cellWidth - 2 * margin : width) - look.indent
    lines += Math.max(1, Math.ceil(characters / Math.max(1, Math.floor(room / look.size))))
    characters = 0
  }
  const endParagraph = () => {
    if (characters > 0) characters += look.first / look.size
    endLine()
    const height = Math.max(lines * look.line, picture) + look.before + look.after
    const { line } = look
    if (cellWidth > 0) {
      cellHeight += height
      cellLine = line
    } else {
      const isTorn = !look.stays && lines > 1 && picture === 0
      take({ height, ...(isTorn && { line }), keeps: keeps || look.keeps, breaks, bookmark, heads: 0, ends })
      if (ends) {
        setUp += 1
        width = areas[setUp]?.width ?? width
      }
      keeps = breaks = ends = false
      bookmark = ''
    }
    lines = picture = 0
  }
  const endCell = () => {
    // What goes down several rows does not make the first of them higher.
    if (!isMerged) {
      rowHeight = Math.max(rowHeight, cellHeight)
      rowLine = cellLine
    }
    cellHeight = 0
    isMerged = false
  }
  const endRow = () => {
    const height = rowHeight + ruleHeight
    if (isHead) heads += height
    const torn = isWhole || rowLine === 0 ? {} : { line: rowLine }
    take({ ...plain, height, ...torn, keeps: rowKeeps, heads: isHead ? 0 : heads })
    rowHeight = rowLine = cellWidth = 0
    rowKeeps = isWhole = isHead = false
  }
  for (const [, named, next, text, one, end, cell, least, left, name, tall] of body.matchAll(marks)) {
    if (named !== undefined) {
      look = lookOf(named)
      if (cellWidth > 0) rowKeeps ||= next !== undefined
      else keeps = next !== undefined
    } else if (text !== undefined) characters += charactersIn(text)
    else if (end === 'p') endParagraph()
    else if (end === 'tc') endCell()
    else if (end === 'tr') endRow()
    else if (end === 'tbl') heads = 0
    else if (cell !== undefined) cellWidth = Number(cell)
    else if (least !== undefined) rowHeight = Number(least)
    else if (left !== undefined) margin = Number(left)
    else if (name !== undefined) bookmark = name
    else if (tall !== undefined) picture = Number(tall) / perTwip
    else if (one === 'br') endLine()
    else if (one === 'cantSplit') isWhole = true
    else if (one === 'tblHeader') isHead = true
    else if (one === 'pageBreakBefore') breaks = true
    else if (one === 'sectPr') ends = true
    else isMerged = true
  }
}
