import { paragraph, pageBreak, textParagraph, type Xml } from '../xml/paragraph.ts'
import type { Shell } from '../shell/shell.ts'
import { type Book, under } from './book.ts'
import { contentsPage } from './contents.ts'
import { coverPage } from './cover.ts'
import { notesPage } from './notes.ts'
import { section } from './section.ts'

/** The sections, one after the other; their headings are in `book.headings` afterwards. */
const chapters = (book: Book): Xml => {
  const root = { value: book.answers, at: '' }
  return book.template.sections
    .filter((one) => !book.hidden.has(under(root, one.key).at))
    .map((one, i) => section(one, under(root, one.key), book, i > 0 && book.profile.signaturePages && one.signatures.length > 0))
    .join('')
}

const names =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'

/** The document part: cover, notes, contents and sections. */
export const documentXml = (book: Book, shell: Pick<Shell, 'coverPage' | 'bodyPage'>): Xml => {
  const { title, document: plan } = book.template
  const body = chapters(book)
  const cover = plan.cover ? `${coverPage(plan.cover, book)}<w:p><w:pPr>${shell.coverPage}</w:pPr></w:p>` : ''
  const front = [
    plan.notes.length > 0 ? notesPage(plan.notes) : '',
    plan.contents && book.headings.length > 0 ? contentsPage(book.headings) : '',
  ].filter(Boolean)
  const bookTitle = plan.cover ? '' : textParagraph('BookTitle', title)
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${names}><w:body>${cover}${front
    .map((page) => `${page}${pageBreak}`)
    .join('')}${bookTitle}${body}${paragraph('TableGap')}${shell.bodyPage}</w:body></w:document>`
}
