import type { OfficialPlan, Section } from '@policyforms/core'
import { paper } from '../layout/geometry.ts'
import { joined, paragraph, run, textParagraph, type Xml } from '../xml/paragraph.ts'
import { halvesOf } from '../xml/text-width.ts'
import { filledText } from './answer-text.ts'
import type { Book } from './book.ts'

const character = 320
const dateToWrite = `　　　　年${'　'.repeat(2)}月${'　'.repeat(2)}日`

/** 1. is three quarters of a character wide: wrapped lines stand under the first character of the name. */
const numberWidth = 240

/** 附件：1.名称, two characters in, names one below the other (GB/T 9704-2012, 7.3.4). */
export const attachmentNote = (attachments: readonly Section[]): Xml => {
  const isOne = attachments.length === 1
  const left = 5 * character + (isOne ? 0 : numberWidth)
  return joined(
    attachments.map(({ title }, i) => {
      const text = `${i === 0 ? '附件：' : ''}${isOne ? '' : `${i + 1}.`}${title}`
      const hanging = (i === 0 ? 3 * character : 0) + (isOne ? 0 : numberWidth)
      const own = `<w:ind w:left="${left}" w:hanging="${hanging}"/>`
      return paragraph(i === 0 ? 'OfficialNote' : 'OfficialNoteMore', run(text), own)
    }),
  )
}

/** The date four characters from the right, and who signs in the middle above it (7.3.5.1). */
export const officialSignature = ({ signature, date }: OfficialPlan, book: Book): Xml => {
  if (!signature && !date) return ''
  const day = date ? filledText(date, book, '') || dateToWrite : dateToWrite
  const signer = signature ? filledText(signature, book, '') : ''
  const half = character / 2
  const right = Math.max(0, 4 * character + (halvesOf(day) * half) / 2 - (halvesOf(signer) * half) / 2)
  return `${paragraph('OfficialSigner', run(signer), `<w:ind w:right="${Math.round(right)}"/>`)}${textParagraph('OfficialDate', day)}`
}

const rule = (side: string, eighths: number) =>
  `<w:${side} w:val="single" w:sz="${eighths}" w:space="0" w:color="auto"/>`
/** 0.35 mm above and below, 0.25 mm between (7.4.1). */
const rules = `<w:tblBorders>${rule('top', 8)}${rule('bottom', 8)}${rule('insideH', 6)}</w:tblBorders>`
const lineHeight = 440

/** At the foot of the last page, whatever stands above: by its height, for not every reader aligns a table to the foot. */
const atFoot = (height: number, { profile }: Book) =>
  `<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="page" w:horzAnchor="margin" w:tblpX="0" w:tblpY="${
    paper.height - profile.page.margins.bottom - height
  }"/>`

const row = (height: number, cells: Xml): Xml =>
  `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${height}" w:hRule="atLeast"/></w:trPr>${cells}</w:tr>`

const cell = (width: number, span: number, content: Xml): Xml =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}<w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`

/** 四号, less a character on each side and the three of 抄送：. */
const linesOfCopies = (text: string, textWidth: number): number =>
  Math.ceil((halvesOf(text) * 140) / (textWidth - 5 * 280))

/** Copies, printer and day of printing between rules (7.4). */
export const officialClosing = ({ cc, printer, printDate }: OfficialPlan, book: Book): Xml => {
  const { textWidth } = book.profile.page
  const left = Math.round(textWidth * 0.6)
  const copies = cc ? `${filledText(cc, book, '　　').replace(/。$/, '')}。` : ''
  const day = printDate ? `${filledText(printDate, book, dateToWrite)}印发` : ''
  const copiesHeight = copies ? linesOfCopies(copies, textWidth) * lineHeight : 0
  const printedHeight = printer || day ? lineHeight : 0
  if (copiesHeight + printedHeight === 0) return ''
  const printed = `${cell(left, 1, textParagraph('OfficialPrinter', printer ? filledText(printer, book, '　　') : ''))}${cell(textWidth - left, 1, textParagraph('OfficialPrinted', day))}`
  const rows = `${copies ? row(copiesHeight, cell(textWidth, 2, textParagraph('OfficialCopies', `抄送：${copies}`))) : ''}${printedHeight > 0 ? row(printedHeight, printed) : ''}`
  const placed = atFoot(copiesHeight + printedHeight, book)
  return `<w:tbl><w:tblPr>${placed}<w:tblW w:w="${textWidth}" w:type="dxa"/>${rules}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="${left}"/><w:gridCol w:w="${textWidth - left}"/></w:tblGrid>${rows}</w:tbl>${paragraph('TableGap')}`
}
