import type { Told } from '../finding.ts'
import type { Paragraph } from '../read-document.ts'
import { numbering } from '../roles.ts'
import { at, type Check, withRole } from './check.ts'

const clause = '7.3.3'

/** 一. （一）、 (一) 1、 (1): told wherever a paragraph of the text begins so. */
export const checkNumbering: Check = (document) =>
  withRole(document, 'heading', 'body', 'other').flatMap((paragraph) => {
    const text = paragraph.text.trim()
    const form = numbering.find(({ wrong }) => wrong.test(text))
    if (!form) return []
    return [
      {
        code: 'numbering',
        severity: 'error',
        ...at(paragraph),
        found: `序号写作“${form.wrong.exec(text)?.[0]}”`,
        wanted: `第${'一二三四'[form.level - 1]}层用“${form.wanted}”`,
        clause,
      },
    ]
  })

const digits = '零一二三四五六七八九'

/** 二十三 → 23; 〇 and 零 count as nothing. */
const countOf = (text: string): number => {
  const [, words = ''] = /^（?([一二三四五六七八九十百〇零]+|\d+)/.exec(text) ?? []
  if (/^\d/.test(words)) return Number(words)
  const [, tens, rest = ''] = /^(?:(.?)十)?(.?)$/.exec(words.replace('百', '')) ?? []
  const digit = (word: string) => Math.max(0, digits.indexOf(word))
  return (tens === undefined ? 0 : (tens === '' ? 1 : digit(tens)) * 10) + (rest === '' ? 0 : digit(rest))
}

interface Numbered {
  readonly paragraph: Paragraph
  readonly level: number
  readonly count: number
}

const numbered = (paragraph: Paragraph): readonly Numbered[] => {
  const text = paragraph.text.trim()
  const form = numbering.find(({ right }) => right.test(text))
  return form ? [{ paragraph, level: form.level, count: countOf(text) }] : []
}

/** Levels in their order, and no number left out. A level may be counted on across the one above it. */
export const checkOrder: Check = (document) => {
  const last = new Map<number, number>()
  let above = 0
  return withRole(document, 'heading')
    .flatMap(numbered)
    .flatMap(({ paragraph, level, count }): readonly Told[] => {
      const before = last.get(level) ?? 0
      const jump = level > above + 1 ? `“${numbering[level - 1]?.wanted}”前面没有上一层` : undefined
      const isNext = count === before + 1 || count === 1
      last.set(level, count)
      above = level
      const fault = (code: string, found: string, wanted: string): Told => ({
        code,
        severity: 'warning',
        ...at(paragraph),
        found,
        wanted,
        clause,
      })
      return [
        ...(jump ? [fault('level-order', jump, '层次依次用“一、”“（一）”“1.”“（1）”')] : []),
        ...(isNext ? [] : [fault('number-order', `序号从 ${before} 到 ${count}`, `序号接着写 ${before + 1}`)]),
      ]
    })
}
