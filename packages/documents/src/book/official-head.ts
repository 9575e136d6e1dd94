import type { OfficialPlan } from '@policyforms/core'
import { officialTitleSizes } from '../layout/official-styles.ts'
import { balancedLines } from '../xml/balanced-lines.ts'
import { joined, paragraph, run, textParagraph, type Xml } from '../xml/paragraph.ts'
import { halvesOf } from '../xml/text-width.ts'
import { filledText } from './answer-text.ts'
import type { Book } from './book.ts'

/** 35 mm: from the top of the text area to the name of the issuer (GB/T 9704-2012, 7.2.4). */
const aboveIssuer = 1984
const room = '　　'
const oneCharacter = 320

/** Copy number, secrecy and urgency, one below the other at the top left (7.2.1 to 7.2.3). */
const marks = ({ copy, secrecy, urgency }: OfficialPlan, book: Book): readonly Xml[] => [
  ...(copy ? [textParagraph('OfficialCopy', filledText(copy, book, room))] : []),
  ...[secrecy, urgency].flatMap((mark) => (mark ? [textParagraph('OfficialMark', filledText(mark, book, room))] : [])),
]

/** As large as one line allows. */
const issuerLine = (issuer: string, linesAbove: number, { profile }: Book): Xml => {
  const size = officialTitleSizes.findIndex((points) => halvesOf(issuer) * points * 10 <= profile.page.textWidth)
  const style = `OfficialIssuer${size < 0 ? officialTitleSizes.length : size + 1}`
  const before = Math.max(0, aboveIssuer - linesAbove * profile.grid.linePitch)
  return paragraph(style, run(issuer), `<w:spacing w:before="${before}"/>`)
}

/** The number in the middle; with a signer, it goes left and the signer right (7.2.5, 7.2.6). */
const numberLine = ({ number = '', signer }: OfficialPlan, book: Book): Xml => {
  // A field of a year prints 2025年; in a number it is 〔2025〕.
  const text = filledText(number, book, room).replace(/(?<=〔[^〕]{4})年(?=〕)/, '')
  if (!signer) return textParagraph('OfficialNumber', text)
  const name = filledText(signer, book, room.repeat(2))
  // Tabs, not indents: the rule below would begin at an indent.
  const right = book.profile.page.textWidth - oneCharacter
  const tabs = `<w:tabs><w:tab w:val="left" w:pos="${oneCharacter}"/><w:tab w:val="right" w:pos="${right}"/></w:tabs>`
  const line = `${run(`\t${text}\t签发人：`)}${run(name, 'Kai')}`
  return paragraph('OfficialNumber', line, `${tabs}<w:jc w:val="left"/>`)
}

/** Lines of a title are broken between words, and about equally long (7.3.1). */
export const titleText = (title: string, { profile }: Book): string =>
  balancedLines(title, profile.page.textWidth / (profile.title * 10) - 2).join('\n')

/** Red head, title and addressee: what stands above the text of an official document. */
export const officialHead = (plan: OfficialPlan, book: Book): Xml => {
  const above = marks(plan, book)
  const issuer = plan.issuer ? issuerLine(filledText(plan.issuer, book, '×××'), above.length, book) : ''
  const title = titleText(filledText(plan.title ?? book.template.title, book, '×××'), book)
  const addressee = plan.addressee ? textParagraph('OfficialAddressee', filledText(plan.addressee, book, room)) : ''
  const line = issuer ? numberLine(plan, book) : ''
  return `${joined(above)}${issuer}${line}${textParagraph(issuer ? 'OfficialTitle' : 'BookTitle', title)}${addressee}`
}
