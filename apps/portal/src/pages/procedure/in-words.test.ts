import type { Due } from '@policyforms/procedure'
import { expect, it } from 'vitest'
import { sampleProcedure } from '../../testing/sample-procedure.ts'
import { dueInWords, inWords, valueInWords } from './in-words.ts'

const conditions: Readonly<Record<string, string | undefined>> = {
  'facts.isUrgent': '“是否紧急”为是',
  '!facts.isUrgent': '“是否紧急”为否',
  'given(facts.startedOn)': '已有“开始日期”',
  'facts.grade == "bad"': '“结果”是“不合格”',
  'facts.grade in ["good", "bad"]': '“结果”是“合格”、“不合格”之一',
  'facts.score >= parameters.days': '“得分”不小于5',
  'today() > due.decide && !facts.isUrgent': '今天晚于“作出决定”的期限，且“是否紧急”为否',
  'facts.score > 1 && (facts.isUrgent || blank(facts.grade))': '“得分”大于1，且（“是否紧急”为是，或没有“结果”）',
  '!(facts.score > 1)': '不是（“得分”大于1）',
  'addMonths(facts.startedOn, 6) <= today()': '“开始日期”起6个月不晚于今天',
  'year(facts.startedOn) == 2024': '“开始日期”的年份是2024',
  '(facts.isUrgent ? 1 : 2) == facts.score': '如果“是否紧急”为是，则1，否则2是“得分”',
  '[1, 2].exists(n, n == facts.score)': undefined,
}

it.each(Object.entries(conditions))('says %s', (when, words) => {
  const procedure = sampleProcedure({ consequences: { one: { title: '甲', when, transition: 'refuse' } } })
  const written = procedure.consequences[0]?.when
  expect(written && inWords(procedure, written)).toBe(words)
})

const dues: readonly (readonly [Partial<Due>, string])[] = [
  [{ kind: 'yearly', on: '03-31' }, '从“开始日期”起，每年一次，次年3月31日以前'],
  [{ kind: 'after', count: 5, unit: 'workdays' }, '从“开始日期”起5个工作日以内'],
  [{ kind: 'before', count: 90, unit: 'days' }, '“开始日期”以前90天'],
  [{ kind: 'on' }, '“开始日期”当天'],
]

it.each(dues)('says when %o is due', (due, words) => {
  const decide = { title: '作出决定', role: 'office', due: { from: 'facts.startedOn', ...due }, doneBy: ['close'] }
  const procedure = sampleProcedure({ obligations: { decide } })
  const [obligation] = procedure.obligations
  expect(obligation && dueInWords(procedure, obligation.due)).toBe(words)
})

it('says from when until when, in the same year or the next', () => {
  const due = {
    kind: 'yearly',
    from: 'facts.startedOn',
    until: 'addYears(facts.startedOn, 3)',
    on: '12-20',
    same: true,
  }
  const procedure = sampleProcedure({
    obligations: { decide: { title: '作出决定', role: 'office', due, doneBy: ['close'] } },
  })
  const [obligation] = procedure.obligations
  const words = '从“开始日期”起到“开始日期”起3年止，每年一次，当年12月20日以前'
  expect(obligation && dueInWords(procedure, obligation.due)).toBe(words)
})

it('writes dates and days of the year as people do', () => {
  const said = ['2022-06-01', '03-31', '2022-06', 5, true, '甲'].map(valueInWords)
  expect(said).toEqual(['2022年6月1日', '3月31日', '2022-06', '5', '是', '甲'])
})
