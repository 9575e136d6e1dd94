import { describe, expect, it } from 'vitest'
import { exampleDay } from '../../answers/example-day.ts'
import { validate } from '../../answers/validate.ts'
import { openSchemas } from '../../node/index.ts'
import { money, section, smallPack } from '../../testing/small-pack.ts'
import { sampleAnswers } from '../sample-answers.ts'
import { filledAnswers } from './filled-answers.ts'

const yesNo = (title: string) => ({ 'x-kind': 'yes-no', title })
const text = (title: string) => ({ 'x-kind': 'text', title })
const body = {
  'x-kind': 'choice',
  title: '机构',
  oneOf: ['board', 'committee', 'director'].map((code) => ({ const: code, title: code })),
}
const fields = {
  area: { 'x-kind': 'number', title: '面积', 'x-unit': '平方米', minimum: 0 },
  income: money('收入'),
  outside: money('对外服务收入'),
  registered: { 'x-kind': 'date', title: '注册日期' },
  name: text('名称'),
  span: { 'x-kind': 'period', title: '建设期' },
  staff: {
    'x-kind': 'table',
    title: '人员',
    items: { properties: { name: text('姓名'), fullTime: yesNo('专职'), body } },
  },
  steps: { 'x-kind': 'table', title: '进度', items: { properties: { amount: money('投资') } } },
  budget: {
    'x-kind': 'matrix',
    title: '预算',
    'x-rows': ['gear', 'labour'].map((key) => ({ key, title: key })),
    'x-columns': ['grant', 'own'].map((key) => ({ key, title: key })),
    'x-cell': money('金额'),
  },
}
const templateWith = (...asserts: readonly string[]) =>
  smallPack({
    properties: {
      basics: section('基本情况', fields, {
        required: ['area'],
        'x-rules': asserts.map((assert, i) => ({ id: `rule-${i}`, assert, message: `rule-${i}` })),
      }),
    },
  }).template
const endless = { today: exampleDay, ms: Number.POSITIVE_INFINITY }
const filled = (...asserts: readonly string[]) => filledAnswers(templateWith(...asserts), 'complete', endless)

describe('what is generated breaks no rule where that can be found', () => {
  it.each([
    ['a floor', ['self.area >= 3500']],
    ['a share', ['self.outside * 100 >= self.income * 30', 'self.income >= 1000']],
    ['a sum of two places', ['sum(self.steps.amount) == sum(self.budget)', 'sum(self.budget) >= 5000']],
    ['a ceiling on a column', ['sum(column(self.budget, "grant")) <= sum(self.budget) * 0.3']],
    ['so many rows of a kind', ['count(self.staff.filter(r, r.fullTime)) >= 15']],
    ['two years since a day', ['addMonths(self.registered, 24) <= today()']],
    ['an exact time', ['months(self.span.from, addMonths(self.span.to, 1)) == 36']],
    ['an ending', ['endsWith(self.name, "研究院")']],
    [
      'each of three in some row',
      ['board', 'committee', 'director'].map((code) => `self.staff.exists(r, r.body == "${code}")`),
    ],
    ['rows that differ', ['unique(self.staff.name)', 'count(self.staff) >= 3']],
  ])('%s', (_, asserts) => {
    const { answers, left } = filled(...asserts)
    expect(left).toEqual([])
    expect(validate(templateWith(...asserts), answers, { today: exampleDay })).toEqual([])
  })

  it('tells what could not be met', () => {
    const { left } = filled('self.area > 20', 'self.area < 20')
    expect(left.map(({ params }) => params.rule)).toEqual(['rule-1'])
  })

  it('fills of what is not required only what a rule asks for', () => {
    const template = templateWith('given(self.name)')
    const { answers, left } = filledAnswers(template, 'minimal', endless)
    expect(left).toEqual([])
    expect(Object.keys(Object(answers.basics))).toEqual(['area', 'name'])
  })

  it('goes on where a change makes a rule take more steps than it may', () => {
    const each =
      'self.staff.all(a, self.staff.all(b, self.staff.all(c, a.fullTime == b.fullTime && b.fullTime == c.fullTime)))'
    const template = templateWith(`count(self.staff) >= 60 && ${each}`)
    expect(filledAnswers(template, 'complete', { today: exampleDay, ms: 1000 }).left).not.toEqual([])
  })

  it('stops when its time is up', () => {
    const template = templateWith('self.area >= 3500')
    const { answers, left } = filledAnswers(template, 'complete', { today: exampleDay, ms: -1 })
    expect(answers).toEqual(sampleAnswers(template).complete)
    expect(left).toHaveLength(1)
  })
})

it('of the packs breaks nothing', async () => {
  const { packs } = await openSchemas('schemas')
  const templates = packs.flatMap((pack) =>
    pack.templates.filter(({ rules }) => rules.length > 2 && rules.length < 7).slice(0, 1),
  )
  for (const template of templates) {
    expect(filledAnswers(template, 'complete', endless).left, template.id).toEqual([])
  }
})
