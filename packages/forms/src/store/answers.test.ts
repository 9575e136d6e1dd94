import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withPlace } from './place.ts'
import { reuse } from './reuse.ts'

test('a row that is only displayed comes into being when it is typed into', () => {
  expect(withPlace(undefined, ['s', 'rows', 2, 'name'], '丙')).toEqual({ s: { rows: [{}, {}, { name: '丙' }] } })
})

test('taking a value away removes its property and keeps its row', () => {
  expect(withPlace({ s: { rows: [{ name: '甲' }] } }, ['s', 'rows', 0, 'name'], undefined)).toEqual({
    s: { rows: [{}] },
  })
})

test('what is not on the way is shared', () => {
  const before = { a: { x: 1 }, b: { y: 2 } }
  const after = withPlace(before, ['a', 'x'], 3)
  expect(after).toEqual({ a: { x: 3 }, b: { y: 2 } })
  expect(Object(after).b).toBe(before.b)
})

test('reuse says the same and is the same thing where nothing changed', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, next) => {
      expect(reuse(before, next)).toEqual(next)
      expect(reuse(next, structuredClone(next))).toBe(next)
    }),
  )
})

test('reuse keeps the rows that have not changed', () => {
  const before = [{ a: 1 }, { a: 2 }, { a: 3 }]
  const after = reuse(before, [{ a: 1 }, { a: 5 }, { a: 3 }])
  expect(after[0]).toBe(before[0])
  expect(after[1]).not.toBe(before[1])
  expect(after[2]).toBe(before[2])
})
