import { expect, it } from 'vitest'
import { aboutHead } from './comment-of.ts'

it('tells of a row or column its group, and what gives its title', () => {
  const titleFrom = {
    source: 'text(basics.year + 1) + "年度"',
    term: { op: 'list', items: [] },
    type: { is: 'text' },
    reads: [],
  } as const
  expect(aboutHead({ key: 'own', title: '自筹' })).toBe('自筹')
  expect(aboutHead({ key: 'first', title: '第一年', group: '预算', titleFrom })).toBe(
    '预算：第一年（名称：text(basics.year + 1) + "年度"）',
  )
})
