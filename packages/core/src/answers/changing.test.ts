import { expect, it } from 'vitest'
import { changing } from './changing.ts'
import type { Answers } from './json.ts'

const given: Answers = { a: { b: 1 }, c: { rows: [{ d: 1 }, { d: 2 }] }, e: { f: 3 } }

it('changes a copy, and shares what is not on the way', () => {
  const { answers, put } = changing(given)
  put(['c', 'rows', 1, 'd'], 5)
  put(['c', 'rows', '1', 'g'], 6)
  put(['a', 'b'], undefined)
  put(['n', 'm'], 7)
  expect(answers).toEqual({ a: {}, c: { rows: [{ d: 1 }, { d: 5, g: 6 }] }, e: { f: 3 }, n: { m: 7 } })
  expect(given).toEqual({ a: { b: 1 }, c: { rows: [{ d: 1 }, { d: 2 }] }, e: { f: 3 } })
  expect(answers.e).toBe(given.e)
})

it('makes no rows, and nothing inside of what is no object', () => {
  const { answers, put } = changing(given)
  put(['c', 'rows', 2, 'd'], 5)
  put(['c', 'none', 0, 'd'], 5)
  put(['a', 'b', 'c'], 5)
  put(['x', 'y'], undefined)
  expect(answers).toEqual(given)
})

it('keeps a property named __proto__ a plain one', () => {
  const { answers, put } = changing(JSON.parse('{"a":{"__proto__":{"b":1}}}'))
  put(['a', 'c'], 1)
  expect(JSON.stringify(answers)).toBe('{"a":{"__proto__":{"b":1},"c":1}}')
})
