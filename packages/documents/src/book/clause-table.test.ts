import type { Clause } from '@policyforms/core'
import { expect, it } from 'vitest'
import { field, section, table, template } from '../sample/blocks.ts'
import { readBlocks, tablesOf } from '../sample/read-word.ts'
import { writeWord } from '../write-word.ts'

const clause = (id: string): Clause => ({
  ref: `plan#${id}`,
  policy: '办法',
  heading: `第${id}条`,
  gist: `要求${id}。`,
})
const cites = (...ids: readonly string[]) => ({ clauses: ids.map((id) => `plan#${id}`) })
const made = template(
  [
    section('a', '一、', '基本信息', [
      field('name', 'text', '名称', cites('2')),
      field('code', 'text', '代码', cites('2')),
    ]),
    section('b', '二、', '考核', [
      table('rows', '评分表', [field('item', 'text', '项目')], {
        ...cites('10'),
        fixedRows: [{ item: '投入' }, { item: '产出' }],
        rowFacts: [cites('3'), {}],
      }),
    ]),
  ],
  {
    cites: ['plan#1'],
    clauses: Object.fromEntries(['10', '2', '3', '1'].map((id) => [`plan#${id}`, clause(id)])),
    document: { profile: 'book', notes: [], contents: false, clauses: true },
  },
)

it('ends the book with each clause, what it asks and where the book answers to it', async () => {
  const found = tablesOf(readBlocks(await writeWord(made, {}, { today: '2026-05-01' })))
  expect(found.at(-1)?.rows).toEqual([
    ['条款', '要求', '本书对应内容'],
    ['第1条', '要求1。', '全书'],
    ['第2条', '要求2。', '一、基本信息：名称、代码'],
    ['第3条', '要求3。', '二、考核：投入'],
    ['第10条', '要求10。', '二、考核：评分表'],
  ])
})
