import type { Expression, Head } from '@policyforms/core'
import { describe, expect, it } from 'vitest'
import { field, matrix, section, template } from '../sample/blocks.ts'
import { partOf, readBlocks, tablesOf } from '../sample/read-word.ts'
import { writeWord } from '../write-word.ts'

const head = (key: string, title: string, group?: string, titleFrom?: Expression): Head => ({
  key,
  title,
  ...(group && { group }),
  ...(titleFrom && { titleFrom }),
})
/** `text(basics.year + years) + "年"`, as the compiler writes it. */
const yearAfter = (years: number): Expression => ({
  source: '',
  term: {
    op: 'binary',
    operator: '+',
    left: {
      op: 'call',
      name: 'text',
      args: [
        {
          op: 'binary',
          operator: '+',
          left: { op: 'get', of: { op: 'name', name: 'money' }, key: 'year' },
          right: { op: 'literal', type: 'number', value: String(years) },
        },
      ],
    },
    right: { op: 'literal', type: 'text', value: '年' },
  },
  type: { is: 'text' },
  reads: [['money', 'year']],
})

const rows = [
  head('central', '中央', '财政资金'),
  head('region', '自治区', '财政资金'),
  head('own', '企业自筹'),
  head('bank', '银行贷款', '其他来源'),
  head('more', '其他', '其他来源'),
]
const columns = [
  head('firstPlan', '预算', '第一年'),
  head('first', '决算', '第一年'),
  head('second', '第二年', undefined, yearAfter(2)),
]
const made = template([
  section('money', '一、', '经费', [
    field('year', 'year', '申报年度'),
    matrix('funds', '来源', {}, {}, {}, { rows, columns, totals: { rows: true, columns: true, groups: true } }),
  ]),
])
const answers = {
  money: {
    year: 2026,
    funds: {
      central: { firstPlan: 100.1, second: 0.2 },
      region: { firstPlan: 50 },
      own: { first: 3 },
      more: { second: 7 },
    },
  },
}
const word = await writeWord(made, answers, { today: '2026-05-01' })
const xml = partOf(word, 'word/document.xml')

describe('a matrix with groups', () => {
  it('has merged heads, merged groups, subtotals, and titles from the answers', () => {
    const found = tablesOf(readBlocks(word)).find((one) => one.repeatedHeads === 2)
    expect(found?.rows).toEqual([
      ['来源', '第一年', '2028年', '合计'],
      ['', '预算', '决算', '', ''],
      ['财政资金', '中央', '100.10', '', '0.20', '100.30'],
      ['', '自治区', '50.00', '', '', '50.00'],
      ['', '小计', '150.10', '', '0.20', '150.30'],
      ['企业自筹', '', '3.00', '', '3.00'],
      ['其他来源', '银行贷款', '', '', '', ''],
      ['', '其他', '', '', '7.00', '7.00'],
      ['', '小计', '', '', '7.00', '7.00'],
      ['合计', '150.10', '3.00', '7.20', '160.30'],
    ])
  })

  it('has as many columns in every row as the grid', () => {
    const [, grid = ''] = /<w:tbl>((?:(?!<w:tbl>)(?!<\/w:tbl>).)*财政资金.*?)<\/w:tbl>/s.exec(xml) ?? []
    const wide = grid.split('<w:gridCol ').length - 1
    for (const row of grid.split('<w:tr>').slice(1)) {
      const cells = row
        .split('<w:tc>')
        .slice(1)
        .map((cell) => Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1))
      expect(cells.reduce((sum, span) => sum + span, 0)).toBe(wide)
    }
    expect(grid.split('<w:vMerge w:val="restart"/>')).toHaveLength(6)
    expect(grid.split('<w:vMerge w:val="continue"/>')).toHaveLength(8)
  })

  it('keeps its own titles while the answers are blank', async () => {
    expect(partOf(await writeWord(made, {}, { today: '2026-05-01' }), 'word/document.xml')).toContain('>第二年<')
  })
})
