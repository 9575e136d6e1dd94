import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changedBlocks } from './changed-blocks.ts'

const blocks: fc.Arbitrary<readonly string[]> = fc.array(
  fc.constantFrom('<w:p/>', '<w:p>甲</w:p>', '<w:p>乙</w:p>', '<w:tbl/>'),
  { maxLength: 8 },
)

it('says all that there is to do, and nothing where nothing changed', () => {
  fc.assert(
    fc.property(blocks, blocks, (before, now) => {
      const done = changedBlocks(before, now).reduceRight(
        (all, change) => [...all.slice(0, change.from), ...change.now, ...all.slice(change.to)],
        before,
      )
      expect(done).toEqual(now)
      expect(changedBlocks(now, now)).toEqual([])
    }),
  )
})

it.each([
  ['one changed', ['a', 'b', 'c'], ['a', 'B', 'c'], [{ from: 1, to: 2, now: ['B'] }]],
  [
    'two changed, far apart',
    ['a', 'b', 'c'],
    ['A', 'b', 'C'],
    [0, 2].map((i) => ({ from: i, to: i + 1, now: [['A', 'b', 'C'][i]] })),
  ],
  ['one more', ['a', 'c'], ['a', 'b', 'c'], [{ from: 1, to: 1, now: ['b'] }]],
  ['one less', ['a', 'b', 'c'], ['a', 'c'], [{ from: 1, to: 2, now: [] }]],
])('%s', (_, before, now, changes) => {
  expect(changedBlocks(before, now)).toEqual(changes)
})
