import type { Matrix, Template } from '@policyforms/core'
import { expect, it } from 'vitest'
import { fieldOf, sampleTemplate, sectionOf, tableOf } from '../fixtures/sample-template.ts'
import { sheetRows } from '../fixtures/sheet-rows.ts'
import { writeSummary } from '../index.ts'

const today = '2026-05-01'
const version = (number: string, sections: Template['sections'], more: Partial<Template> = {}): Template => ({
  ...sampleTemplate,
  version: number,
  hash: `hash-${number}`,
  derivations: [],
  rules: [],
  sections,
  ...more,
})
const text = (key: string, title: string, section = 'basics') => fieldOf('text', [section, key], { title })
const rows = (columns: readonly string[]) =>
  tableOf(
    ['list', 'people'],
    columns.map((key) => fieldOf('number', ['list', 'people', key], { title: key, unit: '人' })),
    { title: '人员', totals: columns },
  )

/** The present version asks for a post and tells money in 万元; the earlier one asked for a fax and told it in 元. */
const present = version('2.0.0', [
  sectionOf('basics', '基本情况', [
    text('name', '名称全称'),
    text('post', '邮编'),
    fieldOf('money', ['basics', 'cost'], { title: '投资', unit: '万元' }),
    fieldOf('number', ['basics', 'staff'], { title: '人数' }),
  ]),
  sectionOf('list', '清单', [rows(['full', 'part'])]),
])
const earlier = version('1.0.0', [
  sectionOf('basics', '基本情况', [
    text('name', '名称'),
    text('fax', '传真'),
    fieldOf('number', ['basics', 'staff'], { title: '人数' }),
    fieldOf('money', ['basics', 'cost'], { title: '投资', unit: '元' }),
  ]),
  sectionOf('list', '清单', [
    rows(['full', 'guest']),
    tableOf(['list', 'prizes'], [fieldOf('text', ['list', 'prizes', 'prize'], { title: '奖项' })], { title: '奖励' }),
  ]),
])
const submissions = [
  {
    id: '新',
    title: '新',
    answers: { basics: { name: '甲', post: '010000', cost: 3, staff: 0 }, list: { people: [{ full: 5, part: 1 }] } },
  },
  {
    id: '旧',
    title: '旧',
    hash: earlier.hash,
    answers: {
      basics: { name: '乙', fax: '0471', cost: 30_000 },
      list: { people: [{ full: 2, guest: 7 }], prizes: [{ prize: '一等奖' }] },
    },
  },
]

it('never shifts a column between versions, and tells what a version did not ask from what was left blank', async () => {
  const bytes = await writeSummary(present, submissions, { today, versions: [earlier] })
  const [fresh, old] = sheetRows(bytes, '汇总')
  expect(fresh).toMatchObject({
    名称全称: '甲',
    邮编: '010000',
    '投资（万元）': 3,
    '人数（人）': 0,
    '传真（1.0.0 版）': '不适用',
    '投资（1.0.0 版）（元）': '不适用',
  })
  expect(old).toMatchObject({
    名称全称: '乙',
    邮编: '不适用',
    '投资（万元）': '不适用',
    '人数（人）': undefined,
    '传真（1.0.0 版）': '0471',
    '投资（1.0.0 版）（元）': 30_000,
  })
  expect(sheetRows(bytes, '人员')).toMatchObject(
    [
      { 编号: '新', '/full（人）': 5, '/part（人）': 1, '/guest（1.0.0 版）（人）': '不适用' },
      { 编号: '旧', '/full（人）': 2, '/part（人）': '不适用', '/guest（1.0.0 版）（人）': 7 },
      { 序号: '合计', '/full（人）': 7 },
    ].map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key.replace('/', ''), value]))),
  )
  expect(sheetRows(bytes, '奖励（1.0.0 版）')).toMatchObject([
    { 编号: '新', 行号: '不适用' },
    { 编号: '旧', 奖项: '一等奖' },
  ])
})

