import { describe, expect, it } from 'vitest'
import { withNamesFollowed } from './follow-keys.ts'

const procedure = {
  $schema: '../dialect/procedure.schema.json',
  facts: { approvedOn: { kind: 'date', title: '批复日期' } },
  starts: [{ stage: 'drafting', when: 'facts.approvedOn == null' }],
  stages: { drafting: { title: '填写' }, done: { title: '办结', end: true } },
  transitions: {
    submit: {
      title: '提交 drafting',
      from: ['drafting'],
      to: 'done',
      roles: ['drafting'],
      effects: { approvedOn: 'today()' },
    },
  },
  obligations: {
    report: {
      title: '报告',
      role: 'a',
      due: { kind: 'after', from: 'facts.approvedOn', count: 1, unit: 'years' },
      doneBy: ['submit'],
    },
  },
  consequences: { late: { title: '逾期', when: 'due.report < today()', transition: 'submit' } },
}

describe('another key in a map of a file', () => {
  it('is followed by all that names it, and by nothing else', () => {
    const { drafting, done } = procedure.stages
    const { stages, starts, transitions } = withNamesFollowed(procedure, 'stages', { filling: drafting, done })
    expect({ stages, starts, transitions }).toEqual({
      stages: { filling: drafting, done },
      starts: [{ stage: 'filling', when: 'facts.approvedOn == null' }],
      transitions: { submit: { ...procedure.transitions.submit, from: ['filling'] } },
    })
  })

  it('is followed in expressions and among keys', () => {
    const renamed = withNamesFollowed(procedure, 'facts', { agreedOn: procedure.facts.approvedOn })
    expect(JSON.stringify(renamed)).not.toContain('approvedOn')
    const due = withNamesFollowed(procedure, 'obligations', { yearly: procedure.obligations.report })
    expect(due.consequences).toEqual({ late: { title: '逾期', when: 'due.yearly < today()', transition: 'submit' } })
  })

  it('is told from an entry that came or went', () => {
    expect(withNamesFollowed(procedure, 'stages', { done: procedure.stages.done })).toEqual({
      ...procedure,
      stages: { done: procedure.stages.done },
    })
  })
})
