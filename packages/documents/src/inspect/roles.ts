import type { Standard } from './finding.ts'
import type { Paragraph, WordDocument } from './read-document.ts'

/** What a paragraph is on the page, as a reader sees it. */
export type Role = 'cover' | 'title' | 'heading' | 'contents' | 'body' | 'table' | 'other'

const number = '[一二三四五六七八九十百〇零]+'

/** The forms of numbering, by level, and what people write instead of them. */
export const numbering = [
  { level: 1, right: new RegExp(`^${number}、`), wrong: new RegExp(`^${number}[.．,，](?!\\d)`), wanted: '一、' },
  {
    level: 2,
    right: new RegExp(`^（${number}）(?![、.．])`),
    wrong: new RegExp(`^(?:[(]${number}[)）]|（${number}[)]|（${number}）[、.．])`),
    wanted: '（一）',
  },
  { level: 3, right: /^\d{1,3}[.．](?![\d、])/, wrong: /^\d{1,3}(?:、|[.．]、)/, wanted: '1.' },
  {
    level: 4,
    right: /^（\d{1,3}）(?![、.．])/,
    wrong: /^(?:[(]\d{1,3}[)）]|（\d{1,3}[)]|（\d{1,3}）[、.．])/,
    wanted: '（1）',
  },
] as const

export const numberedLevel = (text: string): number | undefined =>
  numbering.find(({ right, wrong }) => right.test(text) || wrong.test(text))?.level

const longestHeading = 40
const isShort = (text: string) => text.length <= longestHeading && !/[。；！？]/.test(text.slice(0, -1))
/** Pages before the text, and lines to be signed, are set as each office likes. */
const front = /^(?:目\s*录|填\s*[写报]\s*说\s*明|编\s*写\s*说\s*明)$/
const toSign = /^.{1,30}[：:]$/
const isListed = (style: string) => /^toc|目录/i.test(style)
const titleSize = 18

/** The red name of the issuer, and the line of the document's number. */
const isHead = ({ type, text }: Paragraph) =>
  /^[c-f][0-9a-f][0-3][0-9a-f][0-3][0-9a-f]$/i.test(type.colour ?? '') ||
  /^\s*\S{1,20}〔\s*\d{0,4}\s*〕\s*\d*\s*号/.test(text)

/** A heading says so, or is a short line with a number of the first two levels in front. */
const isHeading = ({ look, text }: Paragraph) =>
  look.level !== undefined || ((numberedLevel(text.trim()) ?? 3) <= 2 && isShort(text.trim()))

/** The first page set-up is a cover if it has no page numbers and others follow. */
const hasCover = ({ setUps }: WordDocument) => setUps.length > 1 && setUps[0]?.footers.odd === undefined

export const rolesOf = (document: WordDocument): readonly Role[] => {
  const covered = hasCover(document)
  let isTitled = false
  return document.paragraphs.map((paragraph): Role => {
    const { stands, style, look, type, setUp } = paragraph
    const text = paragraph.text.trim()
    if (covered && setUp === 0) return 'cover'
    if (stands !== 'text') return stands === 'table' ? 'table' : 'other'
    if (isListed(style)) return 'contents'
    if (front.test(text) || toSign.test(text)) return 'other'
    if (isHeading(paragraph)) return 'heading'
    if (isHead(paragraph)) return 'other'
    if (!isTitled && text !== '' && look.align === 'center' && (type.size ?? 0) >= titleSize) {
      isTitled = true
      return 'title'
    }
    const isAside = look.align === 'center' || look.align === 'right'
    return isAside || text.length < 12 ? 'other' : 'body'
  })
}

/** Words by which an application book tells itself from an official document. */
const bookNames = /(?:申报|申请|任务|意向|推荐|评估|考核|核对|自评)(?:书|表)|填写说明/
const mostInTables = 0.35

/** What a file is meant to be, where the caller does not say. */
export const standardOf = (document: WordDocument): Standard => {
  const lengthOf = (paragraphs: readonly Paragraph[]) => paragraphs.reduce((sum, { text }) => sum + text.length, 0)
  const inTables = lengthOf(document.paragraphs.filter(({ stands }) => stands === 'table'))
  const opening = document.paragraphs.slice(0, 12).map(({ text }) => text)
  if (hasCover(document) || opening.some((text) => bookNames.test(text))) return 'book'
  return inTables > mostInTables * lengthOf(document.paragraphs) ? 'book' : 'report'
}
