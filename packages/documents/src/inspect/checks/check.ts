import { quoteOf, type Standard, type Told } from '../finding.ts'
import type { Paragraph, WordDocument } from '../read-document.ts'
import type { Role } from '../roles.ts'

/** What every check is given. */
export interface Inspected extends WordDocument {
  readonly standard: Standard
  readonly roles: readonly Role[]
}

export type Check = (document: Inspected) => readonly Told[]

/** Where a fault of a paragraph is. */
export const at = ({ place, text }: Paragraph) => ({ place, quote: quoteOf(text) })

/** Paragraphs of some roles, in order. */
export const withRole = ({ paragraphs, roles }: Inspected, ...wanted: readonly Role[]): readonly Paragraph[] =>
  paragraphs.filter((_, i) => {
    const role = roles[i]
    return role !== undefined && wanted.includes(role)
  })

const names: Readonly<Record<string, string>> = {
  36: '小初',
  26: '一号',
  24: '小一',
  22: '二号',
  18: '小二',
  16: '三号',
  15: '小三',
  14: '四号',
  12: '小四',
  10.5: '五号',
  9: '小五',
}

/** 三号（16 磅）, as offices name sizes. */
export const sizeName = (points: number): string =>
  names[points] ? `${names[points]}（${points} 磅）` : `${points} 磅`
