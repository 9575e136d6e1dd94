import type { OfficialPlan } from '@policyforms/core'
import { joined, paragraph, run, type Xml } from '../xml/paragraph.ts'
import { tableGap } from '../xml/table.ts'
import { filledText } from './answer-text.ts'
import type { Book } from './book.ts'
import { dateToWrite } from './official-end.ts'

const oneCharacter = 280

/** At the foot of the page on which the text ends; what has one place is one frame, in Word and in other readers. */
const placed = ({ profile }: Book) =>
  `<w:framePr w:w="${profile.page.textWidth}" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="center" w:yAlign="bottom"/>`

const rule = (style: 'OfficialRule' | 'OfficialFineRule', book: Book): Xml => paragraph(style, '', placed(book))

const copiesLine = (cc: string, book: Book): Xml =>
  paragraph('OfficialCopies', run(`抄送：${filledText(cc, book, '　　').replace(/。$/, '')}。`), placed(book))

/** The printer at the left and the day at the right, a character from either edge. */
const printedLine = ({ printer = '', printDate }: OfficialPlan, book: Book): Xml => {
  const right = book.profile.page.textWidth - oneCharacter
  const day = printDate ? `${filledText(printDate, book, dateToWrite)}印发` : ''
  const tab = `<w:tabs><w:tab w:val="right" w:pos="${right}"/></w:tabs>`
  return paragraph('OfficialPrinted', run(`${filledText(printer, book, '　　')}\t${day}`), `${placed(book)}${tab}`)
}

/** Copies, printer and day of printing between rules of 0.35 mm, and of 0.25 mm between them (GB/T 9704-2012, 7.4). */
export const officialClosing = (plan: OfficialPlan, book: Book): Xml => {
  const { cc, printer, printDate } = plan
  const lines = [...(cc ? [copiesLine(cc, book)] : []), ...(printer || printDate ? [printedLine(plan, book)] : [])]
  if (lines.length === 0) return ''
  const [thick, fine] = [rule('OfficialRule', book), rule('OfficialFineRule', book)]
  return `${thick}${joined(lines.map((line, i) => (i === 0 ? line : `${fine}${line}`)))}${thick}${tableGap}`
}
