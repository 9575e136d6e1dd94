import fc from 'fast-check'
import { expect, it } from 'vitest'
import { amountInWords, wordsOf, yuanIn } from './amount-in-words.ts'

const digits = '零壹贰叁肆伍陆柒捌玖'
const places: Readonly<Record<string, number>> = { 仟: 1000, 佰: 100, 拾: 10 }

/** Reads 壹仟肆佰零玖 and the like, so that nothing of the writer is trusted. */
const readWhole = (words: string): number => {
  let [sum, part, digit] = [0, 0, 0]
  for (const word of words) {
    if (word === '亿') [sum, part, digit] = [(sum + part + digit) * 1e8, 0, 0]
    else if (word === '万') [sum, part, digit] = [sum + (part + digit) * 1e4, 0, 0]
    else if (places[word] !== undefined) [part, digit] = [part + digit * places[word], 0]
    else digit = digits.indexOf(word)
  }
  return sum + part + digit
}

const readCents = (words: string): number => {
  const [, sign, whole = '', tenths = '', cents = ''] =
    /^人民币(负?)(?:([^元]+)元)?零?(?:(.)角)?零?(?:(.)分)?整?$/.exec(words) ?? []
  const digit = (word: string) => Math.max(0, digits.indexOf(word || '零'))
  return (sign ? -1 : 1) * (readWhole(whole) * 100 + digit(tenths) * 10 + digit(cents))
}

it.each([
  [1409.5, '元', '人民币壹仟肆佰零玖元伍角'],
  [6007.14, '元', '人民币陆仟零柒元壹角肆分'],
  [16409.02, '元', '人民币壹万陆仟肆佰零玖元零贰分'],
  [5_000_000, '元', '人民币伍佰万元整'],
  [500, '万元', '人民币伍佰万元整'],
  [1.640902, '万元', '人民币壹万陆仟肆佰零玖元零贰分'],
  [0.3, '亿元', '人民币叁仟万元整'],
  [1.005, '元', '人民币壹元零壹分'],
  [0, '万元', '人民币零元整'],
  [-0.001, '元', '人民币零元整'],
  [-12.3, '元', '人民币负壹拾贰元叁角'],
  [100_000_001, '元', '人民币壹亿零壹元整'],
])('%d %s is %s', (value, unit, words) => {
  expect(amountInWords(value, unit)).toBe(words)
})

it('says every amount in words that mean it, with 整 after 元 and never after 分', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), (cents) => {
      const words = amountInWords(cents / 100)
      expect(readCents(words)).toBe(cents)
      expect(words).not.toMatch(/零零|[拾佰仟万亿]零元|分整|undefined|NaN/)
      expect(words.endsWith('元整')).toBe(cents % 100 === 0)
    }),
    { numRuns: 2000 },
  )
})

it('is exact in 万元', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 11 }), (cents) => {
      expect(readCents(amountInWords(cents / 1e6, '万元'))).toBe(cents)
    }),
  )
})

it('speaks only where words are asked for', () => {
  expect(wordsOf(1, { inWords: true, unit: '万元' })).toBe('人民币壹万元整')
  expect(wordsOf(1, { unit: '元' })).toBeUndefined()
  for (const value of [undefined, '一万']) expect(wordsOf(value, { inWords: true, unit: '元' })).toBeUndefined()
  expect(['万元', '人', 'constructor'].map(yuanIn)).toEqual([10_000, undefined, undefined])
})
