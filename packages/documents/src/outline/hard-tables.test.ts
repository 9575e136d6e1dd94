import type { OutlineBlock, OutlineGrid } from '@policyforms/core'
import { describe, expect, it } from 'vitest'
import { draftOutline } from './draft-outline.ts'

/* Tables as offices nest them: merged heads, sums among rows, references to other tables, criteria under headings. */

/** A cell, how many columns it covers; `^` goes on from above. */
type Written = string | readonly [text: string, span: number]

const grid = (place: string, ...rows: readonly (readonly Written[])[]): OutlineGrid => ({
  is: 'grid',
  place,
  rows: rows.map((row, y) => {
    let column = 0
    return row.map((written, x) => {
      const [text, span] = typeof written === 'string' ? [written, 1] : written
      const cell = { text: text.replace('^', ''), column, span, isContinued: text === '^' }
      column += span
      return { ...cell, place: `${place} 第 ${y + 1} 行第 ${x + 1} 格` }
    })
  }),
})
const lines = (...texts: readonly string[]): readonly OutlineBlock[] =>
  texts.map((text, i) => ({ is: 'paragraph', text, place: `第 ${i + 1} 段` }))
const first = (...blocks: readonly OutlineBlock[]) => draftOutline(blocks).sections[0]?.children ?? []
const blank = (count: number): readonly Written[] => new Array<Written>(count).fill('')

describe('a budget', () => {
  const budget = grid(
    '表 1',
    [
      ['科  目', 2],
      ['2027年', 3],
      ['2028年', 3],
      ['合计', 3],
    ],
    [['^', 2], '省拨', '自筹', '小计', '省拨', '自筹', '小计', '省拨', '自筹', '小计'],
    [['一、直接费用', 2], ...blank(9)],
    [['（一）设备费', 2], ...blank(9)],
    ['其中', '1.购置费', ...blank(9)],
    ['^', '2.租赁费', ...blank(9)],
    [['（二）业务费', 2], ...blank(9)],
    [['二、间接费用', 2], ...blank(9)],
    ['其中', '绩效支出', ...blank(9)],
    [['合  计', 2], ...blank(9)],
  )

  it('has years over sources, sums of years, and sums of sources over the years', () => {
    const [matrix] = first(...lines('一、经费预算', '单位：万元'), budget)
    expect(matrix?.keywords).toMatchObject({ 'x-kind': 'matrix', 'x-totals': ['rows', 'columnGroups'] })
    expect(matrix?.heads?.columns).toEqual([
      { title: '省拨', group: '2027年' },
      { title: '自筹', group: '2027年' },
      { title: '省拨', group: '2028年' },
      { title: '自筹', group: '2028年' },
      { title: '省拨', group: '合计', sums: [0, 2] },
      { title: '自筹', group: '合计', sums: [1, 3] },
    ])
  })

  it('adds up what stands below a row, but not what is only a part of it', () => {
    const [matrix] = first(...lines('一、经费预算', '单位：万元'), budget)
    expect(matrix?.heads?.rows).toEqual([
      { title: '直接费用', sums: [2, 3, 4] },
      { title: '设备费', sums: [2, 3] },
      { title: '购置费' },
      { title: '租赁费' },
      { title: '业务费' },
      { title: '间接费用' },
      { title: '绩效支出' },
      { title: '合计', sums: [2, 3, 4, 5] },
    ])
    expect(matrix?.question).toContain('其中')
  })
})

describe('tables that are called by a number', () => {
  const book = draftOutline([
    ...lines('某省备案册', '备案单位：____'),
    ...lines('表1  人员备案表（编号P01起）'),
    grid('表 1', ['编号', '姓名', '岗位'], ['P01', '', '□固定 □流动'], ['P02', '', '']),
    ...lines('表2  成果表'),
    grid(
      '表 2',
      ['编号', '名称', '形式', '完成人（填表1编号，可多个）'],
      ['C01', '', '论文/专利', ''],
      ['C02', '', '', ''],
    ),
    ...lines('表3  投入分解（单位：人月）'),
    grid('表 3', ['人员编号', '投入'], ['', '']),
  ])

  it('are sections where no heading stands', () =>
    expect(book.sections.map(({ title }) => title)).toEqual([
      '基本信息',
      '人员备案表（编号P01起）',
      '成果表',
      '投入分解',
    ]))

  it('refer to each other by their rows’ numbers', () => {
    const [, people, results, shares] = book.sections.map(({ children = [] }) => children[0])
    expect(people).toMatchObject({ called: '表1', keywords: { 'x-row-number': { prefix: 'P' } } })
    expect(results?.children).toMatchObject([
      { title: '名称' },
      { title: '形式', options: [{ title: '论文' }, { title: '专利' }] },
      { title: '完成人', keywords: { 'x-kind': 'references' }, refers: '表 1' },
    ])
    expect(shares?.children?.[0]).toMatchObject({ keywords: { 'x-kind': 'reference' }, refers: '表 1' })
  })
})

