import { describe, expect, it } from 'vitest'
import { blockAt, labelAt } from '../index.ts'
import { smallPack } from '../testing/small-pack.ts'
import { bandsOf, headsOf, matrixLines } from './heads-of.ts'
import { settle } from './settle.ts'

const schema = {
  title: '申请书',
  properties: {
    basics: {
      'x-kind': 'section',
      title: '基本情况',
      properties: {
        year: { 'x-kind': 'year', title: '申报年度' },
        other: { 'x-kind': 'text', title: '其他来源' },
        source: { 'x-kind': 'text', title: '财政名称' },
        funds: {
          'x-kind': 'matrix',
          title: '经费',
          'x-rows': [
            { key: 'public', title: '财政小计', group: '财政', groupFrom: 'basics.source', sums: ['central', 'local'] },
            { key: 'central', title: '中央', group: '财政' },
            { key: 'local', title: '地方', group: '财政' },
            { key: 'own', title: '自筹' },
            { key: 'more', title: '其他', titleFrom: 'basics.other' },
          ],
          'x-columns': ['first', 'second'].flatMap((key, i) => [
            { key: `${key}Plan`, title: '预算', group: `第${i + 1}年` },
            { key, title: `第${i + 1}年度`, group: `第${i + 1}年`, titleFrom: `text(basics.year + ${i + 1}) + "年度"` },
          ]),
          'x-cell': { 'x-kind': 'money', title: '金额', 'x-unit': '万元' },
          'x-totals': ['rows', 'groups', 'columnGroups'],
        },
      },
    },
  },
}
const { template } = smallPack(schema)
const matrix = blockAt(template, ['basics', 'funds'])
if (matrix?.block !== 'matrix') throw new Error('not compiled')

const today = '2026-05-01'
const titles = (basics: object) => {
  const settled = settle(template, { basics: { ...basics } }, { today }).answers
  const { rows, columns } = headsOf(matrix, settled, { today })
  return { rows: rows.map(({ title }) => title), columns: columns.map(({ title }) => title) }
}

describe('heads of a matrix', () => {
  it('take their titles from the answers, and keep their own while those are blank', () => {
    expect(titles({ year: 2026 }).columns).toEqual(['预算', '2027年度', '预算', '2028年度'])
    expect(titles({}).columns).toEqual(['预算', '第1年度', '预算', '第2年度'])
    expect(titles({ other: '  横向\n课题 ' }).rows).toEqual(['中央', '地方', '自筹', '横向 课题'])
    expect(titles({ other: ' ' }).rows.at(-1)).toBe('其他')
  })

  it('stand in bands of one group, others alone', () => {
    const bands = bandsOf(matrix.rows).map(({ group, from, heads }) => [group, from, heads.length])
    expect(bands).toEqual([
      ['财政', 0, 2],
      [undefined, 2, 1],
      [undefined, 3, 1],
    ])
    expect(bandsOf(matrix.columns).map(({ from, heads }) => [from, heads.length])).toEqual([
      [0, 2],
      [2, 2],
    ])
  })

  it('are named with their group in a place where their title alone could be another', () => {
    expect(labelAt(template, '/basics/funds/central/secondPlan')).toBe('经费 中央 “第2年：预算”')
    expect(labelAt(template, '/basics/funds/central/second')).toBe('经费 中央 “第2年度”')
  })

  it('ask for subtotals below their groups', () => {
    expect(matrix.totals).toEqual({ rows: true, columns: false, groups: true, columnGroups: true })
  })

  it('come with the sums between them and after their groups, each told what it adds up', () => {
    const lines = matrixLines(matrix, { basics: { source: '财政拨款' } }, { today })
    const said = (side: typeof lines.rows) => side.map(({ group, title, of }) => [group, title, of.join(' ')])
    expect(said(lines.rows)).toEqual([
      ['财政拨款', '财政小计', 'central local'],
      ['财政拨款', '中央', 'central'],
      ['财政拨款', '地方', 'local'],
      ['财政拨款', '小计', 'central local'],
      [undefined, '自筹', 'own'],
      [undefined, '其他', 'more'],
    ])
    expect(said(lines.columns)).toEqual([
      ['第1年', '预算', 'firstPlan'],
      ['第1年', '第1年度', 'first'],
      ['第1年', '小计', 'firstPlan first'],
      ['第2年', '预算', 'secondPlan'],
      ['第2年', '第2年度', 'second'],
      ['第2年', '小计', 'secondPlan second'],
      [undefined, '合计', 'firstPlan first secondPlan second'],
    ])
  })
})
