import { isObject, type Json, property } from '@policyforms/core'

const written = (value: Json): string => `${JSON.stringify(value, null, 2)}\n`

/** The least that a file of each kind is, so that there is something to change. All pass the check as they are. */
export const newCodes = (id: string, title: string): string =>
  written({
    $schema: '../../dialect/codes.schema.json',
    id,
    title,
    entries: [
      { code: '1', title: '第一项' },
      { code: '2', title: '第二项' },
    ],
  })

/** Filled, handed in, judged: who does it is taken from the roles that there are. */
export const newProcedure = (name: string, jurisdiction: Json | undefined): string => {
  const roles = property(jurisdiction, 'roles')
  const [first = 'applicant', second = first] = Object.keys(isObject(roles) ? roles : {})
  return written({
    $schema: '../dialect/procedure.schema.json',
    title: `${name}办理程序`,
    version: '0.1.0',
    facts: {},
    starts: [{ stage: 'drafting' }],
    stages: {
      drafting: { title: '填写' },
      review: { title: '审核' },
      done: { title: '办结', end: true },
    },
    transitions: {
      submit: { title: '提交', from: ['drafting'], to: 'review', roles: [first] },
      sendBack: { title: '退回修改', from: ['review'], to: 'drafting', roles: [second] },
      approve: { title: '通过', from: ['review'], to: 'done', roles: [second] },
    },
  })
}

export const newIndicators = (name: string, year: number): string =>
  written({
    $schema: '../dialect/indicators.schema.json',
    title: `${name}目标完成情况`,
    indicators: [{ id: 'count', title: '指标一', unit: '项', targets: [{ year, value: 1 }] }],
  })
