import type { Block, Field, Matrix, Section, Table } from '@policyforms/core'
import { printOf } from '../prints/index.ts'
import { paragraph, run, textParagraph, type Xml } from '../xml/paragraph.ts'
import { baseTable } from './base-table.ts'
import { type Book, type Place, under } from './book.ts'
import { keptTogether, keptWithSignatures } from './kept-together.ts'
import { matrixTable } from './matrix-table.ts'
import { rowTable, type WrittenTable } from './row-table.ts'
import { partsOf, type SectionPart } from './section-parts.ts'
import { headOf } from './shown.ts'
import { type Signed, signatureLines, signingDate } from './signatures.ts'
import { endsTurned, onTurnedPages, writtenOnTurnedPages } from './turned-pages.ts'

const deepest = 4

/** A number that the template states itself, in the title. */
const ownNumber = /^[一二三四五六七八九十]+、/

/** A title without a number stands in the middle. */
const headingStyle = ({ number, title, level }: Pick<Section, 'number' | 'title' | 'level'>): string =>
  number === '' && level === 1 && !ownNumber.test(title) ? 'PlainHeading' : `Heading${Math.min(level, deepest)}`

export const heading = (
  headed: Pick<Section, 'number' | 'title' | 'level'>,
  book: Book,
  startsPage: boolean,
  attached?: string,
): Xml => {
  const { number, title, level } = headed
  const text = `${number}${title}`
  const mark = book.headings.length + 1
  const bookmark = `_Toc${String(mark).padStart(8, '0')}`
  book.headings.push({ level, text, bookmark })
  const own = startsPage ? '<w:pageBreakBefore/>' : ''
  const marked = `<w:bookmarkStart w:id="${mark}" w:name="${bookmark}"/>${run(text)}<w:bookmarkEnd w:id="${mark}"/>`
  return attached === undefined
    ? paragraph(headingStyle(headed), marked, own)
    : `${paragraph('AttachmentMark', run(attached), own)}${paragraph('AttachmentTitle', marked)}`
}

const runningText = (field: Field, place: Place, book: Book, titled: boolean): Xml => {
  const leaf = { field, ...under(place, field.key) }
  const text = printOf(field).text?.(leaf, book) ?? ''
  return titled ? `${textParagraph('FieldTitle', headOf(field))}${text}` : text
}

const unitLine = ({ cell: { unit } }: Matrix): Xml => (unit ? textParagraph('TableUnit', `单位：${unit}`) : '')

const titledTable = (title: Xml, { xml, turned }: WrittenTable, book: Book): Xml =>
  turned ? onTurnedPages(`${title}${xml}`, book) : `${title}${xml}`

const alone = (block: Section | Table | Matrix, place: Place, book: Book, titled: boolean, gap: Xml): Xml => {
  const here = under(place, block.key)
  const title = titled ? textParagraph('TableTitle', block.title) : gap
  switch (block.block) {
    case 'section':
      return section(block, here, book)
    case 'table':
      return titledTable(title, rowTable(block, here, book), book)
    case 'matrix':
      return titledTable(`${title}${unitLine(block)}`, matrixTable(block, here, book), book)
  }
}

/** Signatures stand in the last box where a section is boxes alone, and below the text otherwise. */
const isBoxed = (parts: readonly SectionPart[]) => parts.length === 1 && parts[0]?.part === 'base'

interface Setting {
  readonly section: Section
  readonly boxed: Signed | undefined
  readonly place: Place
  readonly book: Book
  readonly isTitled: (child: Block) => boolean
}

/** A gap stands above what has no title of its own. */
const partXml = (part: SectionPart, gap: Xml, { section, boxed, place, book, isTitled }: Setting): Xml => {
  switch (part.part) {
    case 'base': {
      const boxes = baseTable(part.members, section, boxed, place, book)
      return boxes && `${gap}${boxes}`
    }
    case 'text':
      return runningText(part.field, place, book, isTitled(part.field))
    case 'alone':
      return alone(part.block, place, book, isTitled(part.block), gap)
  }
}

const lowGap = paragraph('TableGap', '', '<w:keepNext/>')

/** A heading in the middle has its own space below, and so has a table. */
const gapAbove = (parts: readonly SectionPart[], at: number, headed: Section, attached: string | undefined): Xml => {
  const isClose =
    at === 0 ? attached === undefined && headingStyle(headed) !== 'PlainHeading' : parts[at - 1]?.part === 'text'
  return isClose ? lowGap : ''
}

/** Boxes that stand below a wide table stay on its page; more of them would not fit. */
const fewMembers = 6

/** A heading and all that stands under it; of an attachment, 附件1 above the heading. */
export const section = (printed: Section, place: Place, book: Book, startsPage = false, attached?: string): Xml => {
  const { title, signatures, role } = printed
  const visible = printed.children.filter((child: Block) => !book.hidden.has(under(place, child.key).at))
  // A title that says the same as the heading above it is not printed again.
  const isTitled = (child: Block) => child.title !== title
  // First, for the contents list headings in the order in which they are written.
  const top = heading(printed, book, startsPage, attached)
  const field = signingDate(printed, visible)
  const signed: Signed = { signatures, ...(field && { date: { field, ...under(place, field.key) } }) }
  const parts = partsOf(
    visible.filter((child) => child !== field),
    role !== undefined,
  )
  const boxed = isBoxed(parts) ? signed : undefined
  const setting: Setting = { section: printed, boxed, place, book, isTitled }
  let written = top
  parts.forEach((part, i) => {
    const isBelowTurned = part.part === 'base' && part.members.length <= fewMembers && endsTurned(written, book)
    written += isBelowTurned
      ? writtenOnTurnedPages((wide) => partXml(part, '', { ...setting, book: wide }), book)
      : partXml(part, gapAbove(parts, i, printed, attached), setting)
  })
  return keptTogether(boxed ? written : keptWithSignatures(written, signatureLines(signed, book)))
}
