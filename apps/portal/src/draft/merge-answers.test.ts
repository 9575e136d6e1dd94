import { describe, expect, it } from 'vitest'
import { changedSections, mergeAnswers } from './merge-answers.ts'

const base = { a: { x: 1, rows: [{ n: '一' }] }, b: { y: 2 } }

describe('mergeAnswers', () => {
  it('takes each section from the side that changed it', () => {
    const mine = { ...base, a: { x: 9, rows: [{ n: '一' }] } }
    const theirs = { ...base, b: { y: 8 }, c: { z: 1 } }
    expect(mergeAnswers(base, mine, theirs)).toEqual({
      answers: { a: mine.a, b: { y: 8 }, c: { z: 1 } },
      conflicts: [],
    })
  })

  it('names a section that both changed and keeps mine until one decides', () => {
    const mine = { ...base, a: { x: 9, rows: [] } }
    const theirs = { ...base, a: { x: 7, rows: [] } }
    expect(mergeAnswers(base, mine, theirs)).toEqual({ answers: mine, conflicts: ['a'] })
  })

  it('sees no conflict where both came to the same', () => {
    const mine = { ...base, b: { y: 3 } }
    expect(mergeAnswers(base, mine, structuredClone(mine)).conflicts).toEqual([])
  })

  it('keeps a section removed on one side removed', () => {
    expect(mergeAnswers(base, { a: base.a }, { ...base, a: { x: 5 } })).toEqual({
      answers: { a: { x: 5 } },
      conflicts: [],
    })
  })
})

describe('changedSections', () => {
  it('compares by value, whatever the order of properties', () => {
    expect(changedSections({ a: { x: 1, y: [1, 2] } }, { a: { y: [1, 2], x: 1 }, b: null })).toEqual(['b'])
  })
})
