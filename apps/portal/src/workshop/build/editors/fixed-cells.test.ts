import { expect, it } from 'vitest'
import { cellText, columnsOf, withBlock, withCell } from './fixed-cells.ts'

const columns = columnsOf({
  items: {
    properties: {
      year: { 'x-kind': 'year', title: '年度' },
      name: { 'x-kind': 'text', title: '指标' },
      full: { 'x-kind': 'number', title: '分值' },
      way: { 'x-kind': 'choice', title: '方向', oneOf: [{ const: 'up', title: '提高' }] },
    },
  },
})
const [year, , , way] = columns

it('takes what was typed as the column holds it, and shows it as people say it', () => {
  if (!year || !way) throw new Error('columns')
  expect(withCell({}, year, '2026年')).toEqual({ year: 2026 })
  expect(withCell({}, way, '提高')).toEqual({ way: 'up' })
  expect(cellText(way, 'up')).toBe('提高')
  expect(withCell({ year: 2026, 'x-clause': 'a#1' }, year, ' ')).toEqual({ 'x-clause': 'a#1' })
  // What cannot be read stays as it was typed; the check tells of it.
  expect(withCell({}, year, '明年')).toEqual({ year: '明年' })
})

it('takes a block from Excel, makes the rows that are missing, and leaves out what has no column', () => {
  expect(withBlock([{ name: '甲', full: 1 }], columns, [0, 1], '投资完成率\t1,500\t提高\t多\n节点\t15\t\n')).toEqual([
    { name: '投资完成率', full: 1500, way: 'up' },
    { name: '节点', full: 15 },
  ])
})
