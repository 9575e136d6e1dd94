import { expect, it } from 'vitest'
import { balancedLines } from './balanced-lines.ts'
import { halvesOf, widestPiece } from './text-width.ts'

it.each([
  ['单位名称', 12, ['单位名称']],
  ['中心主任（总经理）', 12, ['中心主任', '（总经理）']],
  ['中心主任（总经理）', 6, ['中心', '主任', '（总', '经理）']],
  ['统一社会信用代码', 12, ['统一社会', '信用代码']],
  ['本年度支出', 8, ['本年度', '支出']],
  ['electroencephalography', 8, ['electroencephalography']],
] as const)('breaks %s for a room of %s', (text, room, lines) => {
  expect(balancedLines(text, room)).toEqual(lines)
})

it('keeps all of a title, and leaves no single character on a line', () => {
  const title = '市场化收入占支出的比例和成果转化收益的本年度实际到位合计'
  for (let room = 6; room < 60; room++)
    for (let length = 3; length < title.length; length++) {
      const lines = balancedLines(title.slice(0, length), room)
      expect(lines.join('')).toBe(title.slice(0, length))
      for (const line of lines) expect(line.length).toBeGreaterThan(1)
      for (const line of lines) expect(halvesOf(line)).toBeLessThanOrEqual(room)
    }
})

it('measures Chinese, Latin, and the space between them', () => {
  expect(halvesOf('项目编号')).toBe(8)
  expect(halvesOf('2024年3月')).toBe(10.5)
  expect(halvesOf('12,000.00')).toBe(9)
  expect(widestPiece('编号NMZD2022-031')).toBe(11)
  expect(widestPiece('平台')).toBe(2)
})
