import type { DraftNode, OutlineDraft } from '@policyforms/core'
import { expect, it } from 'vitest'
import { answered, askedIn, repliesTo, withTitle } from './questions.ts'

const evidence = { place: '表 1', text: '', confidence: 'medium', why: '' } as const
const field: DraftNode = {
  title: '技术领域',
  keywords: { 'x-kind': 'open-choice', description: '选填' },
  options: [{ title: '其他', isOpen: true }],
  question: '选几项？',
  answers: [
    { title: '只选一项', keywords: { 'x-kind': 'open-choice' } },
    { title: '可以选几项', keywords: { 'x-kind': 'open-choices', description: null } },
  ],
  evidence,
}
const table: DraftNode = {
  title: '节点',
  keywords: { 'x-kind': 'table' },
  children: [],
  fixedRows: [{ 年度: 2026 }],
  question: '固定吗？',
  answers: [{ title: '固定的' }, { title: '可以增减', keywords: { 'x-printed-rows': 1 }, without: ['fixedRows'] }],
  evidence,
}
const draft: OutlineDraft = {
  title: ['申报材料'],
  cover: [],
  notes: [],
  sections: [
    {
      title: '情况',
      keywords: { 'x-kind': 'section' },
      children: [field, table],
      evidence: { ...evidence, place: '第 3 段' },
    },
  ],
  questions: [
    { place: '开头', text: '', question: '没有找到材料的名称。' },
    {
      place: '表 1 第 2 行第 1 格',
      text: '甲',
      question: '要不要添上？',
      answers: [
        { title: '添上', adds: { node: { title: '甲', keywords: { 'x-kind': 'text' }, evidence }, into: '第 3 段' } },
        { title: '不用' },
      ],
    },
    {
      place: '填写说明',
      text: '',
      question: '能留空吗？',
      answers: [{ title: '可以' }, { title: '不能', writesNone: true }],
    },
  ],
}
const reply = (from: OutlineDraft, question: string, title: string): OutlineDraft => {
  const asked = askedIn(from).find((one) => one.question === question)
  const chosen = asked && repliesTo(asked).find((one) => one.title === title)
  return asked && chosen ? answered(from, asked, chosen) : from
}

it('asks what is open, and no longer what has been answered', () => {
  expect(askedIn(draft).map(({ question }) => question)).toEqual([
    '没有找到材料的名称。',
    '要不要添上？',
    '能留空吗？',
    '选几项？',
    '固定吗？',
  ])
  const after = reply(draft, '选几项？', '可以选几项')
  expect(askedIn(after)).toHaveLength(4)
  const [changed] = after.sections[0]?.children ?? []
  expect(changed?.keywords).toEqual({ 'x-kind': 'open-choices' })
  expect(changed?.evidence.confidence).toBe('high')
  expect(changed?.options).toEqual(field.options)
})

it('lets rows be added where they are not fixed', () => {
  const [, rows] = reply(draft, '固定吗？', '可以增减').sections[0]?.children ?? []
  expect(rows?.fixedRows).toBeUndefined()
  expect(rows?.keywords).toEqual({ 'x-kind': 'table', 'x-printed-rows': 1 })
  const [, fixed] = reply(draft, '固定吗？', '固定的').sections[0]?.children ?? []
  expect(fixed?.fixedRows).toEqual(table.fixedRows)
})

it('adds what was not read to its section, or leaves it', () => {
  expect(reply(draft, '要不要添上？', '添上').sections[0]?.children?.map(({ title }) => title)).toContain('甲')
  expect(reply(draft, '要不要添上？', '不用').sections).toBe(draft.sections)
  expect(askedIn(reply(draft, '要不要添上？', '不用'))).toHaveLength(4)
})

it('decides about the whole, and takes note of what has no answers', () => {
  expect(reply(draft, '能留空吗？', '不能').writesNone).toBe(true)
  expect(reply(draft, '没有找到材料的名称。', '知道了').questions).toHaveLength(2)
  expect(withTitle(draft, '申报书')).toMatchObject({ title: ['申报书'], questions: [{}, {}] })
})
