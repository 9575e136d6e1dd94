import { joined, pageBreak, paragraph, type Xml } from '../xml/paragraph.ts'

/** Page set-ups of the pages after the cover, upright and on their side. */
export interface PageSetUps {
  readonly upright: Xml
  readonly turned: Xml
}

/** A paragraph that ends the pages of a set-up. It is low, so that a full page does not push it onto the next. */
const endOf = (setUp: Xml): Xml => paragraph('TableGap', '', setUp)

/** What is too wide stands on pages on their side; `settlePages` then puts their ends in order. */
export const onTurnedPages = (content: Xml, { upright, turned }: PageSetUps): Xml =>
  `${endOf(upright)}${content}${endOf(turned)}`

const headings = '((?:<w:p><w:pPr><w:pStyle w:val="(?:BookTitle|PlainHeading|Heading\\d)"/>(?:(?!</w:p>).)*</w:p>)+)'

export interface Pages {
  readonly text: Xml
  readonly opensTurned: boolean
  readonly endsTurned: boolean
}

/** Wide tables in a row share their pages, and headings go with the table below them. */
export const settlePages = (text: Xml, setUps: PageSetUps): Pages => {
  const [uprightEnd, turnedEnd] = [endOf(setUps.upright), endOf(setUps.turned)]
  if (!text.includes(turnedEnd)) return { text, opensTurned: false, endsTurned: false }
  const settled = text
    .replace(new RegExp(`${headings}${uprightEnd}`, 'gs'), (_, moved: Xml) => `${uprightEnd}${moved}`)
    .replaceAll(`${turnedEnd}${uprightEnd}`, '')
  const opensTurned = settled.startsWith(uprightEnd)
  const endsTurned = settled.endsWith(turnedEnd)
  const end = endsTurned ? -turnedEnd.length : undefined
  return { text: settled.slice(opensTurned ? uprightEnd.length : 0, end), opensTurned, endsTurned }
}

/** All pages after the cover, the first of which is page 1. */
export const afterCover = (front: readonly Xml[], pages: Pages, { upright, turned }: PageSetUps): Xml => {
  const { text, opensTurned, endsTurned } = pages
  const turns = opensTurned && front.length > 0 ? endOf(upright) : pageBreak
  const before = front.map((page, i) => `${page}${i === front.length - 1 ? turns : pageBreak}`)
  const end = endsTurned ? turned : `${paragraph('TableGap')}${upright}`
  return `${joined(before)}${text}${end}`.replace('<w:pgNumType/>', '<w:pgNumType w:start="1"/>')
}
