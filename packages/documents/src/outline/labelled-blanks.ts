import type { DraftNode } from './draft.ts'
import { guessField, type Surroundings } from './field-guess.ts'
import { cleaned, isBlankText, isDate, isLevels, isMarkedRequired, isSpan, optionsIn, withoutOptions } from './marks.ts'

/** A field from a label and what stands in the box beside it. */
export const fieldFrom = (label: string, box: string, place: string, around: Surroundings = {}): DraftNode => {
  const name = withoutOptions(label)
  const found = guessField(optionsIn(label).length > 0 ? label : name, box, around)
  const title = cleaned(name) || '内容'
  const hint = box.trim()
  const isHint =
    cleaned(hint).length > 6 && optionsIn(box).length === 0 && ![isDate, isSpan, isLevels].some((is) => is(hint))
  return {
    title,
    keywords: { ...found.keywords, ...(isHint && { description: hint.replace(/\s+/g, ' ').slice(0, 600) }) },
    ...(found.options && { options: found.options }),
    ...(isMarkedRequired(label) && { isRequired: true }),
    evidence: { place, text: `${label} ${box}`.trim().slice(0, 80), confidence: found.confidence, why: found.why },
    ...(found.question && { question: found.question }),
    ...(found.answers && { answers: found.answers }),
  }
}

// What stands in brackets may hold a colon: 经费总额（单位：万元）：____
const label = String.raw`(?:[^\s:：_＿□☐○（(]|[（(][^）)]{0,40}[）)]){1,24}(?:\s[^\s:：_＿□☐○]{1,10})?`
const pair = new RegExp(String.raw`(${label})\s*[:：]\s*([_＿\s]*(?:[□☐○].*|[^:：]*?))(?=\s+${label}\s*[:：]|$)`, 'g')

const isYearBox = (box: string) => /^[_＿\s]*年度?$/.test(box)

/** 联系人：____ 电话：____ : the fields of a line, if a line is nothing else. */
export const blanksIn = (text: string, place: string): readonly DraftNode[] => {
  const line = text.replace(/\n/g, ' ')
  if (line.length > 200) return []
  const found = [...line.matchAll(pair)].map(([, name = '', box = '']) => ({ name, box: box.trim() }))
  const isForm = ({ box }: { box: string }) =>
    isBlankText(box) ||
    isYearBox(box) ||
    optionsIn(box).length > 1 ||
    isDate(box) ||
    isSpan(box) ||
    /[_＿]{2}/.test(box)
  return found.length > 0 && found.every(isForm) ? found.map(({ name, box }) => fieldFrom(name, box, place)) : []
}
