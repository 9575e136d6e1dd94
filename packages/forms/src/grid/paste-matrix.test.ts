import type { Matrix, MatrixLine } from '@policyforms/core'
import { expect, test } from 'vitest'
import { pasteMatrix } from './paste-matrix.ts'

const line = (key: string): MatrixLine => ({ key, title: key, of: [key], isSum: false })
const sum = (key: string, of: readonly string[]): MatrixLine => ({ key, title: key, of, isSum: true })
const lines = {
  rows: [sum('direct', ['gear', 'travel']), line('gear'), line('travel'), line('office')],
  columns: [line('plan'), line('next'), sum('all', ['plan', 'next'])],
}
const cell = { block: 'field', kind: 'money', key: 'cell', title: '金额', path: ['m', '*', '*'], places: 2 } as const
// What pasting reads of a matrix.
const matrix = { block: 'matrix', key: 'm', path: ['m'], cell } as unknown as Matrix
const paste = (text: string, row = 0, column = 0, before = {}) =>
  pasteMatrix(
    matrix,
    lines,
    before,
    text.split('\n').map((one) => one.split('\t')),
    { row, column },
    {},
  )

test.each([
  [
    'answers alone',
    '1\t2\n3\t4\n5\t6',
    { gear: { plan: 1, next: 2 }, travel: { plan: 3, next: 4 }, office: { plan: 5, next: 6 } },
  ],
  ['with the sums of its columns', '1\t2\t3\n3\t4\t7', { gear: { plan: 1, next: 2 }, travel: { plan: 3, next: 4 } }],
  ['with a row of column heads', 'plan\tnext\n1\t2', { gear: { plan: 1, next: 2 } }],
])('%s', (_, text, value) => {
  expect(paste(text)).toMatchObject({ value, unread: 0, outside: [], isSummedOtherwise: false })
})

test('what stands beside the block and what the matrix has no row for stays', () => {
  const before = { gear: { plan: 9, next: 9 }, office: { next: 1 }, older: 'kept' }
  expect(paste('\n2', 1, 0, before).value).toEqual({ ...before, office: { plan: 2, next: 1 } })
})

test('sums that are others are not written, and told', () => {
  expect(paste('1\t2\t8')).toMatchObject({ value: { gear: { plan: 1, next: 2 } }, cells: 2, isSummedOtherwise: true })
})

test('what falls outside is told', () => {
  expect(paste('1\n2', 2)).toMatchObject({ value: { office: { plan: 1 } }, outside: ['2'] })
})
