import type { Signature } from '@policyforms/core'
import { textParagraph, type Xml } from '../xml/paragraph.ts'

const names = { signature: '签字', seal: '盖章' } as const

/** 法定代表人（签字）：, unless the label says already what is wanted. */
const line = ({ label, by }: Signature): string => {
  const asked = by.map((one) => names[one]).filter((name) => !label.includes(name))
  return asked.length > 0 ? `${label}（${asked.join('、')}）：` : `${label}：`
}

const space = '　'
const dateToWrite = `年${space.repeat(2)}月${space.repeat(2)}日`

const block = (signatures: readonly Signature[], sign: string, date: string): Xml =>
  signatures
    .map(
      (signature) => `${textParagraph(sign, line(signature))}${signature.date ? textParagraph(date, dateToWrite) : ''}`,
    )
    .join('')

/** Lines to be signed and sealed by hand, below running text. */
export const signatureLines = (signatures: readonly Signature[]): Xml => block(signatures, 'Sign', 'SignDate')
/** The same, for the last box of a base table. */
export const signatureBox = (signatures: readonly Signature[]): Xml => block(signatures, 'BoxSign', 'BoxSignDate')
