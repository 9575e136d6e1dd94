import type { DraftNode } from './draft.ts'
import { captionOf, headingOf } from './heading.ts'
import { blanksIn } from './labelled-blanks.ts'
import type { OutlineBlock, OutlineParagraph } from './outline-block.ts'

/** What stands before the first heading: title, cover and filling notes. */
export interface Front {
  readonly title: readonly string[]
  readonly attachment?: string
  readonly issuer?: string
  readonly cover: readonly DraftNode[]
  /** What the office fills in, as it is to be printed: 编号： */
  readonly marks: readonly string[]
  readonly notes: readonly string[]
  /** The blocks after it. */
  readonly rest: readonly OutlineBlock[]
}

const isNotesHead = (text: string) =>
  /^(?:填\s*[写表报]\s*(?:说\s*明|要\s*求|须\s*知)|编\s*[写制]\s*(?:说\s*明|要\s*求)|注意事项)[:：]?$/.test(text)
const isOffices = (title: string) =>
  /^(?:(?:受理|申报|项目|档案|登记)?编号|(?:受理|收件|收到)(?:日期|时间|人|单位)|密级)$/.test(title)
const isSentence = (text: string) => /[。；;]$/.test(text) || text.length > 40
const isAttachment = (text: string) =>
  /^附\s*(?:[件表录]\s*[\d一二三四五六七八九十]*|[\d一二三四五六七八九十]+)\s*[:：]?$/.test(text)
const isIssuer = (text: string) => /(?:制|编制|印制)$/.test(text) && text.length <= 40
const isDated = (text: string) =>
  /^(?:[二〇○零一二三四五六七八九十\d_\s＿]*年(?:[\s\S]*月|$)|[（(][\d_\s＿]*年度?[）)]$)/.test(text) &&
  text.length <= 24

/** A paragraph that the outline's body begins with. */
const opensBody = (block: OutlineBlock): boolean => {
  if (block.is === 'grid') return true
  if (block.level !== undefined && block.level > 0 && headingOf(block.text) !== undefined) return true
  return headingOf(block.text) !== undefined && !isSentence(block.text) && !/[:：]/.test(block.text)
}

/** Splits off the front. Everything in it is optional. */
export const frontOf = (blocks: readonly OutlineBlock[]): Front => {
  const title: string[] = []
  const notes: string[] = []
  const cover: DraftNode[] = []
  const marks: string[] = []
  let [attachment, issuer, inNotes]: [string | undefined, string | undefined, boolean] = [undefined, undefined, false]
  let at = 0
  for (; at < blocks.length; at++) {
    const block = blocks[at]
    if (!block || opensBody(block) || block.is === 'grid') break
    const { text } = block
    if (text === '') continue
    if (captionOf(text)) break
    const fields = blanksIn(text, block.place)
    const isRepeatedHeading = title.length > 0 && block.level !== undefined && !isNotesHead(text)
    if (isRepeatedHeading) break
    if (isAttachment(text)) attachment = text.replace(/[\s:：]/g, '')
    else if (isNotesHead(text)) inNotes = true
    else if (inNotes) notes.push(withoutNumber(text))
    else if (fields.length > 0) {
      cover.push(...fields.filter(({ title }) => !isOffices(title)))
      marks.push(...fields.filter(({ title }) => isOffices(title)).map(({ title }) => `${title}：`))
    } else if (isIssuer(text)) issuer = text
    else if (isDated(text)) continue
    else if (isTitle(block, title)) title.push(text.replace(/\s+/g, ''))
    else if (isSentence(text)) notes.push(text)
    else break
  }
  return {
    title,
    cover,
    marks,
    notes: notes.map((note) => note.slice(0, 300)),
    rest: blocks.slice(at),
    ...(attachment && { attachment }),
    ...(issuer && { issuer }),
  }
}

const withoutNumber = (text: string) => headingOf(text)?.title || text

const isTitle = ({ text }: OutlineParagraph, title: readonly string[]) =>
  text.length <= 40 && title.length < 3 && !/[。；：:]/.test(text)
