import { expect, it } from 'vitest'
import { moveRule } from './rule-edits.ts'
import { holdersIn, rulesIn } from './rule-list.ts'

const rule = { id: 'some', assert: 'money.own > 0', message: '少', at: 'own' }
const template = {
  'x-kind': 'template',
  title: '样例',
  properties: {
    money: {
      'x-kind': 'section',
      title: '经费',
      properties: {
        own: { 'x-kind': 'money', title: '自筹' },
        rows: { 'x-kind': 'table', title: '明细', items: { properties: { a: { 'x-kind': 'text', title: '甲' } } } },
      },
      'x-rules': [rule],
    },
    other: { 'x-kind': 'section', title: '其他', properties: {} },
  },
}
const text = JSON.stringify(template, null, 2)

it('a rule may hang at every part, and at the rows of a table', () => {
  expect(holdersIn(text).map(({ title }) => title)).toEqual([
    '整个模板',
    '经费',
    '经费 › 明细',
    '经费 › 明细的每一行',
    '其他',
  ])
})

const moved = (where: string) => {
  const [written] = rulesIn(text)
  const holder = holdersIn(text).find(({ title }) => title === where)
  if (!written || !holder) throw new Error(where)
  const after = moveRule(text, written, holder.keys)
  const [now] = rulesIn(after.text)
  expect(rulesIn(after.text)).toHaveLength(1)
  expect(now?.keys).toEqual(after.keys)
  return now
}

it('a rule that moves points to what it pointed to', () => {
  expect(moved('整个模板')).toMatchObject({ holder: '整个模板', rule: { ...rule, at: 'money/own' } })
  expect(moved('经费')?.rule).toEqual(rule)
})

it('or to all of where it stands, if that is elsewhere', () => {
  const now = moved('其他')
  expect(now?.holder).toBe('其他')
  expect(now?.rule).not.toHaveProperty('at')
  expect(moved('经费 › 明细的每一行')?.path).toEqual(['money', 'rows', '*'])
})
