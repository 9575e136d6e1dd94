import type { OfficialPlan, Section } from '@policyforms/core'
import { joined, paragraph, run, textParagraph, type Xml } from '../xml/paragraph.ts'
import { halvesOf } from '../xml/text-width.ts'
import { filledText } from './answer-text.ts'
import type { Book } from './book.ts'

const character = 320
/** For a date that nobody has given. */
export const dateToWrite = `　　　　年${'　'.repeat(2)}月${'　'.repeat(2)}日`

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
