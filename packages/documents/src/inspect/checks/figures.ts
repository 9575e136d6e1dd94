import type { Told } from '../finding.ts'
import { at, type Check, withRole } from './check.ts'

interface Form {
  readonly code: string
  readonly pattern: RegExp
  readonly wanted: string
  readonly clause: string
}

const forms: readonly Form[] = [
  { code: 'date', pattern: /\d{4}年(?:0\d月|\d{1,2}月0\d日)/, wanted: '月、日不编虚位：2020年9月9日', clause: '7.3.5' },
  {
    code: 'date',
    pattern: /(?<![\d.])(?:19|20)\d{2}([./-])\d{1,2}\1\d{1,2}(?![\d.])/,
    wanted: '写作 2020年9月9日',
    clause: '7.3.5',
  },
  { code: 'date', pattern: /(?<![\d年])(?:'|‘|’)?\d{2}年\d{1,2}月/, wanted: '年份用四位数字', clause: '7.3.5' },
  {
    code: 'document-number',
    pattern: /[\u3400-\u9fff][[(（【［](?:19|20)\d{2}[\])）】］]\s*第?\s*\d+\s*号/,
    wanted: '年份用六角括号：×发〔2020〕9号',
    clause: '7.2.5',
  },
  {
    code: 'document-number',
    pattern: /〔\d{4}〕\s*(?:第\s*\d+|0\d*)\s*号/,
    wanted: '发文顺序号不加“第”，不编虚位',
    clause: '7.2.5',
  },
]

/** Dates and document numbers. A cover writes its year in Chinese numerals, which none of these forms are. */
export const checkFigures: Check = (document) =>
  withRole(document, 'cover', 'title', 'heading', 'body', 'table', 'other').flatMap((paragraph) =>
    forms.flatMap(({ code, pattern, wanted, clause }): readonly Told[] => {
      const match = pattern.exec(paragraph.text)?.[0]
      if (match === undefined) return []
      return [{ code, severity: 'error', ...at(paragraph), found: `写作“${match}”`, wanted, clause }]
    }),
  )
