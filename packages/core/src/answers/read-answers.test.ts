import { describe, expect, it } from 'vitest'
import { MissingBase, readAnswers } from './read-answers.ts'

const files = {
  'complete.json': { a: { b: 1 } },
  'changed.json': { from: 'complete.json', set: { '/a/c': 2 } },
  'loop.json': { from: 'other.json' },
  'other.json': { from: 'loop.json' },
}
const other = (name: string) => new Map(Object.entries(files)).get(name)

describe('readAnswers', () => {
  it('follows one change after another', () => {
    const content = { from: 'changed.json', set: { '/a/b': 3 }, issues: [{ code: 'required', at: '/a/d' }] }
    const expected = { answers: { a: { b: 3, c: 2 } }, expected: [{ code: 'required', at: '/a/d' }], lost: [] }
    expect(readAnswers(content, other)).toEqual(expected)
  })

  it('tells of changes to rows that are not there', () => {
    const base = { from: 'complete.json', set: { '/rows': [{}], '/rows/0/n': 1, '/rows/1': {}, '/rows/x/n': 2 } }
    expect(readAnswers(base, other)).toEqual({
      answers: { a: { b: 1 }, rows: [{ n: 1 }] },
      lost: [
        { at: '/rows/1', list: '/rows', rows: 1 },
        { at: '/rows/x/n', list: '/rows', rows: 1 },
      ],
    })
  })

  it.each(['nowhere.json', 'loop.json'])('refuses to build on %s', (from) => {
    expect(() => readAnswers({ from }, other)).toThrow(MissingBase)
  })
})
