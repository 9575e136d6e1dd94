import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryAnswers } from '../testing/index.ts'
import { money, smallPack, text } from '../testing/small-pack.ts'
import type { Answers, Json } from './json.ts'
import { keysOf, placesOf, pointerOf, valueAt, withValue } from './pointer.ts'
import { readAnswers } from './read-answers.ts'
import { prefill, settle } from './settle.ts'
import { validate } from './validate.ts'

const codes = {
  'zz/codes/levels.json': {
    $schema: '../../dialect/codes.schema.json',
    id: 'levels',
    title: '档次',
    entries: [
      {
        code: 'a',
        title: '一类',
        values: { least: 5 },
        children: [
          { code: 'a1', title: '甲' },
          { code: 'a2', title: '乙', values: { least: 3 } },
        ],
      },
    ],
  },
}
const report = {
  properties: {
    basics: {
      'x-kind': 'section',
      title: '基本情况',
      required: ['name', 'agreed'],
      properties: {
        name: text('名称', { maxLength: 5 }),
        year: { 'x-kind': 'year', title: '年度', 'x-prefill': 'year(today()) - 1' },
        listed: { 'x-kind': 'yes-no', title: '是否上市' },
        code: text('证券代码', { 'x-when': 'basics.listed' }),
        opinion: text('意见', { 'x-role': 'office' }),
        agreed: { 'x-kind': 'statement', title: '承诺', 'x-text': ['属实。'] },
      },
    },
    funds: {
      'x-kind': 'section',
      title: '经费',
      properties: {
        rows: {
          'x-kind': 'table',
          title: '明细',
          minItems: 2,
          maxItems: 3,
          items: {
            required: ['what'],
            properties: {
              what: text('科目'),
              budget: money('预算'),
              actual: money('决算'),
              difference: money('差额', { 'x-compute': 'row.budget - row.actual' }),
            },
            'x-rules': [
              {
                id: 'within',
                assert: 'row.actual <= row.budget',
                message: '超出 {over} 万元',
                values: { over: 'row.actual - row.budget' },
                at: 'actual',
                severity: 'warning',
              },
            ],
          },
        },
        plan: {
          'x-kind': 'table',
          title: '指标',
          'x-fixed-rows': [
            { what: '甲', weight: 60 },
            { what: '乙', weight: 40 },
          ],
          items: {
            properties: {
              what: text('指标'),
              weight: { 'x-kind': 'number', title: '权重' },
              score: { 'x-kind': 'number', title: '得分', maximum: 100 },
              weighted: {
                'x-kind': 'number',
                title: '加权',
                'x-places': 2,
                'x-compute': 'row.weight * row.score / 100',
              },
            },
          },
        },
        result: { 'x-kind': 'number', title: '总分', 'x-places': 2, 'x-compute': 'sum(funds.plan.weighted)' },
        level: { 'x-kind': 'cascade', title: '档次', 'x-codes': 'levels' },
        least: money('下限', { 'x-compute': 'lookup("levels", funds.level, "least")' }),
        lines: { 'x-kind': 'number', title: '行数', 'x-compute': 'count(funds.rows)' },
        total: money('合计', { 'x-compute': 'sum(funds.rows.budget)' }),
        note: text('说明', { 'x-when': 'funds.total > 100' }),
      },
    },
  },
}
const { template } = smallPack(report, codes)
const today = { today: '2025-06-30' }
const fine: Answers = { basics: { name: '甲', agreed: true } }
const told = (answers: Json, role?: string) =>
  validate(template, answers, { ...today, ...(role && { role }) }).map((issue) => `${issue.code} ${issue.at}`)

describe('settle', () => {
  it('computes row by row, then over the rows', () => {
    const rows = [
      { what: 'a', budget: 0.1, actual: 0.3 },
      { what: 'b', budget: 0.2 },
    ]
    const { answers } = settle(template, { funds: { rows } }, today)
    expect(valueAt(answers, ['funds', 'rows', 0, 'difference'])).toBe(-0.2)
    expect(valueAt(answers, ['funds', 'rows', 1, 'difference'])).toBeUndefined()
    expect(valueAt(answers, ['funds', 'total'])).toBe(0.3)
  })

  it('hides what its condition does not ask for, and leaves the original answers alone', () => {
    const given: Answers = { basics: { listed: false, code: '600000' }, funds: { note: 'x' } }
    const { answers, hidden } = settle(template, given, today)
    expect([...hidden].sort()).toEqual(['/basics/code', '/funds/note'])
    expect(valueAt(answers, ['basics', 'code'])).toBeUndefined()
    expect(valueAt(given, ['basics', 'code'])).toBe('600000')
  })

  it('asks a condition that reads a computed value after it is computed', () => {
    const rows = [{ what: 'a', budget: 101 }]
    expect(settle(template, { funds: { rows } }, today).hidden.has('/funds/note')).toBe(false)
  })

  it('prefills a new draft, rows that are printed beforehand included', () =>
    expect(prefill(template, today)).toEqual({
      basics: { year: 2024 },
      funds: {
        plan: [
          { what: '甲', weight: 60 },
          { what: '乙', weight: 40 },
        ],
      },
    }))

  it('keeps the rows that are printed beforehand, and scores beside them', () => {
    const { answers } = settle(
      template,
      { funds: { plan: [{ score: 90, weight: 1 }, { score: 80 }, { score: 1 }] } },
      today,
    )
    expect(valueAt(answers, ['funds', 'plan'])).toEqual([
      { what: '甲', weight: 60, score: 90, weighted: 54 },
      { what: '乙', weight: 40, score: 80, weighted: 32 },
    ])
    expect(valueAt(answers, ['funds', 'result'])).toBe(86)
  })

  it('leaves blank what is computed from blanks alone', () => {
    const lines = (rows: Json) => valueAt(settle(template, { funds: { rows } }, today).answers, ['funds', 'lines'])
    expect(lines([])).toBeUndefined()
    expect(lines([{ budget: '' }])).toBeUndefined()
    expect(lines([{ what: 'a' }, {}])).toBe(2)
  })

  it('looks parameters up, its own or those of the entry above', () => {
    const least = (level: string) => valueAt(settle(template, { funds: { level } }, today).answers, ['funds', 'least'])
    expect(['a1', 'a2', 'zz'].map(least)).toEqual([5, 3, undefined])
  })
})

