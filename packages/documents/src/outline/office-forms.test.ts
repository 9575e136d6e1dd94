import type { OutlineDraft } from '@policyforms/core'
import { expect, it } from 'vitest'
import { draftOutline } from './draft-outline.ts'
import { readText } from './read-text.ts'

/* How an office really draws its attachments: boxes in the sample rows, printed numbers, marks that only it fills in. */

const draft = (...lines: readonly string[]): OutlineDraft => draftOutline(readText(lines.join('\n')))
const first = (...lines: readonly string[]) => draft(...lines).sections[0]?.children ?? []
const kind = (name: string) => ({ keywords: { 'x-kind': name } })

it('takes boxes that stand alike in each sample row for the kind of their column', () =>
  expect(
    first('一、人员', '序号\t姓名\t性别\t出生日期', '1\t\t□男 □女\t  年  月  日', '2\t\t□男 □女\t  年  月  日'),
  ).toMatchObject([
    { ...kind('table'), children: [{ title: '姓名' }, { title: '性别', ...kind('choice') }, kind('date')] },
  ]))

it('numbers the rows as the printed numbers do', () =>
  expect(first('一、知识产权', '编号\t名称\t类型', 'IP01\t\t', 'IP02\t\t')).toMatchObject([
    { keywords: { 'x-kind': 'table', 'x-row-number': { prefix: 'IP', digits: 2 } } },
  ]))

it('ends a table where rows with boxes across it begin', () =>
  expect(
    first(
      '一、打分',
      '指标\t标准\t满分\t得分',
      '投入\t多者得分\t60\t',
      '产出\t多者得分\t40\t',
      '等级\t□优秀 □合格\t\t',
    ),
  ).toMatchObject([
    { ...kind('table'), fixedRows: [{ 满分: 60 }, { 满分: 40 }] },
    { title: '等级', ...kind('choice') },
  ]))

it('makes rows under a subject one group of a matrix', () =>
  expect(
    first(
      '一、预算（单位：万元）',
      '科目\t来源\t第一年\t第二年\t合计',
      '设备费\t财政\t\t\t',
      '设备费\t自筹\t\t\t',
      '设备费\t小计\t\t\t',
      '人员费\t财政\t\t\t',
      '人员费\t自筹\t\t\t',
      '人员费\t小计\t\t\t',
      '合计\t\t\t\t',
    ),
  ).toMatchObject([
    {
      keywords: { 'x-kind': 'matrix', 'x-totals': ['rows', 'columns', 'groups'], 'x-cell': { 'x-unit': '万元' } },
      heads: {
        rows: [
          { title: '财政', group: '设备费' },
          { title: '自筹', group: '设备费' },
          { title: '财政', group: '人员费' },
          { title: '自筹', group: '人员费' },
        ],
      },
    },
  ]))

it('keeps a column called by a year a column of amounts', () =>
  expect(first('一、近三年', '单位：万元', '项目\t上一年\t报告年度\t合计', '投入\t\t\t', '收入\t\t\t')).toMatchObject([
    { keywords: { 'x-kind': 'matrix', 'x-cell': { 'x-kind': 'money' } } },
  ]))

it('merges what is printed alike below each other, and takes targets with a unit beside them for numbers', () =>
  expect(
    first(
      '一、目标',
      '一级指标\t二级指标\t计量单位\t第一年\t总体目标\t说明',
      '产出\t专利\t件\t\t\t',
      '产出\t标准\t项\t\t\t',
    ),
  ).toMatchObject([
    {
      ...kind('table'),
      merge: ['一级指标'],
      children: [{}, {}, {}, kind('number'), kind('number'), kind('text')],
    },
  ]))

it('reads levels to fill in as a choice of several levels', () =>
  expect(
    first('一、概况', '所在地区\t   省    市    县（市、区）\t行业\t门类：   大类：   中类：', '名称\t\t电话\t'),
  ).toMatchObject([
    { title: '所在地区', keywords: { 'x-kind': 'cascade', 'x-codes': 'regions' } },
    { title: '行业', keywords: { 'x-kind': 'cascade', 'x-codes': 'industries' } },
    { title: '名称' },
    { title: '电话' },
  ]))

it('prints what the office fills in as marks of the cover, and asks for nothing twice', () => {
  const { marks, cover, sections } = draft(
    '申报书',
    '编号：______',
    '受理日期：______',
    '中心名称：________（盖章）',
    '填报日期：    年    月    日',
    '一、基本信息',
    '联系人\t\t电话\t',
    '地址\t\t邮编\t',
  )
  expect(marks).toEqual(['编号：', '受理日期：'])
  expect(cover).toEqual(['中心名称', '填报日期'])
  expect(sections[0]?.children?.[0]).toMatchObject({
    title: '中心名称',
    keywords: { 'x-kind': 'text', maxLength: 200 },
  })
  expect(sections[0]?.children?.[0]?.keywords).not.toHaveProperty('description')
})

it('ends what stands before the first heading at the first heading', () =>
  expect(
    draft(
      '某省',
      '某中心',
      '申报书',
      '申报单位填写',
      '依托平台：______',
      '一、概况',
      '名称\t\t电话\t',
      '二、总结',
    ).sections.map((section) => section.title),
  ).toEqual(['基本信息', '概况', '总结']))

it('takes a year to fill in on the cover', () =>
  expect(draft('年度报告', '报告年度：    年', '某厅制', '一、概况', '名称\t\t电话\t')).toMatchObject({
    cover: ['报告年度'],
    issuer: '某厅制',
  }))

it('begins a commitment with the line that opens it', () =>
  expect(first('一、承诺书', '本单位承诺：', '1. 内容真实。')).toMatchObject([
    { keywords: { 'x-kind': 'statement', 'x-text': ['本单位承诺：', '1. 内容真实。'] } },
  ]))

it('takes a group of the cover’s name for what the cover asks', () =>
  expect(draft('申报书', '牵头单位：______', '一、基本信息', '牵头单位\t单位名称\t', '联系人\t\t电话\t').cover).toEqual(
    ['牵头单位'],
  ))

it('does not take time that is put in for money', () =>
  expect(first('一、人员', '序号\t姓名\t投入时间（月/年）', '1\t\t')).toMatchObject([{ children: [{}, kind('text')] }]))

it('asks what the notes on blanks should mean, and reads a marked label as one without its mark', () => {
  const { questions, sections } = draft(
    '申报书',
    '填报说明',
    '1. 各栏不得留空，没有的填“无”。',
    '一、概况',
    '*申报年度\t\t电话\t',
    '地址\t\t邮编\t',
  )
  expect(questions.map(({ question }) => question).join()).toContain('"x-blank": "write-none"')
  expect(sections[0]?.children?.[0]).toMatchObject({ title: '申报年度', isRequired: true, ...kind('year') })
})
