import { expect, it } from 'vitest'
import type { DraftNode } from './draft.ts'
import { draftOutline } from './draft-outline.ts'
import { readText } from './read-text.ts'

const shapeOf = (node: DraftNode): unknown =>
  node.children
    ? { [`${node.keywords['x-kind']} ${node.title}`]: node.children.map(shapeOf) }
    : `${node.keywords['x-kind']} ${node.title}`
const shape = (text: string) => draftOutline(readText(text)).sections.map(shapeOf)

it('nests headings by their numbering', () =>
  expect(shape('一、总体\n（一）背景\n（二）目标\n1.近期\n2.远期\n二、保障')).toEqual([
    {
      'section 总体': [
        { 'section 背景': ['narrative 背景'] },
        { 'section 目标': [{ 'section 近期': ['narrative 近期'] }, { 'section 远期': ['narrative 远期'] }] },
      ],
    },
    { 'section 保障': ['narrative 保障'] },
  ]))

it('makes fields of headings too deep for a template', () =>
  expect(shape('第一章 甲\n一、乙\n（一）丙\n1.丁\n（1）戊')).toEqual([
    { 'section 甲': [{ 'section 乙': [{ 'section 丙': [{ 'section 丁': ['narrative 戊'] }] }] }] },
  ]))

it('tells a table, a matrix and fixed rows from a base table', () => {
  const [budget, people, goals, basics] = draftOutline(
    readText(
      [
        '一、预算',
        '单位：万元',
        '来源\t2025年\t2026年\t合计',
        '财政\t\t\t',
        '自筹\t\t\t',
        '合计\t\t\t',
        '二、人员',
        '序号\t姓名\t职称',
        '1\t\t',
        '2\t\t',
        '三、指标',
        '指标\t单位\t目标值',
        '专利\t件\t20',
        '论文\t篇\t12.5',
        '四、概况',
        '名称\t\t电话\t',
        '地址\t\t邮编\t',
      ].join('\n'),
    ),
  ).sections.map((section) => section.children?.[0])
  expect(budget).toMatchObject({
    keywords: {
      'x-kind': 'matrix',
      'x-corner': '来源',
      'x-cell': { 'x-kind': 'money', 'x-unit': '万元' },
      'x-totals': ['rows', 'columns'],
    },
    heads: {
      rows: [{ title: '财政' }, { title: '自筹' }],
      columns: [{ title: '2025年' }, { title: '2026年' }],
    },
  })
  expect(people).toMatchObject({
    keywords: { 'x-kind': 'table', 'x-printed-rows': 2 },
    children: [{ title: '姓名' }, { title: '职称' }],
  })
  expect(goals).toMatchObject({
    fixedRows: [
      { 指标: '专利', 单位: '件', 目标值: 20 },
      { 指标: '论文', 单位: '篇', 目标值: 12.5 },
    ],
  })
  expect(basics).toMatchObject({ title: '名称', keywords: { 'x-kind': 'text' } })
})

it('keeps signatures and statements with their section', () =>
  expect(
    draftOutline(readText('申报书\n一、概况\n承诺书\n本单位承诺内容真实。\n单位（盖章）：\n 年 月 日')).sections[1],
  ).toMatchObject({
    keywords: { 'x-signatures': [{ label: '单位', by: ['seal'], date: true }] },
    children: [{ keywords: { 'x-kind': 'statement', 'x-text': ['本单位承诺内容真实。'] } }],
  }))

it('lists files under 附件, numbered or not', () =>
  expect(shape('一、附件\n1. 营业执照；\n（2）审计报告\n其他材料\n二、其他')).toEqual([
    { 'section 附件': ['attachment 营业执照', 'attachment 审计报告', 'attachment 其他材料'] },
    { 'section 其他': ['narrative 其他'] },
  ]))

it('gives a section even to an outline without any, and says so', () => {
  const { sections, questions } = draftOutline(readText('随便写的一句话。'))
  expect(sections).toHaveLength(1)
  expect(questions.map((one) => one.question).join()).toContain('没有找到标题和表格')
})

it('tells each guess with its place', () => {
  const [section] = draftOutline(readText('申报书\n一、概况\n名称\t\t电话\t\n地址\t\t邮编\t')).sections
  expect(section?.children?.[1]?.evidence).toMatchObject({
    place: '表 1 第 1 行第 3 格',
    text: '电话',
    confidence: 'high',
  })
})

it('takes the unit of a heading for its table, and adds up what is totalled', () =>
  expect(draftOutline(readText('一、项目（单位：万元）\n序号\t名称\t经费\n1\t\t\n合计\t\t')).sections[0]).toMatchObject(
    {
      title: '项目',
      children: [
        { totals: ['经费'], children: [{ title: '名称' }, { keywords: { 'x-kind': 'money', 'x-unit': '万元' } }] },
      ],
    },
  ))
