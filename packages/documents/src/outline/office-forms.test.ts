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
  expect(questions.flatMap(({ answers = [] }) => answers)).toContainEqual(expect.objectContaining({ writesNone: true }))
  expect(sections[0]?.children?.[0]).toMatchObject({ title: '申报年度', isRequired: true, ...kind('year') })
})

const opinions = [
  '一、承诺与意见',
  '甲单位承诺\t本单位承诺：材料真实。⏎法定代表人（签字）：   单位（盖章）⏎年  月  日',
  '市（州）科技局推荐意见\t□同意推荐 □不同意推荐⏎理由：⏎（盖章）⏎年  月  日',
  '省厅审核意见\t（盖章）⏎年  月  日',
]
/** A box of several lines, as Word has them. */
const drawn = (lines: readonly string[]): OutlineDraft =>
  draftOutline(
    readText(lines.join('\n')).map((block) =>
      block.is === 'paragraph'
        ? block
        : {
            ...block,
            rows: block.rows.map((row) => row.map((one) => ({ ...one, text: one.text.replaceAll('⏎', '\n') }))),
          },
    ),
  )

it('keeps each seal with the box that it stands in', () =>
  expect(drawn(opinions).sections[0]?.children).toMatchObject([
    {
      title: '甲单位承诺',
      keywords: {
        'x-kind': 'section',
        'x-signatures': [
          { label: '法定代表人', by: ['signature'], date: true },
          { label: '单位', by: ['seal'], date: true },
        ],
      },
      children: [{ keywords: { 'x-kind': 'statement', 'x-text': ['本单位承诺：材料真实。'] } }],
    },
    {
      title: '市（州）科技局推荐意见',
      keywords: { 'x-signatures': [{ label: '市（州）科技局', by: ['seal'], date: true }] },
      children: [
        { title: '推荐意见', ...kind('choice'), options: [{ title: '同意推荐' }, { title: '不同意推荐' }] },
        { title: '理由', ...kind('narrative') },
      ],
    },
    {
      title: '省厅审核意见',
      keywords: { 'x-signatures': [{ label: '省厅', by: ['seal'], date: true }] },
      children: [{ title: '审核意见', ...kind('narrative') }],
    },
  ]))

it('asks about a cell that it made nothing of', () =>
  expect(
    draft('某表', '一、人员', '序号\t姓名\t职称', '1\t\t', '合计\t专职人员共几人，其中高级几人\t').questions,
  ).toMatchObject([{ place: '表 1 第 3 行第 2 格', answers: [{ adds: { into: '第 2 行' } }, {}, { title: '不用' }] }]))

it('tells sums by the numbers in a column of their own', () =>
  expect(
    first(
      '一、预算（单位：万元）',
      '序号\t科目\t省级\t自筹',
      '一\t直接费用\t\t',
      '1\t设备费\t\t',
      '2\t材料费\t\t',
      '二\t间接费用\t\t',
    )[0]?.heads?.rows,
  ).toEqual([{ title: '直接费用', sums: [1, 2] }, { title: '设备费' }, { title: '材料费' }, { title: '间接费用' }]))

it('takes boxes below a line that ends in a colon for what that line asks', () =>
  expect(first('一、评估', '一票否决（有下列情形之一的，不合格）：', '□造假  □挪用')).toMatchObject([
    { title: '一票否决', keywords: { 'x-kind': 'choices', description: '有下列情形之一的，不合格' } },
  ]))

it('takes a month for a month, and two things in a cell for no number', () =>
  expect(
    first('一、情况', '认定时间\t年  月\t评估年度\t', '填报人及电话\t\t联系电话\t').map(
      ({ keywords }) => keywords['x-kind'],
    ),
  ).toEqual(['month', 'year', 'text', 'identifier']))

it('takes no remark above a table for its name', () =>
  expect(first('一、人员情况', '（不少于15人，表格不够可加行）', '序号\t姓名\t职称', '1\t\t')).toMatchObject([
    { title: '人员情况', ...kind('table') },
  ]))

it('takes years printed beforehand for years', () =>
  expect(first('一、节点', '年度\t内容\t指标', '2026年\t\t', '2027年\t\t')).toMatchObject([
    { children: [kind('year'), {}, {}], fixedRows: [{ 年度: 2026 }, { 年度: 2027 }] },
  ]))
