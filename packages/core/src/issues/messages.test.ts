import { describe, expect, it } from 'vitest'
import { en, english, shapesEn } from './en.ts'
import { answerCodes, caseCodes, documentCodes, packCodes, workbookCodes } from './issue.ts'
import { sentence } from './sentence.ts'
import { shapesZh, zhCN } from './zh-CN.ts'

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

describe('sentences', () => {
  it('exist for every code in both languages, with the same placeholders', () => {
    const codes = [...answerCodes, ...workbookCodes, ...documentCodes, ...packCodes, ...caseCodes].sort()
    expect(Object.keys(zhCN).sort()).toEqual(codes)
    expect(Object.keys(en).sort()).toEqual(codes)
    for (const code of codes) expect(placeholders(en[code]), code).toEqual(placeholders(zhCN[code]))
    expect(Object.keys(shapesEn)).toEqual(Object.keys(shapesZh))
  })

  it('use full-width punctuation in Chinese', () => {
    for (const text of Object.values(zhCN))
      expect(text.replace(/\(a\+\)\+/, '')).not.toMatch(/[\u4e00-\u9fff][,:;?!()]/)
  })

  it('put params in and leave out a suggestion that there is none of', () => {
    expect(sentence({ code: 'too-large', params: { limit: 12 } })).toBe('不能大于 12')
    expect(sentence({ code: 'too-large', params: { limit: 12 } }, english)).toMatch(/^[ -~]*12[ -~]*$/)
    expect(sentence({ code: 'type', params: { expected: 'number' } })).toBe('内容的形式不对，应为数字')
    expect(sentence({ code: 'unknown-keyword', params: { keyword: 'x-unt', suggestion: 'x-unit' } })).toBe(
      '没有“x-unt”这个关键字，是否想写“x-unit”',
    )
    expect(sentence({ code: 'unknown-keyword', params: { keyword: 'zzz', suggestion: '' } })).toBe(
      '没有“zzz”这个关键字',
    )
  })
})
