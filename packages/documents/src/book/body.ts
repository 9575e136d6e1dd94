import type { OfficialPlan, Section } from '@policyforms/core'
import { layPages } from '../pages/lay-pages.ts'
import type { Shell } from '../shell/shell.ts'
import { joined, pageBreak, textParagraph, type Xml } from '../xml/paragraph.ts'
import { withoutGap } from '../xml/table.ts'
import { type Book, under } from './book.ts'
import { clauseTable } from './clause-table.ts'
import { contentsOf, pageAfter } from './contents.ts'
import { coverPage } from './cover.ts'
import { notesPage } from './notes.ts'
import { officialClosing } from './official-closing.ts'
import { attachmentNote, officialSignature } from './official-end.ts'
import { officialHead, titleText } from './official-head.ts'
import { section } from './section.ts'
import { afterCover, joinedWithTurned, pagesOf } from './turned-pages.ts'

/** The sections, one after the other; their headings are in `book.headings` afterwards. */
const chapters = (visible: readonly Section[], book: Book): Xml => {
  const root = { value: book.answers, at: '' }
  // What is signed and sealed is a sheet of its own.
  const startsPage = (one: Section, i: number) => i > 0 && one.signatures.length > 0
  const [first = '', second = '', ...more] = visible.map((one, i) => {
    const written = section(one, under(root, one.key), book, startsPage(one, i))
    const next = visible[i + 1]
    return next && startsPage(next, i + 1) ? withoutGap(written) : written
  })
  const opening = book.template.document.cover ? joinedWithTurned(first, second, book) : first
  return `${opening}${second}${joined(more)}`
}

/** Each on pages of its own, 附件1 at the top left, after all else. */
const attached = (attachments: readonly Section[], book: Book): Xml => {
  const root = { value: book.answers, at: '' }
  const name = (i: number) => (attachments.length === 1 ? '附件' : `附件${i + 1}`)
  return joined(attachments.map((one, i) => section(one, under(root, one.key), book, true, name(i))))
}

const visibleIn = (book: Book): readonly Section[] =>
  book.template.sections.filter((one) => !book.hidden.has(under({ value: book.answers, at: '' }, one.key).at))

/** A report as a chapter of a compilation: its sections and its attachments. */
export const reportPages = (book: Book): Xml => {
  const visible = visibleIn(book)
  const own = visible.filter((one) => !one.attachment)
  return `${chapters(own, book)}${attached(
    visible.filter((one) => one.attachment),
    book,
  )}`
}

/** All pages of text: what an official document has above and below it, chapters, attachments. */
const textPages = (book: Book): Xml => {
  const { title, document: plan } = book.template
  const { clauses, cover, official, profile } = plan
  const visible = visibleIn(book)
  const attachments = visible.filter((one) => one.attachment)
  const head = official ? officialHead(official, book) : cover ? '' : textParagraph('BookTitle', titleText(title, book))
  const text = chapters(
    visible.filter((one) => !one.attachment),
    book,
  )
  const note = profile === 'report' ? attachmentNote(attachments) : ''
  const end = official ? officialSignature(official, book) : ''
  const after = `${attached(attachments, book)}${clauses ? clauseTable(book) : ''}`
  const all = `${head}${text}${note}${end}${after}`
  return official ? `${all}${closingBelow(all, official, book)}` : all
}

/** The pages between cover and text: notes and contents. */
const frontPages = (book: Book, text: Xml): readonly Xml[] => {
  const { document: plan } = book.template
  const notes = plan.notes.length > 0 ? [notesPage(plan.notes)] : []
  if (!plan.contents || book.headings.length === 0) return notes
  return [...notes, contentsOf(book, text, pageAfter(notes, 1, book))]
}

/** The last page of an official document has an even number. */
const closingBelow = (text: Xml, official: OfficialPlan, book: Book): Xml => {
  const closing = officialClosing(official, book)
  const first = pageAfter(frontPages(book, ''), 1, book)
  const { last } = layPages(pagesOf(text, book).text, book.profile, first)
  return closing !== '' && last % 2 === 1 ? `${pageBreak}${closing}` : closing
}

const names =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  // Boxes to tick and the look of controls are newer than the standard; a reader that does not know them passes over them.
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ' +
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15"'

/** The document part around its pages. */
export const documentParts = (cover: Xml, pages: Xml): Xml =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${names}><w:body>${cover}${pages}</w:body></w:document>`

/** The document part: cover, notes, contents and sections. */
export const documentXml = (book: Book, shell: Pick<Shell, 'coverPage'>): Xml => {
  const { document: plan } = book.template
  const pages = pagesOf(textPages(book), book)
  const cover = plan.cover ? `${coverPage(plan.cover, book)}<w:p><w:pPr>${shell.coverPage}</w:pPr></w:p>` : ''
  return documentParts(cover, afterCover(frontPages(book, pages.text), pages, book))
}
