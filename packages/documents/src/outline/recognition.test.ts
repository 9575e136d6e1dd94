import { describe, expect, it } from 'vitest'
import { guessField } from './field-guess.ts'
import { headingOf } from './heading.ts'
import { blanksIn } from './labelled-blanks.ts'
import { capIn, cleaned, optionsIn, unitCaptionIn, unitIn } from './marks.ts'
import { signaturesIn } from './signatures.ts'

describe('headings', () => {
  const inOrder = [
    '第一章 总则',
    '第一节 申报',
    '第一条 目的',
    '一、目标',
    '（一）目标',
    '1.目标',
    '1.1 目标',
    '（1）目标',
    '①目标',
  ]

  it('in every numbering style, outer before inner', () => {
    const ranks = inOrder.map((text) => headingOf(text)?.rank ?? 0)
    expect(ranks).toEqual([...new Set(ranks)].sort((a, b) => a - b))
  })

  it.each([
    '十二、目标',
    '(三) 目标',
    '1、目标',
    '12．目标',
    '1.2.3 目标',
    '（10）目标',
    '3）目标',
    '⑫ 目标',
    '第十一条：目标',
  ])('%s', (text) => expect(headingOf(text)?.title).toBe('目标'))

  it.each(['2024年度报告', '3.5万元', '一般情况', '中心名称'])('%s carries no number', (text) =>
    expect(headingOf(text)).toBeUndefined(),
  )
})

it.each([
  ['项目概述（限500字）', 500],
  ['不超过800字', 800],
  ['（500字以内）', 500],
  ['1,000字以内', 1000],
  ['限填 300 个汉字', undefined],
  ['共500字', undefined],
])('%s caps at %s', (text, cap) => expect(capIn(text)).toBe(cap))

it.each([
  ['总投资（万元）', '万元'],
  ['占比(%)', '%'],
  ['名称（全称）', undefined],
])('%s has the unit %s', (text, unit) => expect(unitIn(text)).toBe(unit))
it('takes a unit for a whole table, and an employer for none', () => {
  expect(unitCaptionIn('单位：万元')).toBe('万元')
  expect(unitCaptionIn('（金额单位：人民币万元）')).toBe('万元')
  expect(unitCaptionIn('单位：________')).toBeUndefined()
})

it('reads boxes to tick, and the one that asks for a text', () =>
  expect(optionsIn('单位性质 □企业 ☐高校  □其他（请注明）____')).toEqual([
    { title: '企业', isOpen: false },
    { title: '高校', isOpen: false },
    { title: '其他', isOpen: true },
  ]))

it.each([
  ['*姓  名：', '姓名'],
  ['（一）总投资（万元）', '总投资'],
  ['项目概述（限500字）', '项目概述'],
  ['牵头单位（盖章）', '牵头单位'],
])('prints %s as %s', (text, label) => expect(cleaned(text)).toBe(label))

it.each([
  ['统一社会信用代码', '', 'identifier'],
  ['身份证号码', '', 'identifier'],
  ['联系电话', '', 'identifier'],
  ['电子邮箱', '', 'identifier'],
  ['起止年月', '', 'period'],
  ['实施期限', '    年  月至    年  月', 'period'],
  ['批准日期', '', 'date'],
  ['出生年月', '', 'month'],
  ['成立时间', '  年  月  日', 'date'],
  ['总投资（万元）', '', 'money'],
  ['总投资', '____万元', 'money'],
  ['研发投入占比', '', 'percent'],
  ['研发人员（人）', '', 'number'],
  ['是否上市', '', 'yes-no'],
  ['上市情况', '□是 □否', 'yes-no'],
  ['单位类型', '□企业 □高校', 'choice'],
  ['领域（可多选）', '□新材料 □新能源', 'choices'],
  ['领域', '□新材料 □其他____', 'open-choice'],
  ['项目简介（限500字）', '', 'narrative'],
  ['主要成效', '', 'narrative'],
  ['营业执照复印件', '', 'attachment'],
  ['项目名称', '', 'text'],
])('%s %s is taken for %s', (label, box, kind) => expect(guessField(label, box).keywords['x-kind']).toBe(kind))

it('says how sure it is, and asks what it cannot know', () => {
  expect(guessField('统一社会信用代码', '').confidence).toBe('high')
  expect(guessField('项目经费', '')).toMatchObject({ confidence: 'low', question: expect.stringContaining('单位') })
})

it('takes a line of labels and blanks apart, and leaves a sentence alone', () => {
  expect(blanksIn('联系人：____ 电话：______', '').map((node) => node.title)).toEqual(['联系人', '电话'])
  const [total] = blanksIn('经费总额（单位：万元）：____', '')
  expect(total).toMatchObject({ title: '经费总额', keywords: { 'x-unit': '万元' } })
  expect(blanksIn('主要做法如下：先立后破，稳步推进。', '')).toEqual([])
})

it('tells who signs and who seals', () => {
  expect(signaturesIn('法定代表人（签字）：      牵头单位（盖章）：   年 月 日')).toEqual([
    { label: '法定代表人', by: ['signature'], date: true },
    { label: '牵头单位', by: ['seal'], date: true },
  ])
  expect(signaturesIn('依托单位意见\n负责人（签字）：   （公章）\n 年 月 日')).toEqual([
    { label: '负责人', by: ['signature'], date: true },
    { label: '依托单位', by: ['seal'], date: true },
  ])
  expect(signaturesIn('申报书须加盖公章后报送。')).toEqual([])
})
