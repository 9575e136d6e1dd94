import type { Carrier, ClauseCoverage, PolicyCoverage } from '@policyforms/core'
import { expect, it } from 'vitest'
import { carriersOf, everything, findClauses, type Wanted } from './find-clauses.ts'

const field = (template: string, label: string): Carrier => ({ is: 'field', template, label, path: [] })
const clause = (heading: string, carriers: readonly Carrier[], asksNothing?: string): ClauseCoverage => ({
  ref: heading,
  policy: '办法',
  heading,
  gist: `${heading}的要点`,
  carriers,
  isUncovered: carriers.length === 0 && asksNothing === undefined,
  ...(asksNothing !== undefined && { asksNothing }),
})
const policies: readonly PolicyCoverage[] = [
  {
    id: 'one',
    title: '办法',
    clauses: [
      clause('第一条', [], '只说明目的'),
      clause('第二条', [field('p/report', '年度报告 › 到位经费'), field('p/plan', '方案 › 经费')]),
    ],
  },
  { id: 'two', title: '意见', clauses: [clause('（一）', []), clause('（二）', [field('p/plan', '方案 › 目标')])] },
]

const found = (wanted: Partial<Wanted>) =>
  findClauses(policies, { ...everything, ...wanted }).map(({ id, clauses }) => [
    id,
    ...clauses.map(({ heading }) => heading),
  ])

it.each<[Partial<Wanted>, readonly (readonly string[])[]]>([
  [
    {},
    [
      ['one', '第一条', '第二条'],
      ['two', '（一）', '（二）'],
    ],
  ],
  [{ standing: 'uncovered' }, [['two', '（一）']]],
  [{ standing: 'idle' }, [['one', '第一条']]],
  [
    { carrier: '方案' },
    [
      ['one', '第二条'],
      ['two', '（二）'],
    ],
  ],
  [{ carrier: '年度报告' }, [['one', '第二条']]],
  [{ words: '方案 目标' }, [['two', '（二）']]],
  [{ words: '（一）' }, [['two', '（一）']]],
  [{ words: '说明目的' }, [['one', '第一条']]],
  [{ standing: 'uncovered', carrier: '方案' }, []],
])('%j finds %j', (wanted, expected) => {
  expect(found(wanted)).toEqual(expected)
})

it('offers each template once', () => {
  expect(carriersOf(policies)).toEqual(['年度报告', '方案'])
})
