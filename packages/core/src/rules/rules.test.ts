import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Answers, Json } from '../answers/json.ts'
import { english } from '../issues/en.ts'
import { sentence } from '../issues/sentence.ts'
import syntax from './cases/syntax.json' with { type: 'json' }
import { evaluate, newBudget, withinBudget } from './evaluate.ts'
import type { RuleType } from './expression.ts'
import { scopeAt } from './scope.ts'
import { translate } from './translate.ts'
import type { Binding, Parameters } from './translation.ts'
import { jsonOf } from './value.ts'

const cases = (name: string) =>
  JSON.parse(readFileSync(new URL(`cases/${name}.json`, import.meta.url), 'utf8')) as readonly {
    rule: string
    value?: Json
    code?: string
    params?: object
  }[]

const number: RuleType = { is: 'number' }
const text: RuleType = { is: 'text' }
const record = (fields: Record<string, RuleType>): RuleType => ({ is: 'record', fields })
const years = record({ y1: number, y2: number })
const task = record({ id: text, name: text, cost: number, after: { is: 'text', row: ['work', 'list'] } })
const types: Record<string, RuleType> = {
  basics: record({
    name: text,
    total: number,
    missing: number,
    mode: { is: 'text', codes: ['a', 'b'] },
    kinds: { is: 'list', of: { is: 'text', codes: ['a', 'b'] } },
    founded: { is: 'date' },
    period: record({ from: { is: 'date' }, to: { is: 'date' } }),
    field: record({ choice: { is: 'text', codes: ['ai', 'other'] }, other: text }),
  }),
  partners: { is: 'list', of: record({ name: text, share: number, inside: { is: 'truth' } }) },
  funding: record({ own: years, grant: years }),
  work: record({ list: { is: 'list', of: task }, main: { is: 'text', row: ['work', 'list'] } }),
}
const names = new Map<string, Binding>([
  ...Object.entries(types).map(([name, type]): [string, Binding] => [name, { type, path: [name] }]),
  ['/work/list', { type: { is: 'list', of: task }, path: ['work', 'list'] }],
])
const parameters: Parameters = new Map([
  [
    'grades',
    {
      least: { fail: 60, excellent: 90, good: 75 },
      floor: { good: 1, excellent: 5 },
      word: { good: '良' },
    },
  ],
])
const answers: Answers = {
  basics: {
    name: '技术中心',
    total: 1200.5,
    mode: 'a',
    kinds: ['a'],
    founded: '2024-01-31',
    period: { from: '2024-01', to: '2026-12' },
    field: { choice: 'other', other: '氢能' },
  },
  partners: [
    { name: '甲', share: 33.3, inside: true },
    { name: '乙', share: 33.3, inside: false },
    { name: '丙', share: 33.3, inside: false },
  ],
  funding: { own: { y1: 10, y2: 20 }, grant: { y1: 20, y2: 10 } },
  work: {
    main: 't2',
    list: [
      { id: 't1', name: '研制', cost: 3 },
      { id: 't2', name: '试制', cost: 4.5, after: 't1' },
      { id: 't3', after: 'gone' },
    ],
  },
}
const judge = (rule: string, budget = newBudget()) => {
  const { term, faults } = translate(rule, names, parameters)
  expect(faults).toEqual([])
  if (!term) throw new Error('no term')
  return jsonOf(evaluate(term, scopeAt(answers, [], '2025-06-30', budget))) ?? null
}

describe('rules', () => {
  it.each(cases('values'))('$rule', ({ rule, value }) => expect(judge(rule)).toEqual(value))

  it.each(cases('faults'))('$rule is refused', ({ rule, code, params }) => {
    const { faults, term } = translate(rule, names, parameters)
    expect(term).toBeUndefined()
    expect(faults[0]).toMatchObject({ code, ...(params && { params }) })
  })

  it.each(Object.entries(syntax))('%s cannot be read, and it is told in words', (rule, { says, ...place }) => {
    const [fault] = translate(rule, names, parameters).faults
    expect(fault).toMatchObject({ code: 'rule-syntax', ...place })
    expect(fault && sentence(fault)).toBe(`规则写错了：${says}`)
    expect(fault && sentence(fault, english)).toMatch(/^broken rule: [a-z]/)
  })

  it('tell every fault of one expression at once', () => {
    expect(translate('basics.a + basics.b > 1', names).faults).toHaveLength(2)
  })

  it('say what they read', () => {
    expect(translate('sum(partners.share) > basics.total', names).reads).toEqual([
      ['partners', '*', 'share'],
      ['basics', 'total'],
    ])
    expect(translate('partners.all(r, r.inside)', names).reads).toEqual([
      ['partners', ''],
      ['partners', '*', 'inside'],
    ])
  })

  it('are cut off when they take too many steps', () => {
    const nested = 'partners.all(a, partners.all(b, partners.all(c, a.share + b.share + c.share > 0)))'
    expect(withinBudget<unknown>(() => judge(nested, { left: 100 }), 'cut off')).toBe('cut off')
    expect(withinBudget<unknown>(() => judge(nested), 'cut off')).toBe(true)
  })

  it("cannot nest beyond the grammar's limits", () => {
    expect(translate(`${'('.repeat(60)}1${')'.repeat(60)} == 1`, names).faults[0]?.code).toBe('rule-syntax')
    expect(translate(`${'1 + '.repeat(500)}1 == 1`, names).faults[0]?.code).toBe('rule-syntax')
  })
})
