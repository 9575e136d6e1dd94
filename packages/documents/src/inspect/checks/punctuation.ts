import type { Told } from '../finding.ts'
import type { Paragraph } from '../read-document.ts'
import { at, type Check, withRole } from './check.ts'

interface Mark {
  readonly code: string
  readonly pattern: RegExp
  readonly found: (match: string) => string
  readonly wanted: string
}

const han = '\\u3400-\\u9fff'

/** Marks of GB/T 15834 that people type half wide. Beside Latin text and figures they may stand as they are. */
const marks: readonly Mark[] = [
  {
    code: 'half-width',
    pattern: new RegExp(`[${han}”》）][,;:!?]|[,;!?](?=[${han}“《（])`),
    found: (match) => `半角标点“${match.replace(new RegExp(`[${han}]`, 'g'), '')}”`,
    wanted: '中文里用全角标点',
  },
  {
    code: 'half-brackets',
    pattern: new RegExp(`\\([^()]*[${han}][^()]*\\)|[${han}]\\([^()]*\\)`),
    found: () => '半角括号“()”',
    wanted: '用全角括号“（）”',
  },
  {
    code: 'straight-quotes',
    pattern: new RegExp(`"[^"]*[${han}][^"]*"|[${han}]["']|["'][${han}]`),
    found: () => '直引号',
    wanted: '用“ ”和‘ ’',
  },
  {
    code: 'dots',
    pattern: new RegExp(`[${han}](?:\\.{3,}|。{2,})`),
    found: (match) => `“${match.slice(1)}”`,
    wanted: '省略号用“……”',
  },
  { code: 'dash', pattern: new RegExp(`[${han}]--+[${han}]`), found: () => '“--”', wanted: '破折号用“——”' },
  {
    code: 'spaces-inside',
    pattern: new RegExp(`[${han}] {1,}[，。；：、）]|[（“《] +[${han}]`),
    found: () => '标点旁有空格',
    wanted: '标点前后不空格',
  },
]

const isOpen = (text: string): boolean => {
  const count = (mark: string) => text.split(mark).length - 1
  return count('“') !== count('”') || count('（') !== count('）')
}

const faultsOf = (paragraph: Paragraph): readonly Told[] => {
  const { text } = paragraph
  const told = (code: string, found: string, wanted: string): Told => ({
    code,
    severity: 'warning',
    ...at(paragraph),
    found,
    wanted,
    clause: 'GB/T 15834',
  })
  return [
    ...marks.flatMap(({ code, pattern, found, wanted }) => {
      const match = pattern.exec(text)?.[0]
      return match === undefined ? [] : [told(code, found(match), wanted)]
    }),
    ...(isOpen(text) ? [told('unpaired', '引号或括号不成对', '引号、括号成对使用')] : []),
  ]
}

/** Full-width punctuation in Chinese text, in tables too. Contents repeat what headings say. */
export const checkPunctuation: Check = (document) =>
  withRole(document, 'cover', 'title', 'heading', 'body', 'table', 'other').flatMap(faultsOf)
