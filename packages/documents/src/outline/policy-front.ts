import type { PolicyNamed } from '@policyforms/core'
import { headingOf } from './heading.ts'
import type { OutlineBlock, OutlineParagraph } from './outline-block.ts'

export interface PolicyFront {
  readonly named: PolicyNamed
  /** Where that was read: none of it is a clause. */
  readonly places: ReadonlySet<string>
}

const numberMark = /[\u4e00-\u9fff]{2,12}[〔［[（(]\d{4}[〕］\]）)]\s*第?\d+号/
const dateMark = /(\d{4})年(\d{1,2})月(\d{1,2})日/
const ownDate = new RegExp(`^[（(]?${dateMark.source}(?:[^。；]{0,20}[）)])?$`)
const named =
  /(?:办法|规定|细则|方案|意见|指引|指南|通知|条例|措施|规划|计划|要点|规程|规范|标准|决定|公告|章程|政策)(?:[（(][^（()）]{1,12}[）)])?$/
const office = /(?:厅|局|委|部|院|会|政府|办公室|办公厅|中心)$/
const handedOn = /^(.{2,40}?)?关于(?:印发|发布|公布)《(.+)》的(?:通知|公告)$/

const isLine = (text: string) => text.length <= 60 && !/[。；：:，,]/.test(text.replace(/[（(].*[）)]/, ''))

const dateIn = (text: string): string | undefined => {
  const [, year, month = '', day = ''] = dateMark.exec(text) ?? []
  return year && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

const unspaced = (text: string) => text.replace(/\s+/g, '')

interface Line {
  readonly text: string
  readonly places: readonly string[]
}

const ends = [named, numberMark, dateMark, office]

/** A name that is broken over lines is one. */
const joined = (paragraphs: readonly OutlineParagraph[]): readonly Line[] => {
  const lines: Line[] = []
  for (const { text, place } of paragraphs) {
    const last = lines.at(-1)
    const isMore = last !== undefined && isLine(last.text) && !ends.some((end) => end.test(last.text))
    const both = `${last?.text}${unspaced(text)}`
    const isWhole = isMore && (named.test(unspaced(text)) || /^关于/.test(unspaced(text))) && both.length <= 80
    if (last && isWhole) lines[lines.length - 1] = { text: both, places: [...last.places, place] }
    else lines.push({ text: unspaced(text), places: [place] })
  }
  return lines
}

/** Who signs stands above the date. */
const signedBy = (paragraphs: readonly OutlineParagraph[], at: number): OutlineParagraph | undefined => {
  const above = paragraphs[at - 1]
  return above && isLine(above.text) && office.test(unspaced(above.text)) ? above : undefined
}

/** What a policy's text says of the policy: its name and number before the first clause, its date and who signs it. */
export const policyFront = (blocks: readonly OutlineBlock[]): PolicyFront => {
  const paragraphs = blocks.filter((block) => block.is === 'paragraph').filter(({ text }) => text.trim() !== '')
  const first = paragraphs.findIndex(({ text }) => headingOf(text) !== undefined)
  const front = joined(paragraphs.slice(0, first < 0 ? 12 : first))
  const names = front.filter(({ text }) => named.test(text) && isLine(text.replace(/《.*》/, '')))
  const title = names.findLast(({ text }) => !/通知$/.test(text)) ?? names.at(-1)
  const notice = names.flatMap(({ text }) => [handedOn.exec(text) ?? []]).find(([all]) => all)
  const numbered = front.find(({ text }) => text.length <= 50 && numberMark.test(text) && !/[《》。]/.test(text))
  const datedAt = paragraphs.findLastIndex(({ text }) => ownDate.test(unspaced(text)))
  const dated = paragraphs[datedAt]
  const signed = signedBy(paragraphs, datedAt)
  const number = numbered && numberMark.exec(numbered.text)?.[0]
  const date = dateIn(unspaced(dated?.text ?? '')) ?? dateIn(numbered?.text ?? '')
  const issuer =
    notice?.[1] ??
    (signed && unspaced(signed.text)) ??
    /^(.{2,40}?(?:厅|局|委|部|政府|办公厅|委员会))关于/.exec(title?.text ?? '')?.[1]
  const own = title && (handedOn.exec(title.text)?.[2] ?? title.text)
  return {
    named: { ...(own && { title: own }), ...(number && { number }), ...(issuer && { issuer }), ...(date && { date }) },
    places: new Set([
      ...names.flatMap(({ places }) => places),
      ...(numbered?.places ?? []),
      ...[dated, signed].flatMap((one) => one?.place ?? []),
    ]),
  }
}
