import { expect, it } from 'vitest'
import { nextNumber, remediesFor } from './remedies.ts'

const template = (properties: object) =>
  JSON.stringify(
    { 'x-kind': 'template', properties: { basics: { 'x-kind': 'section', title: '基本', properties } } },
    null,
    2,
  )
const text = (title: string) => ({ 'x-kind': 'text', title })
const money = (unit: string) => ({ 'x-kind': 'money', title: '总额', 'x-unit': unit })

it('offers what is new for what is gone, and to give it up', () => {
  const before = template({ plan: text('计划'), name: text('名称') })
  const now = template({ annualPlan: text('年度计划'), name: text('名称') })
  const found = remediesFor({ why: 'gone', path: 'basics.plan', title: '计划' }, now, before)
  expect(found.map(({ label }) => label)).toEqual(['就是现在的“年度计划”', '确认不再要'])
  expect(JSON.parse(found[0]?.apply(now) ?? '').properties.basics.properties.annualPlan['x-was']).toBe('basics.plan')
  expect(JSON.parse(found[1]?.apply(now) ?? '')['x-dropped']).toEqual(['basics.plan'])
})

it('offers to convert a unit', () => {
  const [before, now] = [template({ total: money('元') }), template({ total: money('万元') })]
  const change = { why: 'unit', path: 'basics.total', title: '总额', before: '元', after: '万元' } as const
  const [first] = remediesFor(change, now, before)
  expect(first?.label).toBe('按元换算成万元')
  expect(JSON.parse(first?.apply(now) ?? '').properties.basics.properties.total['x-was']).toEqual({
    at: 'total',
    unit: '元',
  })
})

it('counts versions on', () => {
  expect(nextNumber('1.0.0')).toBe('1.1.0')
  expect(nextNumber('2.9.3')).toBe('2.10.0')
})
