import type { Carrier, ClauseCoverage } from '@policyforms/core'
import { expect, it } from 'vitest'
import { groupsOf, standingOf, uncoveredFirst } from './standing.ts'

const field: Carrier = {
  is: 'field',
  template: 'p/report',
  label: '年度报告 › 经费 › 到位经费',
  path: ['funds', 'paid'],
}
const clause = (ref: string, carriers: readonly Carrier[], asksNothing?: string): ClauseCoverage => ({
  ref,
  policy: '办法',
  heading: ref,
  gist: '',
  carriers,
  isUncovered: carriers.length === 0 && asksNothing === undefined,
  ...(asksNothing !== undefined && { asksNothing }),
})

it('puts first what nothing carries, and leaves the rest as the policy has it', () => {
  const clauses = [clause('a', [field]), clause('b', [], '只说明目的'), clause('c', []), clause('d', [field])]
  expect(uncoveredFirst(clauses).map((one) => [one.ref, standingOf(one)])).toEqual([
    ['c', 'uncovered'],
    ['a', 'carried'],
    ['b', 'idle'],
    ['d', 'carried'],
  ])
})

it('says the template once, and what each carrier is', () => {
  const carriers: readonly Carrier[] = [
    field,
    { is: 'rule', template: 'p/report', label: '年度报告 › 规则 total', path: ['total'] },
    { is: 'template', template: 'p/plan', label: '方案', path: [] },
    { is: 'procedure', label: '管理程序 › 报送年度报告', path: ['obligations', 'report'] },
    { is: 'procedure', label: '管理程序', path: [] },
  ]
  expect(groupsOf(carriers)).toEqual([
    {
      title: '年度报告',
      carriers: [
        { kind: '字段', label: '经费 › 到位经费' },
        { kind: '规则', label: 'total' },
      ],
    },
    { title: '方案', carriers: [{ kind: '材料', label: '整份材料' }] },
    {
      title: '管理程序',
      carriers: [
        { kind: '期限', label: '报送年度报告' },
        { kind: '程序', label: '整个程序' },
      ],
    },
  ])
})
