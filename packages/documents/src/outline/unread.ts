import type { DraftNode, Question } from './draft.ts'
import { isToFill, isTotal } from './grid-shape.ts'
import { cleaned, isDate, isLevels, isMonth, isSpan, optionsIn, unitAlone, unitCaptionIn } from './marks.ts'
import type { OutlineGrid } from './outline-block.ts'
import { signaturesIn } from './signatures.ts'

const plain = (text: string) => text.replace(/\s/g, '')

/** What is there to be filled in, added up or signed says nothing of its own. */
const isSilent = (line: string): boolean =>
  isToFill(line) ||
  isTotal(line) ||
  plain(line).length <= 2 ||
  // 2026年 and IP01: a year that became a number, the number of a row.
  /^(?:\d{4}年度?|[\p{Script=Han}A-Za-z_-]{1,6}\d{1,3})$/u.test(plain(line)) ||
  optionsIn(line).length > 0 ||
  unitAlone(line) !== undefined ||
  unitCaptionIn(line) !== undefined ||
  [isDate, isMonth, isSpan, isLevels].some((is) => is(line)) ||
  signaturesIn(line).length > 0

/** The cells of a grid of which nothing was made, each as a question: nothing is left out in silence. */
export const unreadIn = (grid: OutlineGrid, made: readonly unknown[], into: string): readonly Question[] => {
  const told = plain(JSON.stringify(made).replaceAll('\\n', ''))
  const isTold = (line: string) =>
    [line, cleaned(line)].some((text) => told.includes(JSON.stringify(plain(text).slice(0, 16)).slice(1, -1)))
  return grid.rows.flat().flatMap(({ text, place, isContinued }) => {
    const lines = text.split('\n').filter((line) => !isSilent(line) && !isTold(line))
    if (isContinued || lines.length === 0) return []
    const whole = lines.join(' ').trim()
    const evidence = { place, text: whole.slice(0, 80), confidence: 'low', why: '由人添上' } as const
    const field = (kind: string, more: DraftNode['keywords'] | object = {}): DraftNode => ({
      title: cleaned(whole).slice(0, 40) || '内容',
      keywords: { 'x-kind': kind, ...more },
      evidence,
    })
    return [
      {
        place,
        text: whole.slice(0, 60),
        question: '这一格没有读成。要不要添上？',
        answers: [
          { title: '添成单行文字', adds: { node: field('text', { maxLength: 200 }), into } },
          { title: '添成一段文字', adds: { node: field('narrative'), into } },
          { title: '不用' },
        ],
      },
    ]
  })
}
