import type { Answers } from '@policyforms/core'
import { describe, expect, it } from 'vitest'
import { field, section, table, template } from '../sample/blocks.ts'
import { readBlocks, tablesOf } from '../sample/read-word.ts'
import { writeWord } from '../write-word.ts'

describe('blanks that say there is nothing', () => {
  const noBlanks = { noBlanks: true } as const
  const made = template([
    section('s', '一、', '情况', [
      field('name', 'text', '名称', noBlanks),
      field('day', 'date', '日期', noBlanks),
      table('rows', '成果', [field('a', 'text', '甲', noBlanks), field('d', 'date', '乙', noBlanks)], noBlanks),
      table('more', '附表', [field('a', 'text', '甲', noBlanks), field('d', 'date', '乙', noBlanks)], noBlanks),
    ]),
  ])
  const rowsOf = async (answers: Answers) =>
    tablesOf(readBlocks(await writeWord(made, answers, { today: '2026-05-01' })))

  it('prints 无 for what cannot say it, and one row 无 for an empty table', async () => {
    const [base, rows, more] = await rowsOf({ s: { name: '甲', more: [{ a: '一' }] } })
    expect(base?.rows).toEqual([['名称', '甲', '日期', '无']])
    expect(rows?.rows).toEqual([['序号', '甲', '乙'], ['无']])
    expect(more?.rows).toEqual([
      ['序号', '甲', '乙'],
      ['1', '一', '无'],
    ])
  })

  it('leaves an empty book to be filled by hand', async () => {
    const [base, rows] = await rowsOf({})
    expect(base?.rows).toEqual([['名称', '', '日期', '']])
    expect(rows?.rows).toHaveLength(4)
  })
})
