import type { Issue } from '@policyforms/core'
import { expect, it } from 'vitest'
import { packDialect } from '../pack/pack-dialect.ts'
import { withoutEchoes } from './fault-files.ts'
import { faultWords } from './fault-words.ts'

const file = 'north/report.schema.json'
const files = new Map([
  [
    file,
    JSON.stringify({
      'x-kind': 'template',
      title: '年度报告',
      properties: {
        goals: {
          'x-kind': 'section',
          title: '目标',
          properties: {
            rows: {
              'x-kind': 'table',
              title: '节点',
              items: { properties: { year: { 'x-kind': 'year', title: '年度' } } },
              'x-fixed-rows': [{ year: '明年' }],
            },
            way: { 'x-kind': 'choice', title: '方向' },
          },
        },
      },
    }),
  ],
  [
    'north/procedure.json',
    JSON.stringify({ title: '程序', obligations: { report: { title: '交年报', due: { kind: 'yearly' } } } }),
  ],
])
const issue = (one: Partial<Issue>): Issue => ({
  code: 'required',
  at: '',
  severity: 'error',
  params: {},
  file,
  ...one,
})
const goals = '/properties/goals/properties'

it.each([
  [
    { code: 'missing-keyword', at: `${goals}/way`, params: { keyword: 'oneOf' } },
    { what: '缺少“选项”', where: '年度报告 › 目标 › 方向' },
  ],
  [
    {
      code: 'wrong-value',
      at: `${goals}/rows/x-fixed-rows`,
      params: { keyword: 'x-fixed-rows/0/year', wanted: '年份' },
    },
    { what: '“事先印好的行 › 第 1 项 › 年度”的值不对，应为年份', where: '年度报告 › 目标 › 节点' },
  ],
  [
    {
      code: 'missing-keyword',
      file: 'north/procedure.json',
      at: '/obligations/report/due',
      params: { keyword: 'from' },
    },
    { what: '缺少“从哪年起”', where: '程序 › 到期的事 › 交年报 › 什么时候' },
  ],
  [
    { code: 'example-missing', params: { template: 'north/report', wanted: 'complete.json' } },
    { what: '还没有填全的例子：在“试填”里填好，存为 complete', where: '年度报告' },
  ],
  [
    {
      code: 'example-unlisted',
      file: 'north/examples/report/minimal.json',
      params: { place: '“方向”', detail: '未填写', entry: '{}' },
    },
    { what: '例子“minimal”现在多了一处问题：“方向” 未填写', where: '年度报告' },
  ],
] as const)('says %o', (one, words) => {
  expect(faultWords(issue(one), files, packDialect)).toEqual(words)
})

it('tells once what an example and those made from it have in common', () => {
  const same = { params: { place: '“面积”', detail: '太小' } }
  const issues = [
    issue({ ...same, code: 'example-fails', file: 'north/examples/report/complete.json' }),
    issue({ ...same, code: 'example-unlisted', file: 'north/examples/report/invalid.json' }),
    issue({ code: 'rule-untested', params: { rule: 'a' } }),
  ]
  expect(withoutEchoes(issues)).toEqual([issues[0], issues[2]])
})
