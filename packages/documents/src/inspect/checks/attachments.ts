import type { Told } from '../finding.ts'
import type { Paragraph } from '../read-document.ts'
import { at, type Check, withRole } from './check.ts'

const clause = '7.3.4'
const isNote = (text: string) => /^附\s*件\s*[:：]/.test(text)
const isMark = (text: string) => /^附\s*件\s*(?:\d+|[一二三四五六七八九十]+)?\s*[:：]?$/.test(text)

const told = (paragraph: Paragraph, code: string, found: string, wanted: string): Told => ({
  code,
  severity: 'error',
  ...at(paragraph),
  found,
  wanted,
  clause,
})

/** 附件：1.名称, without a mark at its end. */
const noteFaults = (paragraph: Paragraph): readonly Told[] => {
  const text = paragraph.text.trim()
  return [
    ...(/^附\s*件\s*:/.test(text)
      ? [told(paragraph, 'attachment-colon', '“附件”后用半角冒号', '“附件”后标全角冒号')]
      : []),
    ...(/[：:]\s*(?:\d+、|[（(]\d+[)）]|[一二三]、)/.test(text)
      ? [told(paragraph, 'attachment-number', '附件序号不是“1.”', '附件：1.××××')]
      : []),
    ...(/[。；;，,.]$/.test(text)
      ? [told(paragraph, 'attachment-end', '附件名称后有标点', '附件名称后不加标点符号')]
      : []),
  ]
}

/** 附件1 at the top left of its first page, in 黑体. */
const markFaults = (paragraph: Paragraph): readonly Told[] => {
  const { eastAsia } = paragraph.type
  return [
    ...(/[:：]$/.test(paragraph.text.trim())
      ? [told(paragraph, 'attachment-mark', '附件序号后有冒号', '写作“附件1”，不加冒号')]
      : []),
    ...(eastAsia !== undefined && !/黑/.test(eastAsia)
      ? [told(paragraph, 'attachment-font', `“附件”用${eastAsia}`, '“附件”二字及顺序号用3号黑体顶格')]
      : []),
  ]
}

export const checkAttachments: Check = (document) =>
  withRole(document, 'body', 'other', 'heading').flatMap((paragraph) => {
    const text = paragraph.text.trim()
    if (isMark(text) && paragraph.look.level === undefined) return markFaults(paragraph)
    return isNote(text) ? noteFaults(paragraph) : []
  })
