import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Json } from '../answers/json.ts'
import { keysOf, withValue } from '../answers/pointer.ts'
import { engines } from '../node/index.ts'
import { comparePacks, compileSchemas } from './index.ts'

const base: Record<string, Json> = JSON.parse(readFileSync(new URL('faults/base.json', import.meta.url), 'utf8'))
const report = 'zz/report.schema.json'
const basics = '/properties/basics/properties'

const packWith = (changes: Readonly<Record<string, Json | undefined>>) => {
  const files = Object.entries(base).map(([path, content]) => ({
    path,
    text: JSON.stringify(
      path === report
        ? Object.entries(changes).reduce((so, [at, value]) => withValue(so, keysOf(at), value), content)
        : content,
    ),
  }))
  const { packs, issues } = compileSchemas(files, engines, { examples: false })
  expect(issues.filter((issue) => issue.severity === 'error')).toEqual([])
  if (!packs[0]) throw new Error('no pack')
  return packs[0]
}

const choice = (...titles: readonly string[]): Json => ({
  'x-kind': 'choice',
  title: '颜色',
  oneOf: titles.map((title, i) => ({ const: `c${i}`, title })),
})
const extra: Json = {
  'x-kind': 'section',
  title: '附录',
  properties: { note: { 'x-kind': 'text', title: '说明' } },
}

it('a pack does not differ from itself', () => expect(comparePacks(packWith({}), packWith({}))).toEqual([]))

it('tells of a row of a matrix that came under another group', () => {
  const withGroup = (group: string) =>
    packWith({
      [`${basics}/m`]: {
        'x-kind': 'matrix',
        title: '矩阵',
        'x-rows': [{ key: 'a', title: '甲', group }],
        'x-columns': [{ key: 'b', title: '乙' }],
        'x-cell': { 'x-kind': 'number', title: '数' },
      },
    })
  expect(comparePacks(withGroup('一'), withGroup('二'))).toMatchObject([
    { is: 'option', path: ['basics', 'm', 'a'], facet: 'title', before: '一：甲', after: '二：甲' },
  ])
})

it.each([
  ['a unit', { [`${basics}/amount/x-unit`]: '亿元' }, [{ is: 'field', facet: 'unit', before: '万元', after: '亿元' }]],
  ['a limit', { [`${basics}/amount/maximum`]: 9 }, [{ is: 'field', facet: 'maximum', after: '9' }]],
  ['what is required', { '/properties/basics/required': [] }, [{ facet: 'required', before: 'true', after: 'false' }]],
  [
    'a kind',
    { [`${basics}/amount/x-kind`]: 'number' },
    [{ facet: 'kind', before: 'money', after: 'number' }, { facet: 'places' }],
  ],
  [
    'a field more',
    { [`${basics}/more`]: { 'x-kind': 'text', title: '其他' } },
    [{ is: 'field', label: '报告 › 基本情况 › 其他', after: '其他' }],
  ],
  ['a section with all in it', { '/properties/extra': extra }, [{ is: 'section', path: ['extra'], after: '附录' }]],
  ['a condition', { [`${basics}/amount/x-when`]: 'given(basics.name)' }, [{ facet: 'when', after: '填了“名称”' }]],
  [
    'a rule',
    { '/x-rules': [{ id: 'some', assert: 'basics.amount > 0', message: '应大于零' }] },
    [{ is: 'rule', path: ['some'], after: '应大于零' }],
  ],
  ['the title', { '/title': '总结' }, [{ is: 'template', facet: 'title', before: '报告', after: '总结' }]],
])('tells %s', (_, changes, differences) => {
  const found = comparePacks(packWith({}), packWith(changes))
  expect(found).toEqual(differences.map((one) => expect.objectContaining({ template: 'report', ...one })))
})

it('tells in words what a rule asks for, and names it by what it says', () => {
  const withRule = (assert: string, more: Readonly<Record<string, Json>> = {}) =>
    packWith({
      '/x-rules': [{ id: 'some', assert, message: '金额 {n} 万元，太少', values: { n: 'basics.amount' } }],
      ...more,
    })
  expect(comparePacks(withRule('basics.amount >= 3000'), withRule('basics.amount >= 3500'))).toEqual([
    {
      is: 'rule',
      template: 'report',
      path: ['some'],
      label: '报告 › 规则“金额…万元，太少”',
      facet: 'assert',
      before: '“金额”不小于3000',
      after: '“金额”不小于3500',
    },
  ])
  expect(comparePacks(packWith({}), withRule('basics.amount > 3'))).toMatchObject([{ after: '金额…万元，太少' }])
  expect(comparePacks(withRule('basics.amount > 3 + 1'), withRule('basics.amount > (3 + 1)'))).toMatchObject([
    { before: 'basics.amount > 3 + 1', after: 'basics.amount > (3 + 1)' },
  ])
})

it('tells options by their code', () => {
  const [before, after] = [choice('红', '蓝'), choice('红', '绿', '紫')].map((one) =>
    packWith({ [`${basics}/colour`]: one }),
  )
  if (!before || !after) throw new Error('no pack')
  expect(comparePacks(before, after)).toMatchObject([
    { is: 'option', path: ['basics', 'colour', 'c1'], facet: 'title', before: '蓝', after: '绿' },
    { is: 'option', path: ['basics', 'colour', 'c2'], after: '紫' },
  ])
})

it('tells a template that only one side has', () => {
  const pack = packWith({})
  expect(comparePacks(pack, { templates: [] })).toEqual([
    { is: 'template', template: 'report', path: [], label: '报告', before: '报告' },
  ])
})

it('knows a field again that was renamed, and what took its name', () => {
  const text = (title: string, more: object = {}): Json => ({ 'x-kind': 'text', title, ...more })
  const before = packWith({ [`${basics}/plan`]: text('计划') })
  const after = packWith({
    [`${basics}/yearly`]: text('年度计划', { 'x-was': 'plan' }),
    [`${basics}/other`]: text('别的'),
  })
  expect(comparePacks(before, after).map(({ label, facet, before, after }) => [label, facet, before, after])).toEqual([
    [expect.stringMatching(/› 计划$/), 'title', '计划', '年度计划'],
    [expect.stringMatching(/› 别的$/), undefined, undefined, '别的'],
  ])
})
