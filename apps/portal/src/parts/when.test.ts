import { expect, it } from 'vitest'
import { clockWords, sinceWords } from './when.tsx'

const now = new Date(2026, 2, 10, 9, 30)

it.each([
  [new Date(2026, 2, 10, 9, 29, 40), '刚刚'],
  [new Date(2026, 2, 10, 9, 25), '5分钟前'],
  [new Date(2026, 2, 10, 8, 5), '今天 08:05'],
  [new Date(2026, 2, 9, 17, 40), '昨天 17:40'],
  [new Date(2026, 1, 3, 17, 40), '2月3日'],
  [new Date(2024, 1, 3, 17, 40), '2024年2月3日'],
  [new Date(2026, 2, 10, 9, 31), '刚刚'],
])('%s is %s', (then, words) => {
  expect(sinceWords(then, now)).toBe(words)
})

it('names the day of a clock time only when it was not today', () => {
  expect(clockWords(new Date(2026, 2, 10, 8, 5), now)).toBe('08:05')
  expect(clockWords(new Date(2026, 2, 9, 23, 59), now)).toBe('3月9日 23:59')
})
