import { expect, it } from 'vitest'
import type { Row } from './table.ts'
import { united } from './united.ts'

const row = (...spans: readonly number[]): Row => ({ cells: spans.map((span) => ({ content: '', span })) })
const spansOf = ({ cells }: Row) => cells.map(({ span }) => span)

it('lays rows over different columns on the edges of all', () => {
  const { widths, rows } = united([
    { widths: [300, 700], rows: [row(1, 1), row(2)] },
    { widths: [300, 200, 500], rows: [row(1, 1, 1)] },
    { widths: [600, 400], rows: [row(1, 1)] },
  ])
  expect(widths).toEqual([300, 200, 100, 400])
  expect(rows.map(spansOf)).toEqual([[1, 3], [4], [1, 1, 2], [3, 1]])
})

it('takes edges that nearly meet for one, and leaves rows over the same columns alone', () => {
  const near = united([
    { widths: [300, 700], rows: [row(1, 1)] },
    { widths: [320, 678], rows: [row(1, 1)] },
  ])
  expect(near.widths).toEqual([300, 698])
  expect(near.rows.map(spansOf)).toEqual([
    [1, 1],
    [1, 1],
  ])
  const same = [row(1, 1)]
  expect(united([{ widths: [1, 2], rows: same }])).toEqual({ widths: [1, 2], rows: same })
})
