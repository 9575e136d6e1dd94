import { expect, it } from 'vitest'
import { pageStarts } from './break-pages.ts'

/** Pieces one below the other, by their heights; a negative one is joined to the row above it. */
const pieces = (heights: readonly number[]) => {
  let top = 0
  return heights.map((height) => {
    const piece = { top, bottom: top + Math.abs(height), isJoined: height < 0 }
    top = piece.bottom
    return piece
  })
}

it.each([
  ['all on one page', [40, 60], []],
  ['a piece that does not fit begins the next page', [40, 50, 20, 80, 1], [2, 4]],
  ['one that is longer than a page stays alone', [10, 250, 10], [1, 2]],
  ['rows that a cell spans stay together', [40, 30, -20, -20, 10], [1]],
  ['unless they are longer than a page', [60, -60, -60], [1, 2]],
])('%s', (_, heights, starts) => {
  expect(pageStarts(pieces(heights), 100)).toEqual(starts)
})
