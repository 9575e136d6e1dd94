import { CompletionContext } from '@codemirror/autocomplete'
import { EditorState } from '@codemirror/state'
import { expect, it } from 'vitest'
import { completeExpression } from './complete-expression.ts'
import type { Pickable } from './pickable.ts'

const part = (text: string, trail: string, takes: Pickable['takes'], more: Partial<Pickable> = {}): Pickable => ({
  text,
  path: text.split('.'),
  title: trail.split(' › ').at(-1) ?? '',
  trail,
  takes,
  ...more,
})
const staff = part('staff.rows', '人员 › 人员表', ['table', 'any'])
const fields = [
  staff,
  part('staff.rows.full', '人员 › 人员表 › 是否专职', ['choice-column'], {
    table: staff,
    isTruth: true,
    options: [{ code: 'true', title: '是' }],
  }),
  part('sum(column(plan, "g1"), column(plan, "g2"))', '预算 › “省级财政补助”各列合计', ['number'], { isSum: true }),
]

const offered = (typed: string) => {
  const state = EditorState.create({ doc: typed })
  const found = completeExpression(new CompletionContext(state, typed.length, false), { fields, names: [] })
  return found?.options.map(({ label }) => label) ?? []
}

it('finds what stands under a head by the name of the head', () => {
  expect(offered('省级财政')).toContain('sum(column(plan, "g1"), column(plan, "g2"))')
})

it('offers to count the rows that are such, by what it is or by the table', () => {
  const count = 'count(staff.rows.filter(r, r.))'
  expect(offered('数出')).toContain(count)
  expect(offered('人员表')).toContain(count)
})

it('writes yes and no as expressions do', () => {
  expect(offered('staff.rows.full == ')).toEqual(['true'])
})
