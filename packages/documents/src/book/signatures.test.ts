import { expect, it } from 'vitest'
import { readBook } from '../reading/read-book.ts'
import { field, section, template } from '../sample/blocks.ts'
import { paragraphsOf, readBlocks, tablesOf } from '../sample/read-word.ts'
import { writeWord } from '../write-word.ts'

const today = '2026-05-01'
const signatures = [
  { label: '专家组组长', by: ['signature'], date: true },
  { label: '第三方机构', by: ['seal'], date: true },
] as const

const opinion = (...dates: readonly string[]) =>
  template([
    section('s', '', '评审意见', [field('text', 'text', '意见'), ...dates.map((key) => field(key, 'date', key))], {
      signatures,
    }),
  ])

const cellsOf = (file: Uint8Array) => tablesOf(readBlocks(file))[0]?.rows ?? []

it('has the one date that a section asks for beside the first signature with a date, and not a second time', async () => {
  const file = await writeWord(opinion('日期'), { s: { text: '同意', 日期: '2026-04-07' } }, { today })
  expect(cellsOf(file)).toEqual([
    ['意见', '同意'],
    ['专家组组长（签字）：\n2026年4月7日\n第三方机构（盖章）：\n年　　月　　日'],
  ])
})

it('leaves room for it where it was not given, which reads back as none', async () => {
  const made = opinion('日期')
  const file = await writeWord(made, { s: { text: '同意' } }, { today })
  expect(cellsOf(file)[1]?.[0]).toMatch(/组长（签字）：\n年　　月　　日/)
  expect(readBook(made, file, { today })).toMatchObject({ answers: { s: { text: '同意' } }, issues: [] })
})

it('keeps two dates in their own boxes', async () => {
  const file = await writeWord(opinion('评估日期', '整改期限'), {}, { today })
  expect(cellsOf(file).flat()).toEqual(expect.arrayContaining(['评估日期', '整改期限']))
  expect(paragraphsOf(readBlocks(file)).some(({ text }) => text.includes('评估日期'))).toBe(false)
})
