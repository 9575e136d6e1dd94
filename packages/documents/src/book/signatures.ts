import type { Block, Field, Section, Signature } from '@policyforms/core'
import { controlOf } from '../controls/control-of.ts'
import { signatureTag } from '../controls/tag-of.ts'
import { richControl, standIn } from '../xml/control.ts'
import { joined, paragraph, run, textParagraph, type Xml } from '../xml/paragraph.ts'
import type { Book, Leaf } from './book.ts'
import { shown } from './shown.ts'

const names = { signature: '签字', seal: '盖章' } as const

/** 法定代表人（签字）：, unless the label says already what is wanted. */
const line = ({ label, by }: Signature): string => {
  const asked = by.map((one) => names[one]).filter((name) => !label.includes(name))
  return asked.length > 0 ? `${label}（${asked.join('、')}）：` : `${label}：`
}

const space = '　'
const dateToWrite = `年${space.repeat(2)}月${space.repeat(2)}日`

const dateLine = (style: string, signed: Leaf | undefined, { lists }: Book): Xml => {
  if (!signed) return textParagraph(style, dateToWrite)
  const control = controlOf(signed.field, lists)
  const text = shown(signed, lists)
  return text ? textParagraph(style, text, control) : paragraph(style, standIn(run(dateToWrite), control))
}

const block = ({ signatures, date }: Signed, sign: string, dated: string, book: Book): Xml => {
  const first = signatures.findIndex((signature) => signature.date)
  return joined(
    signatures.map(
      (signature, i) =>
        `${textParagraph(sign, line(signature), richControl(signatureTag))}${signature.date ? dateLine(dated, i === first ? date : undefined, book) : ''}`,
    ),
  )
}

/** What a section is signed with, and the date that it asks for, if that stands beside the signature. */
export interface Signed {
  readonly signatures: readonly Signature[]
  readonly date?: Leaf
}

/** The one date that a section asks for is that of its signature: nobody writes it twice. */
export const signingDate = ({ signatures }: Section, visible: readonly Block[]): Field | undefined => {
  const [date, ...more] = visible.filter((block) => block.block === 'field' && block.kind === 'date')
  return date?.block === 'field' && more.length === 0 && signatures.some((one) => one.date) ? date : undefined
}

/** Lines to be signed and sealed by hand, below running text. */
export const signatureLines = (signed: Signed, book: Book): Xml => block(signed, 'Sign', 'SignDate', book)
/** The same, for the last box of a base table. */
export const signatureBox = (signed: Signed, book: Book): Xml => block(signed, 'BoxSign', 'BoxSignDate', book)
