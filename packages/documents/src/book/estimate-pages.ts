import { cellMargin, type Page } from '../layout/geometry.ts'
import type { Profile } from '../layout/profile.ts'
import type { Xml } from '../xml/paragraph.ts'

// What takes room on the page, in the order in which the writers put it down.
const marks =
  /<w:pStyle w:val="(\w+)"\/>|<w:t xml:space="preserve">([^<]*)|<w:(br)\/>|<\/w:(p)>|<w:tcW w:w="(\d+)"|<w:trHeight w:val="(\d+)"|<\/w:(tc)>|<\/w:(tr)>|<w:(pageBreakBefore)\/>|<w:(sectPr)\b|w:name="(_Toc\d+)"|<wp:extent cx="\d+" cy="(\d+)"/g

/** Half of a character for what is half as wide: Latin letters, digits and their punctuation. */
const charactersIn = (text: string): number => {
  let width = 0
  for (let i = 0; i < text.length; i++) width += text.charCodeAt(i) < 0x2000 ? 0.5 : 1
  return width
}

/** Height of a line and size of a character, in twentieths of a point, and the space around a paragraph. */
const metricsOf = (style: string, { body, baseTable, table, fineTable, grid }: Profile) => {
  const cell = (points: number, around: number) => ({ line: points * 26, size: points * 20, around })
  if (style === 'TableGap') return { line: 160, size: 120, around: 0 }
  if (style.startsWith('Cell') || style === 'TableUnit') return cell(table, 40)
  if (style.startsWith('Fine')) return cell(fineTable, 40)
  if (style.startsWith('Base')) return cell(baseTable, 40)
  if (style.startsWith('Box') || style === 'TableTitle') return cell(baseTable, 240)
  return { line: grid.linePitch, size: body * 20, around: style.startsWith('Sign') ? 300 : 0 }
}

/** The text areas one after the other, as page set-ups end them; the last has its set-up below the text. */
const areasOf = (body: Xml, { textWidth, textHeight }: Page) =>
  [...body.matchAll(/<w:sectPr\b.*?<\/w:sectPr>/gs)].map(([setUp]) =>
    setUp.includes('w:orient="landscape"')
      ? { width: textHeight, height: textWidth }
      : { width: textWidth, height: textHeight },
  )

/**
 * The page on which each heading will stand, by its bookmark, counted from `first`. Only Word knows for sure, and
 * puts its own numbers in when the book is opened; this is for whoever reads the file with something else.
 */
export const estimatePages = (body: Xml, profile: Profile, first: number): ReadonlyMap<string, number> => {
  const pages = new Map<string, number>()
  let [page, y] = [first, 0]
  let [style, characters, lines, picture, bookmark] = ['', 0, 0, 0, '']
  let [cellWidth, cellHeight, rowHeight, ended] = [0, 0, 0, 0]
  const areas = areasOf(body, profile.page)
  const area = { width: profile.page.textWidth, height: profile.page.textHeight }
  let { width: pageWidth, height: pageHeight } = areas[0] ?? area
  const turn = () => {
    page += 1
    y = 0
  }
  const flow = (height: number) => {
    y += height
    for (; y > pageHeight; y -= pageHeight) page += 1
  }
  const endLine = (size: number) => {
    const width = cellWidth > 0 ? cellWidth - 2 * cellMargin : pageWidth
    lines += Math.max(1, Math.ceil((characters * size) / width - 0.001))
    characters = 0
  }
  const endParagraph = () => {
    const { line, size, around } = metricsOf(style, profile)
    if (style === 'Body') characters += 2
    endLine(size)
    const height = Math.max(lines * line, picture) + around
    if (cellWidth > 0) cellHeight += height
    else {
      if (bookmark !== '' && y + height + 2 * line > pageHeight) turn()
      if (bookmark !== '') pages.set(bookmark, page)
      flow(height)
    }
    ;[lines, picture, bookmark] = [0, 0, '']
  }
  for (const [, named, text, br, p, width, least, tc, tr, breaks, sectPr, name, tall] of body.matchAll(marks)) {
    if (named !== undefined) style = named
    else if (text !== undefined) characters += charactersIn(text)
    else if (br) endLine(metricsOf(style, profile).size)
    else if (p) endParagraph()
    else if (width !== undefined) cellWidth = Number(width)
    else if (least !== undefined) rowHeight = Number(least)
    else if (tc) [rowHeight, cellHeight] = [Math.max(rowHeight, cellHeight), 0]
    else if (tr) {
      if (y + rowHeight > pageHeight && rowHeight < pageHeight) turn()
      flow(rowHeight)
      ;[rowHeight, cellWidth] = [0, 0]
    } else if (breaks) {
      if (y > 0) turn()
    } else if (sectPr) {
      turn()
      ended += 1
      ;({ width: pageWidth, height: pageHeight } = areas[ended] ?? area)
    } else if (name !== undefined) bookmark = name
    else if (tall !== undefined) picture = Number(tall) / 635
  }
  return pages
}
