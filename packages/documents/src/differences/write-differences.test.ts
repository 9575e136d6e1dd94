import type { Difference } from '@policyforms/core'
import { expect, it } from 'vitest'
import { inspectWord } from '../inspect/inspect-word.ts'
import { readWord } from '../outline/read-word.ts'
import { writeDifferences } from './write-differences.ts'

const about = { template: 'report', path: ['money', 'own'], label: '年度报告 › 经费 › 自筹' } as const
const differences: readonly Difference[] = [
  { is: 'field', ...about, facet: 'unit', before: '元', after: '万元', basis: ['《某办法》二（一）', '《某办法》三'] },
  { is: 'field', ...about, facet: 'required', before: 'false', after: 'true' },
  {
    is: 'field',
    ...about,
    path: ['money', 'note'],
    label: '年度报告 › 经费 › 说明',
    after: '说明 <w:p/> & “甲”\u0000',
  },
  { is: 'option', ...about, path: ['money', 'kind', 'b'], before: '乙' },
  { is: 'rule', ...about, template: 'plan', label: '计划 › 规则 r1', facet: 'message', before: '甲\n乙', after: '丙' },
]
const given = { left: '某省（第 1 版）', right: '某省（工作稿）', templates: { report: '年度报告' }, differences }
const options = { today: '2026-01-01' }

it('is a table of number, place, before, after and basis for each template', async () => {
  const blocks = readWord(await writeDifferences(given, options))
  const grids = blocks.flatMap((block) =>
    'rows' in block ? [block.rows.map((row) => row.map((cell) => cell.text))] : [],
  )
  expect(grids).toEqual([
    [
      ['序号', '位置', '原来', '现在', '依据'],
      ['1', '经费 › 自筹', '单位：元', '单位：万元', '《某办法》二（一）\n《某办法》三'],
      ['2', '经费 › 自筹', '选填', '必填', '—'],
      ['3', '经费 › 说明', '—', '有字段“说明 <w:p/> & “甲””', '—'],
      ['4', '经费 › 自筹', '选项“乙”', '—', '—'],
    ],
    [
      ['序号', '位置', '原来', '现在', '依据'],
      ['1', '规则 r1', '提示：甲 乙', '提示：丙', '—'],
    ],
  ])
})

it('keeps to the house’s page and type, and gives the same bytes each time', async () => {
  const bytes = await writeDifferences(given, options)
  expect(Buffer.from(await writeDifferences(given, options)).equals(bytes)).toBe(true)
  expect(inspectWord(bytes, 'book')).toMatchObject({ findings: [] })
})

it('says so where nothing differs', async () => {
  const blocks = readWord(await writeDifferences({ ...given, differences: [] }, options))
  expect(JSON.stringify(blocks)).toContain('没有不同。')
})
