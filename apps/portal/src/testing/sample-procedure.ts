import { engines } from '@policyforms/core/node'
import { compileSchemas } from '@policyforms/core/pack'
import type { Procedure } from '@policyforms/procedure'
import { compileProcedure } from '@policyforms/procedure/compile'

const jurisdiction = {
  id: 'sample',
  name: '样例省',
  code: '990000',
  level: 'province',
  roles: { lead: '牵头单位', office: '主管部门' },
}

/** For tests: a procedure from what a pack would write. */
export const sampleProcedure = (more: object = {}): Procedure => {
  const written = {
    title: '样例程序',
    version: '1.0.0',
    parameters: { days: { title: '公示天数', value: 5, open: '没有写多久' } },
    facts: {
      startedOn: { kind: 'date', title: '开始日期' },
      isUrgent: { kind: 'yes-no', title: '是否紧急' },
      score: { kind: 'number', title: '得分' },
      grade: {
        kind: 'choice',
        title: '结果',
        oneOf: [
          { const: 'good', title: '合格' },
          { const: 'bad', title: '不合格' },
        ],
      },
    },
    starts: [{ stage: 'intent' }],
    stages: {
      intent: { title: '提出意向' },
      review: { title: '评审' },
      closed: { title: '办结', end: true },
    },
    transitions: {
      submit: { title: '报送', from: ['intent'], to: 'review', roles: ['lead'], effects: { startedOn: 'today()' } },
      again: { title: '重新评审', from: ['review'], to: 'review', roles: ['office'] },
      note: { title: '记录得分', from: ['intent', 'review'], roles: ['office'], asks: ['score', 'isUrgent', 'grade'] },
      back: { title: '退回', from: ['review'], to: 'intent', roles: ['office'] },
      refuse: { title: '不予受理', from: ['review'], to: 'closed', roles: ['office'] },
      close: { title: '办结', from: ['review'], to: 'closed', roles: ['office'] },
    },
    obligations: {
      decide: {
        title: '作出决定',
        role: 'office',
        due: { kind: 'after', from: 'facts.startedOn', count: 'parameters.days', unit: 'workdays' },
        doneBy: ['close'],
      },
    },
    consequences: { late: { title: '逾期没有决定', when: 'due.decide < today()', transition: 'refuse' } },
    ...more,
  }
  const files = Object.entries({ jurisdiction, procedure: written }).map(([name, value]) => ({
    path: `sample/${name}.json`,
    text: JSON.stringify({ $schema: `../dialect/${name}.schema.json`, ...value }),
  }))
  const { packs, issues } = compileSchemas(files, engines)
  const source = packs[0]?.procedure
  const { procedure, issues: faults } = source ? compileProcedure(source) : { issues }
  if (!procedure) throw new Error(JSON.stringify(faults))
  return procedure
}
