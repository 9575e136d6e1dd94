import type { Told } from '../finding.ts'
import type { Paragraph } from '../read-document.ts'
import { at, type Check, type Inspected, withRole } from './check.ts'

const told = (paragraph: Paragraph, code: string, found: string, wanted: string): Told => ({
  code,
  severity: 'warning',
  ...at(paragraph),
  found,
  wanted,
})

/** Indents, and text moved to the middle or the right, made of typed spaces. */
const typedSpaces = (document: Inspected): readonly Told[] =>
  withRole(document, 'body', 'heading', 'title', 'other').flatMap((paragraph) => {
    const { text } = paragraph
    // A tab before a line that has another is a stop for both ends of it.
    if (text.includes('\t', 1)) return []
    if (text.trim() === '' || !/[\u3400-\u9fff]/.test(text)) return []
    if (/^(?:　{1,2}| {2,8}|\t)\S/.test(text))
      return [told(paragraph, 'typed-indent', '用空格或制表符缩进', '用段落的首行缩进 2 字符')]
    return /^[\s　]{5,}\S/.test(text) ? [told(paragraph, 'typed-align', '用空格对齐', '用居中、右对齐或缩进')] : []
  })

const mostBlank = 2
/** A lower one keeps tables apart, and is no line. */
const lowest = 240

/** More empty lines in a row than the standard ever asks for. */
const blankLines = ({ paragraphs, roles }: Inspected): readonly Told[] => {
  let blank = 0
  return paragraphs.flatMap((paragraph, i) => {
    const isText = paragraph.stands === 'text' && roles[i] !== 'cover'
    blank = isText && paragraph.text.trim() === '' && (paragraph.look.line ?? lowest) >= lowest ? blank + 1 : 0
    if (blank !== mostBlank + 1) return []
    return [told(paragraph, 'blank-lines', '用空行排版', '用段前段后距或分页符')]
  })
}

export const checkByHand: Check = (document) => [...typedSpaces(document), ...blankLines(document)]
