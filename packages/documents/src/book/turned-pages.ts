import { joined, pageBreak, paragraph, type Xml } from '../xml/paragraph.ts'
import { tableGap, withoutGap } from '../xml/table.ts'
import type { Book } from './book.ts'
import { isLow } from './kept-together.ts'

/** Page set-ups of the pages after the cover, upright and on their side. */
export interface PageSetUps {
  readonly upright: Xml
  readonly turned: Xml
}

/** A paragraph that ends the pages of a set-up. It is low, so that a full page does not push it onto the next. */
const endOf = (setUp: Xml): Xml => paragraph('TableGap', '', setUp)

/** What is too wide stands on pages on their side; `pagesOf` then puts their ends in order. */
export const onTurnedPages = (content: Xml, book: Book): Xml => {
  book.turned += 1
  return `${endOf(book.setUps.upright)}${withoutGap(content)}${endOf(book.setUps.turned)}`
}

export const endsTurned = (text: Xml, { setUps }: Book): boolean => text.endsWith(endOf(setUps.turned))

/** The same for what fills the width of its page. */
export const writtenOnTurnedPages = (write: (wide: Book) => Xml, book: Book): Xml => {
  const { page } = book.profile
  const turnedPage = { ...page, textWidth: page.textHeight, textHeight: page.textWidth }
  const wide = { ...book, profile: { ...book.profile, page: turnedPage } }
  const content = write(wide)
  book.drawings = wide.drawings
  return onTurnedPages(content, book)
}

const headings =
  '((?:<w:p><w:pPr><w:pStyle w:val="(?:BookTitle|AttachmentMark|AttachmentTitle|PlainHeading|Heading\\d)"/>(?:(?!</w:p>).)*</w:p>)+)'

/** A low section before one that begins on its side would leave most of an upright page empty: it joins those pages. */
export const joinedWithTurned = (first: Xml, next: Xml, book: Book): Xml =>
  book.turned > 0 && isLow(first) && new RegExp(`^${headings}${endOf(book.setUps.upright)}`, 's').test(next)
    ? onTurnedPages(first, book)
    : first

export interface Pages {
  readonly text: Xml
  readonly opensTurned: boolean
  readonly endsTurned: boolean
}

/** Wide tables in a row share their pages, and headings go with the table below them. */
const settled = (text: Xml, { upright, turned }: PageSetUps): Pages => {
  const [uprightEnd, turnedEnd] = [endOf(upright), endOf(turned)]
  const moved = text
    .replace(new RegExp(`${headings}${uprightEnd}`, 'gs'), (_, found: Xml) => `${uprightEnd}${found}`)
    .replaceAll(`${turnedEnd}${uprightEnd}`, tableGap)
    .replaceAll(`${tableGap}${uprightEnd}`, uprightEnd)
  const opensTurned = moved.startsWith(uprightEnd)
  const endsTurned = moved.endsWith(turnedEnd)
  const end = endsTurned ? -turnedEnd.length : undefined
  return {
    text: `${moved.slice(opensTurned ? uprightEnd.length : 0, end)}${endsTurned ? tableGap : ''}`,
    opensTurned,
    endsTurned,
  }
}

export const pagesOf = (text: Xml, { turned, setUps }: Book): Pages =>
  turned > 0 ? settled(text, setUps) : { text, opensTurned: false, endsTurned: false }

const startingAt1 = (pages: Xml): Xml => pages.replace('<w:pgNumType/>', '<w:pgNumType w:start="1"/>')

/** All pages after the cover, the first of which is page 1. */
export const afterCover = (front: readonly Xml[], pages: Pages, book: Book): Xml => {
  const { upright, turned } = book.setUps
  const { text, opensTurned, endsTurned } = pages
  const turns = opensTurned && front.length > 0 ? endOf(upright) : pageBreak
  const before = joined(front.map((page, i) => `${page}${i === front.length - 1 ? turns : pageBreak}`))
  // The text is long: it is looked through only where pages end within it.
  if (book.turned === 0) return `${before}${text}${startingAt1(upright)}`
  return startingAt1(`${before}${text}${endsTurned ? turned : upright}`)
}