it('gives the columns that were named, in their order, and no others', async () => {
  const columns = ['basics.staff', 'basics.name', 'list.people.part']
  const bytes = await writeSummary(present, submissions, { today, versions: [earlier], columns })
  const [fresh, old] = sheetRows(bytes, '汇总')
  const keys = ['序号', '编号', '名称', '提交日期']
  expect(Object.keys(fresh ?? {})).toEqual([...keys, '人数（人）', '名称全称'])
  expect(old).toMatchObject({ 名称全称: '乙' })
  expect(Object.keys(sheetRows(bytes, '人员')[0] ?? {})).toEqual([...keys.slice(0, 3), '行号', 'part（人）'])
})

it('follows what was renamed, moved and told in another unit', async () => {
  const renamed = version('3.0.0', [
    sectionOf('basics', '基本情况', [
      { ...text('title', '名称'), was: [{ at: 'name' }] },
      { ...text('post', '邮编'), was: [{ at: 'basics.fax' }] },
      { ...fieldOf('money', ['basics', 'cost'], { title: '投资', unit: '万元' }), was: [{ at: 'cost', unit: '元' }] },
    ]),
    sectionOf('team', '队伍', [
      {
        ...tableOf(
          ['team', 'staff'],
          [{ ...fieldOf('number', ['team', 'staff', 'whole'], { title: '全职', unit: '人' }), was: [{ at: 'full' }] }],
        ),
        title: '队伍表',
        was: [{ at: 'list.people' }],
      },
    ]),
  ])
  const bytes = await writeSummary(renamed, submissions.slice(1), { today, versions: [earlier] })
  const [old] = sheetRows(bytes, '汇总')
  expect(old).toMatchObject({ 邮编: '0471', '投资（万元）': 3, '人数（1.0.0 版）（人）': undefined })
  expect(Object.keys(old ?? {}).filter((head) => head.includes('投资') || head.includes('传真'))).toEqual([
    '投资（万元）',
  ])
  expect(sheetRows(bytes, '队伍表')).toMatchObject([{ 编号: '旧', '全职（人）': 2, 'guest（1.0.0 版）（人）': 7 }])
  expect(sheetRows(bytes, '人员（1.0.0 版）')).toEqual([])
})

it('keeps a matrix in its columns when they are renamed, and apart when the unit changes unsaid', async () => {
  const matrixOf = (unit: string, columns: Matrix['columns'], more: Partial<Matrix> = {}): Matrix => ({
    block: 'matrix',
    key: 'plan',
    path: ['funds', 'plan'],
    title: '经费',
    clauses: [],
    required: false,
    corner: '来源',
    rows: [{ key: 'own', title: '自筹' }],
    columns,
    cell: fieldOf('money', ['funds', 'plan'], { title: '金额', unit }),
    totals: { rows: false, columns: false },
    ...more,
  })
  const of = (number: string, matrix: Matrix) => version(number, [sectionOf('funds', '经费', [matrix])])
  const first = of(
    '1.0.0',
    matrixOf('元', [
      { key: 'y1', title: '首年' },
      { key: 'y9', title: '末年' },
    ]),
  )
  const said = of(
    '2.0.0',
    matrixOf('万元', [{ key: 'first', title: '第一年', was: 'y1' }], { was: [{ at: 'plan', unit: '元' }] }),
  )
  const unsaid = of('2.0.0', matrixOf('万元', [{ key: 'y1', title: '首年' }]))
  const old = [
    { id: '旧', title: '旧', hash: first.hash, answers: { funds: { plan: { own: { y1: 20_000, y9: 10_000 } } } } },
  ]
  const lined = await writeSummary(said, old, { today, versions: [first] })
  expect(sheetRows(lined, '经费')).toMatchObject([{ 来源: '自筹', '第一年（万元）': 2, '末年（1.0.0 版）（万元）': 1 }])
  const apart = await writeSummary(unsaid, old, { today, versions: [first] })
  expect(sheetRows(apart, '经费')).toMatchObject([{ 来源: '不适用', '首年（万元）': '不适用' }])
  expect(sheetRows(apart, '经费（1.0.0 版）')).toMatchObject([{ 来源: '自筹', '首年（元）': 20_000 }])
})