it('two heads above each other stay two', () => {
  const [table] = first(
    ...lines('一、团队'),
    grid(
      '表 1',
      ['序号', '姓名', ['投入时间（人月）', 2], '备注'],
      ['^', '^', '第一年', '第二年', '^'],
      ['1', '', '', '', ''],
    ),
  )
  expect(table?.headGroups).toEqual([{ title: '投入时间', of: ['第一年', '第二年'] }])
  expect(table?.children).toMatchObject([
    { title: '姓名' },
    { title: '第一年', keywords: { 'x-kind': 'number', 'x-unit': '人月' } },
    { title: '第二年' },
    { title: '备注' },
  ])
})

describe('printed rows', () => {
  it('stand under what rows across the table say, with boxes to tick', () => {
    const [table] = first(
      ...lines('一、自查'),
      grid(
        '表 1',
        ['序号', '条件', '标准', '本单位情况', '是否符合'],
        ['一', ['基本条件（须全部满足）', 4]],
        ['1', '研发投入', '不低于300万元', '万元', '□是 □否'],
        ['2', '研发人员', '不少于20人', '人', '□是 □否'],
        ['二', ['择一条件', 4]],
        ['A', '有平台', '', '', '□'],
      ),
    )
    expect(table?.children?.map(({ title, keywords }) => [title, keywords['x-kind']])).toEqual([
      ['类别', 'text'],
      ['条件', 'text'],
      ['标准', 'text'],
      ['本单位情况', 'text'],
      ['是否符合', 'yes-no'],
    ])
    expect(table?.fixedRows).toEqual([
      { 类别: '基本条件（须全部满足）', 条件: '研发投入', 标准: '不低于300万元' },
      { 类别: '基本条件（须全部满足）', 条件: '研发人员', 标准: '不少于20人' },
      { 类别: '择一条件', 条件: '有平台' },
    ])
    expect(table?.merge).toEqual(['类别'])
  })

  it('begin below the columns’ numbers; a code keeps its nought; a score is bounded by its row', () => {
    const [table] = first(
      ...lines('一、指标'),
      grid(
        '表 1',
        ['指标', '代码', '分值', '自评得分'],
        ['甲', '乙', '1', '2'],
        ['投入', '01', '60', ''],
        ['产出', '02', '40', ''],
        [['合计', 2], '100', ''],
      ),
    )
    expect(table?.fixedRows).toEqual([
      { 指标: '投入', 代码: '01', 分值: 60 },
      { 指标: '产出', 代码: '02', 分值: 40 },
    ])
    expect(table?.totals).toEqual(['分值', '自评得分'])
    expect(table?.children?.at(-1)).toMatchObject({ title: '自评得分', atMost: '分值' })
  })
})

describe('lines', () => {
  it('with a box each are one choice of several', () => {
    const [choice] = first(
      ...lines(
        '一、结论',
        '一票否决事项（有下列情形之一的，不合格）：',
        '□①提供虚假材料的',
        '□②拒不参加的',
        '□其他：____',
      ),
    )
    expect(choice).toMatchObject({
      title: '一票否决事项',
      keywords: { 'x-kind': 'open-choices' },
      options: [{ title: '提供虚假材料的' }, { title: '拒不参加的' }, { title: '其他', isOpen: true }],
    })
  })

  it('that say who filled it in do not take the place of what the last heading asks for', () => {
    const [prose, ...rest] = first(
      ...lines('一、下一年度计划', '填表人：        联系电话：        报出日期：  年  月  日'),
    )
    expect(prose).toMatchObject({ title: '下一年度计划', keywords: { 'x-kind': 'narrative' } })
    expect(rest.map(({ title }) => title)).toEqual(['填表人', '联系电话', '报出日期'])
  })
})

it('takes levels in brackets for a cascade, from the list that they belong to if there is one', () =>
  expect(
    first(
      ...lines('一、概况'),
      grid(
        '表 1',
        ['行业（门类/大类/中类）', '', '注册地（州市/县区）', ''],
        ['所属学科', '一级：  二级：', '成立日期', ''],
      ),
    ).map(({ keywords }) => [keywords['x-kind'], keywords['x-codes']]),
  ).toEqual([
    ['cascade', 'industries'],
    ['cascade', 'regions'],
    ['cascade', undefined],
    ['date', undefined],
  ]))
