import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chineseDate, chineseNumber } from './chinese.ts'
import { grouped, parseNumber, placesOfNumber, roundHalfUp } from './decimal.ts'

it('rounds half up in decimal', () => {
  expect(roundHalfUp(1.005, 2)).toBe(1.01)
  expect(roundHalfUp(2.5, 0)).toBe(3)
  expect(roundHalfUp(-1.005, 2)).toBe(-1.01)
})

it('groups thousands', () => {
  expect(grouped(1234567.5, 2)).toBe('1,234,567.50')
  expect(grouped(-1000, 0)).toBe('-1,000')
  expect(grouped(0, 2)).toBe('0.00')
})

it('reads numbers as people type them', () => {
  expect(parseNumber('１，２３４．５０')).toBe(1234.5)
  expect(parseNumber(' 12 万元', '万元')).toBe(12)
  expect(parseNumber('30%', '%')).toBe(30)
  expect(parseNumber('−5')).toBe(-5)
  for (const wrong of ['', 'abc', '1e9', '1.2.3', '十二', 'NaN', 'Infinity', '0x10'])
    expect(parseNumber(wrong)).toBeUndefined()
})

it('reads back whatever it prints', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (cents) => {
      const amount = cents / 100
      expect(parseNumber(grouped(amount, 2))).toBe(amount)
    }),
  )
})

it('counts decimal places as written', () => {
  expect([1, 1.5, 0.07, 1e-7].map(placesOfNumber)).toEqual([0, 1, 2, 7])
})

it('writes Chinese numbers and cover dates', () => {
  expect([1, 10, 12, 20, 105, 110, 1001].map(chineseNumber)).toEqual([
    '一',
    '十',
    '十二',
    '二十',
    '一百零五',
    '一百一十',
    '一千零一',
  ])
  expect(chineseDate('2020-09')).toBe('二〇二〇年九月')
  expect(chineseDate('2020-10-31')).toBe('二〇二〇年十月三十一日')
})