describe('validate', () => {
  it('takes what is right', () => expect(told(fine)).toEqual([]))

  it('finds the same where it is told what the answers settle to', () =>
    fc.assert(
      fc.property(arbitraryAnswers(template), (given) => {
        const settled = settle(template, given, today)
        expect(validate(template, settled.answers, { ...today, settled })).toEqual(
          validate(template, settled.answers, today),
        )
      }),
    ))

  it('tells every fault at once', () => {
    expect(told({ basics: { name: '太长的名称了', extra: 1 }, funds: { rows: [{ budget: 'x' }] }, other: {} })).toEqual(
      [
        'unknown-property /other',
        'unknown-property /basics/extra',
        'too-long /basics/name',
        'statement /basics/agreed',
        'too-few-rows /funds/rows',
        'required /funds/rows/0/what',
        'type /funds/rows/0/budget',
      ],
    )
  })

  it('asks each role for its own part only', () => {
    expect(told({ basics: { name: '甲', agreed: false } })).toEqual(['statement /basics/agreed'])
    expect(told(fine, 'office')).toEqual([])
  })

  it('does not judge what is hidden', () =>
    expect(told({ basics: { ...(fine.basics as object), code: '很长很长很长' } })).toEqual([]))

  it('knows a computed value that was changed', () => {
    const rows = [{ what: 'a', budget: 2, actual: 1, difference: 5 }, { what: 'b' }]
    expect(told({ ...fine, funds: { rows, total: 2 } })).toEqual(['computed /funds/rows/0/difference'])
  })

  it('knows a row printed beforehand that was changed, and rows too many', () => {
    expect(told({ ...fine, funds: { plan: [{ what: '丙' }] } })).toEqual(['computed /funds/plan/0/what'])
    expect(told({ ...fine, funds: { plan: [{}, {}, {}] } })).toEqual(['too-many-rows /funds/plan'])
    expect(told({ ...fine, funds: { plan: [{ score: 101 }] } })).toEqual(['too-large /funds/plan/0/score'])
  })

  it('says the values in a rule that is broken', () => {
    const rows = [{ what: 'a', budget: 1, actual: 1.5 }, { what: 'b' }]
    const [issue] = validate(template, { ...fine, funds: { rows } }, today)
    expect(issue).toMatchObject({
      code: 'rule',
      at: '/funds/rows/0/actual',
      severity: 'warning',
      params: { rule: 'within', text: '超出 0.5 万元' },
    })
  })

  it('looks no further into a table that has too many rows', () => {
    expect(told({ ...fine, funds: { rows: Array.from({ length: 5000 }, () => ({})) } })).toContain(
      'too-many-rows /funds/rows',
    )
  })

  it('takes a property named __proto__ for what it is', () => {
    expect(told(JSON.parse('{"basics":{"name":"甲","agreed":true,"__proto__":{"name":"乙"}}}'))).toEqual([
      'unknown-property /basics/__proto__',
    ])
  })

  it('survives what is no object at all', () => {
    for (const value of [null, 1, 'x', [], { basics: 3 }, { funds: { rows: [1, null] } }])
      expect(told(value).length).toBeGreaterThan(0)
  })
})

describe('pointers', () => {
  it('escape and unescape', () => {
    expect(pointerOf(['a/b', 'c~d', 0])).toBe('/a~1b/c~0d/0')
    expect(keysOf('/a~1b/c~0d/0')).toEqual(['a/b', 'c~d', '0'])
  })

  it('find each row that a path stands for', () => {
    expect(placesOf({ t: [{ a: 1 }, {}] }, ['t', '*', 'a'])).toEqual([
      ['t', 0, 'a'],
      ['t', 1, 'a'],
    ])
    expect(placesOf({}, ['t', '*', 'a'])).toEqual([])
  })

  it('change a copy and share the rest', () => {
    const before = { a: { b: 1 }, c: [{ d: 1 }] }
    const after = withValue(before, ['c', 0, 'd'], 2)
    expect(after).toEqual({ a: { b: 1 }, c: [{ d: 2 }] })
    expect(valueAt(after, ['a'])).toBe(before.a)
    expect(withValue(before, ['a', 'b'], undefined)).toEqual({ a: {}, c: [{ d: 1 }] })
  })
})

it('answers may be plain, wrapped, or changes to another file', () => {
  const base = { a: { b: 1 } }
  expect(readAnswers(base, () => undefined)).toEqual({ answers: base, lost: [] })
  const derived = {
    from: 'complete.json',
    set: { '/a/b': null, '/a/c': 2 },
    issues: [{ code: 'rule', at: '/a', rule: 'r' }],
  }
  expect(readAnswers(derived, () => base)).toEqual({
    answers: { a: { c: 2 } },
    expected: [{ code: 'rule', at: '/a', rule: 'r' }],
    lost: [],
  })
  expect(() => readAnswers(derived, () => undefined)).toThrow('complete.json')
})
