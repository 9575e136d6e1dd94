import type { DraftNode } from '@policyforms/core'
import { expect, it } from 'vitest'
import { agreed, asKind, lacksOptions, nodeAt, unsureIn, withNode, withOptions } from './draft-edits.ts'

const guess = (title: string, kind: string, more: Partial<DraftNode> = {}): DraftNode => ({
  title,
  keywords: { 'x-kind': kind },
  evidence: { place: '第 1 段', text: title, confidence: 'low', why: '' },
  ...more,
})
const sections = [
  guess('基本情况', 'section', {
    children: [guess('名称', 'text'), guess('经费', 'number', { keywords: { 'x-kind': 'number', 'x-unit': '元' } })],
  }),
]

it('changes one guess and leaves the others', () => {
  const changed = withNode(sections, [0, 0], (node) => ({ ...node, title: '单位名称' }))
  expect(nodeAt(changed, [0, 0])?.title).toBe('单位名称')
  expect(nodeAt(changed, [0, 1])).toBe(nodeAt(sections, [0, 1]))
  expect(withNode(sections, [0, 0], () => undefined)[0]?.children).toHaveLength(1)
})

it('takes a guess for another kind with what that needs, and keeps what both can say', () => {
  expect(asKind(guess('金额', 'text'), 'money').keywords).toEqual({ 'x-kind': 'money', 'x-unit': '万元' })
  const number = nodeAt(sections, [0, 1])
  expect(number && asKind(number, 'money').keywords).toEqual({ 'x-kind': 'money', 'x-unit': '元' })
})

it('asks for the options of a choice that has none, and takes them line by line', () => {
  const chosen = asKind(guess('职称', 'text', { question: '是吗？' }), 'choice')
  expect(chosen).toMatchObject({ options: [] })
  expect(chosen.question).toBeUndefined()
  expect(lacksOptions(chosen)).toBe(true)
  const given = withOptions(chosen, ['正高', ' 副高 ', '', '正高'])
  expect(given.options?.map(({ title }) => title)).toEqual(['正高', '副高'])
  expect(lacksOptions(given)).toBe(false)
  const open = asKind(given, 'open-choice')
  expect(open.options?.at(-1)).toEqual({ title: '其他', isOpen: true })
  expect(withOptions(open, ['正高', '其他']).options).toEqual([
    { title: '正高', isOpen: false },
    { title: '其他', isOpen: true },
  ])
})

it('takes along what a table says of a column by its name', () => {
  const columns = ['指标', '分值', '得分'].map((title) => guess(title, 'text'))
  const table = guess('打分', 'table', {
    children: columns.map((column) => (column.title === '得分' ? { ...column, atMost: '分值' } : column)),
    totals: ['分值', '得分'],
    merge: ['指标'],
    headGroups: [{ title: '评价', of: ['分值', '得分'] }],
    fixedRows: [{ 指标: '投入', 分值: 60 }],
  })
  const [changed] = withNode([table], [0, 1], (node) => ({ ...node, title: '满分' }))
  expect(changed).toMatchObject({
    totals: ['满分', '得分'],
    merge: ['指标'],
    headGroups: [{ of: ['满分', '得分'] }],
    fixedRows: [{ 指标: '投入', 满分: 60 }],
  })
  expect(changed?.children?.[2]?.atMost).toBe('满分')
})

it('counts what a person has not looked at', () => {
  const draft = { title: [], cover: [], notes: [], questions: [], sections }
  expect(unsureIn(draft)).toBe(3)
  expect(unsureIn({ ...draft, sections: withNode(sections, [0, 0], agreed) })).toBe(2)
})
