import { expect, it } from 'vitest'
import { field, section, table, template } from '../sample/blocks.ts'
import { partOf, readBlocks, tablesOf } from '../sample/read-word.ts'
import { writeWord } from '../write-word.ts'

const made = template([
  section('s', '一、', '考核', [
    table('rows', '评分表', [field('a', 'text', '一级'), field('b', 'text', '二级'), field('full', 'number', '满分')], {
      merge: ['a'],
      subtotals: [{ by: 'a', of: ['full'] }],
      totals: ['full'],
      fixedRows: [
        { a: '投入', b: '经费', full: 20 },
        { a: '投入', b: '人员', full: 15 },
        { a: '产出', b: '专利', full: 65 },
      ],
    }),
  ]),
])

it('merges equal neighbours down the page, with subtotals beside their group', async () => {
  const word = await writeWord(made, {}, { today: '2026-05-01' })
  const [found] = tablesOf(readBlocks(word))
  expect(found?.rows).toEqual([
    ['序号', '一级', '二级', '满分'],
    ['1', '投入', '经费', '20'],
    ['2', '', '人员', '15'],
    ['', '', '小计', '35'],
    ['3', '产出', '专利', '65'],
    ['', '', '小计', '65'],
    ['合计', '', '100'],
  ])
  const xml = partOf(word, 'word/document.xml')
  expect(xml.split('<w:vMerge w:val="restart"/>')).toHaveLength(3)
  expect(xml.split('<w:vMerge w:val="continue"/>')).toHaveLength(4)
})

it('prints heads in two rows where several columns stand under one, and keeps their units', async () => {
  const columns = [
    field('name', 'text', '姓名'),
    field('first', 'number', '第一年', { unit: '月' }),
    field('second', 'number', '第二年', { unit: '月' }),
    field('note', 'text', '说明'),
  ]
  const staff = template([
    section('s', '一、', '人员', [
      table('rows', '投入人员', columns, { headGroups: [{ title: '投入时间', of: ['first', 'second'] }] }),
    ]),
  ])
  const rows = [{ name: '甲', first: 6, second: 9, note: '全职' }]
  const word = await writeWord(staff, { s: { rows } }, { today: '2026-05-01' })
  const [found] = tablesOf(readBlocks(word))
  expect(found?.rows.slice(0, 3)).toEqual([
    ['序号', '姓名', '投入时间', '说明'],
    ['', '', '第一年（月）', '第二年（月）', ''],
    ['1', '甲', '6', '9', '全职'],
  ])
  const xml = partOf(word, 'word/document.xml')
  expect(xml.split('<w:tblHeader/>')).toHaveLength(3)
  expect(xml).toContain('<w:gridSpan w:val="2"/>')
})
