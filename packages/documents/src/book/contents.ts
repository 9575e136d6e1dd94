import { layPages } from '../pages/lay-pages.ts'
import { run, textParagraph, type Xml } from '../xml/paragraph.ts'
import type { Book, Heading } from './book.ts'

const deepest = 3

const mark = (type: 'begin' | 'separate' | 'end'): Xml => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const instruction = (text: string): Xml => `<w:r><w:instrText xml:space="preserve"> ${text} </w:instrText></w:r>`

const entry = ({ text, bookmark }: Heading, page: number | undefined): Xml =>
  `<w:hyperlink w:anchor="${bookmark}" w:history="1">${run(text)}<w:r><w:tab/></w:r>${mark('begin')}${instruction(
    `PAGEREF ${bookmark} \\h`,
  )}${mark('separate')}${page === undefined ? '' : run(String(page))}${mark('end')}</w:hyperlink>`

const contentsPage = (headings: readonly Heading[], pages: ReadonlyMap<string, number>): Xml => {
  const listed = headings.filter(({ level }) => level <= deepest)
  const lines = listed.map((heading, i) => {
    const start =
      i === 0 ? `${mark('begin')}${instruction(`TOC \\o "1-${deepest}" \\h \\z \\u`)}${mark('separate')}` : ''
    const end = i === listed.length - 1 ? mark('end') : ''
    return `<w:p><w:pPr><w:pStyle w:val="TOC${heading.level}"/></w:pPr>${start}${entry(heading, pages.get(heading.bookmark))}${end}</w:p>`
  })
  return `${textParagraph('FrontTitle', '目　录')}${lines.join('')}`
}

/** The number of the page after some pages, each of which begins a new one. */
export const pageAfter = (pages: readonly Xml[], first: number, { profile }: Pick<Book, 'profile'>): number =>
  pages.reduce((page, one) => layPages(one, profile, page).last + 1, first)

/** A contents field from page `from` on that holds its lines; Word puts its own page numbers in when the book is opened. */
export const contentsOf = (book: Pick<Book, 'headings' | 'profile'>, text: Xml, from: number): Xml => {
  const { headings, profile } = book
  const first = pageAfter([contentsPage(headings, new Map())], from, book)
  return contentsPage(headings, layPages(text, profile, first).headings)
}
