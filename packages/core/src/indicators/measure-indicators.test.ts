import { expect, it } from 'vitest'
import type { Json } from '../answers/json.ts'
import { smallPack } from '../testing/small-pack.ts'
import { measureIndicators } from './measure-indicators.ts'

const source = (more: object): Json => ({
  template: 'report',
  year: 'basics.year',
  value: 'basics.amount',
  combine: 'sum',
  ...more,
})
const indicator = (id: string, targets: Json, actual: Json): Json => ({
  id,
  title: id,
  unit: '家',
  clause: 'plan#1',
  targets,
  actual,
})
const report = {
  properties: {
    basics: {
      'x-kind': 'section',
      title: '基本情况',
      properties: {
        year: { 'x-kind': 'year', title: '年度' },
        amount: { 'x-kind': 'money', title: '金额', 'x-unit': '万元' },
        area: {
          'x-kind': 'choice',
          title: '地方',
          oneOf: [
            { const: 'n', title: '北区' },
            { const: 's', title: '南区' },
          ],
        },
      },
    },
  },
}
const others = {
  'zz/policies/plan.json': {
    $schema: '../../dialect/policy.schema.json',
    id: 'plan',
    title: '方案',
    clauses: [{ id: '1', heading: '一', gist: '目标。' }],
  },
  'zz/indicators.json': {
    $schema: '../dialect/indicators.schema.json',
    title: '目标',
    indicators: [
      indicator(
        'total',
        [
          { year: 2024, value: 0.3 },
          { year: 2025, min: 3, max: 5 },
        ],
        source({}),
      ),
      indicator('running', [{ year: 2025, value: 3 }], source({ running: true })),
      indicator('byArea', [{ year: 2024, value: 1, place: '北区' }], source({ place: 'basics.area', combine: 'max' })),
      indicator('latest', [{ year: 2024, max: 1 }], source({ combine: 'latest' })),
      indicator(
        'mean',
        [{ year: 2024, value: 1, about: true }],
        source({ combine: 'average', when: 'basics.amount < 0.15' }),
      ),
      indicator('count', [{ year: 2024, value: 2 }], source({ combine: 'count' })),
    ],
  },
}
const { pack, template } = smallPack(report, others)

it('sets what was reached against every target, by place and year', () => {
  if (!pack.indicators) throw new Error('not compiled')
  const one = (year: number, amount: number | undefined, area: string, on: string) => ({
    template,
    on,
    answers: { basics: { year, area, ...(amount !== undefined && { amount }) } },
  })
  const measures = measureIndicators(pack.indicators, pack.name, [
    one(2024, 0.1, 'n', '2025-01-02'),
    one(2024, 0.2, 's', '2025-01-01'),
    one(2025, 3, 'n', '2026-01-01'),
    one(2025, undefined, 'n', '2026-01-01'),
  ])
  const told = measures.map(({ indicator: { id }, place, year, actual, rate, isMet }) => [
    id,
    place,
    year,
    actual,
    rate,
    isMet,
  ])
  expect(told).toEqual([
    ['total', '某地', 2024, 0.3, 100, true],
    ['total', '某地', 2025, 3, 100, true],
    ['running', '某地', 2024, 0.3, undefined, undefined],
    ['running', '某地', 2025, 3.3, 110, true],
    ['byArea', '北区', 2024, 0.1, 10, false],
    ['byArea', '北区', 2025, 3, undefined, undefined],
    ['byArea', '南区', 2024, 0.2, undefined, undefined],
    ['latest', '某地', 2024, 0.1, undefined, true],
    ['latest', '某地', 2025, 3, undefined, undefined],
    ['mean', '某地', 2024, 0.1, 10, false],
    ['count', '某地', 2024, 2, 100, true],
    ['count', '某地', 2025, 1, undefined, undefined],
  ])
})
