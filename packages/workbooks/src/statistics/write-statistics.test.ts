import type { Answers, Indicators, Template } from '@policyforms/core'
import { unpack } from '@policyforms/core/archive'
import { openSchemas } from '@policyforms/core/node'
import readExcel, { readSheetNames } from 'read-excel-file/node'
import { expect, it } from 'vitest'
import { expressionOf, fieldOf, sampleTemplate, sectionOf } from '../fixtures/sample-template.ts'
import { writeStatistics } from '../index.ts'

const template: Template = {
  ...sampleTemplate,
  derivations: [],
  sections: [
    sectionOf('s', '数', [
      fieldOf('year', ['s', 'year']),
      fieldOf('number', ['s', 'count']),
      fieldOf('text', ['s', 'area']),
    ]),
  ],
}
const at = (key: string, is: 'number' | 'text' = 'number') =>
  expressionOf({ op: 'get', of: { op: 'name', name: 's' }, key }, is)
const indicators: Indicators = {
  title: '目标 & 完成',
  indicators: [
    {
      id: 'count',
      title: '中心 <数>',
      unit: '家',
      places: 0,
      clauses: [{ ref: 'plan#1', heading: '一' }],
      targets: [{ year: 2025, least: 5, about: false }],
      sources: [
        {
          template: template.id,
          year: at('year'),
          value: at('count'),
          place: at('area', 'text'),
          combine: 'sum',
          running: true,
        },
        { template: template.id, year: at('year'), value: at('count'), combine: 'sum', running: true },
      ],
    },
  ],
}
const one = (answers: Answers) => ({ template, answers: { s: answers }, on: '2025-06-01' })
const submissions = [
  one({ year: 2024, count: 1, area: '甲' }),
  one({ year: 2025, count: 3, area: '甲' }),
  one({ year: 2025, count: 2, area: '乙' }),
]

it('sets targets against what was reached, by place and year, with charts over its own cells', async () => {
  const bytes = Buffer.from(await writeStatistics(indicators, submissions, { today: '2025-06-30', place: '全市' }))
  expect(await readSheetNames(bytes)).toEqual(['完成情况', '图表', '历年'])
  const rows = await readExcel(bytes, { sheet: '完成情况' })
  expect(rows.slice(3).map((row) => [row[1], row[2], row[4], row[5], row[6], row[7]])).toEqual([
    ['全市', 2024, null, 1, null, '没有目标'],
    ['全市', 2025, '5', 6, 120, '已达到'],
    ['甲', 2024, null, 1, null, '没有目标'],
    ['甲', 2025, null, 4, null, '没有目标'],
    ['乙', 2025, null, 2, null, '没有目标'],
  ])
  const parts = unpack(new Uint8Array(bytes))
  const chart = (n: number) => parts.get(`xl/charts/chart${n}.xml`) ?? ''
  expect(chart(1)).toContain("<c:f>'图表'!$B$2:$B$2</c:f>")
  expect(chart(2)).toContain('<a:t>中心 &lt;数&gt;（全市）（家）</a:t>')
  expect(chart(2)).toMatch(/<c:ptCount val="2"\/><c:pt idx="0"><c:v>1<\/c:v><\/c:pt><c:pt idx="1"><c:v>6<\/c:v>/)
  const figures = await readExcel(bytes, { sheet: '历年' })
  expect(figures[1]).toEqual(['中心 <数>', '全市', '实际', 1, 6])
  // Every part is told of, and every relation leads somewhere.
  const types = parts.get('[Content_Types].xml') ?? ''
  for (const name of parts.keys()) {
    if (/charts\/chart|drawings\/drawing\d/.test(name) && !name.includes('_rels')) expect(types).toContain(`"/${name}"`)
    for (const [, target = ''] of name.endsWith('.rels')
      ? (parts.get(name) ?? '').matchAll(/Target="\.\.\/([^"]+)"/g)
      : [])
      expect(
        [...parts.keys()].some((part) => part.endsWith(target)),
        target,
      ).toBe(true)
  }
})

it('counts the targets of every pack that has some', async () => {
  const { packs } = await openSchemas(new URL('../../../../schemas', import.meta.url).pathname, { examples: false })
  const having = packs.flatMap(({ name, indicators: found }) => (found ? [{ name, found }] : []))
  expect(having.length).toBeGreaterThan(0)
  for (const { name, found } of having) {
    const bytes = Buffer.from(await writeStatistics(found, [], { today: '2025-06-30', place: name }))
    const rows = await readExcel(bytes, { sheet: '完成情况' })
    const targets = found.indicators.flatMap((indicator) => indicator.targets)
    expect(rows.length).toBe(3 + targets.length)
    expect(rows.slice(3).every((row) => row[7] === '没有数据')).toBe(true)
  }
})

it('ends a page between charts, not within one', async () => {
  const [first] = indicators.indicators
  if (!first) throw new Error('no indicator')
  const many = { ...indicators, indicators: Array.from({ length: 6 }, (_, i) => ({ ...first, id: `i${i}` })) }
  const bytes = await writeStatistics(many, submissions, { today: '2025-06-30', place: '全市' })
  const parts = unpack(new Uint8Array(bytes))
  const numbers = (part: string, pattern: RegExp) =>
    [...(parts.get(part) ?? '').matchAll(pattern)].map(([, found]) => Number(found))
  const breaks = numbers('xl/worksheets/sheet2.xml', /<brk id="(\d+)"/g)
  const rows = numbers('xl/drawings/drawing1.xml', /<xdr:row>(\d+)<\/xdr:row>/g)
  expect(breaks.length).toBeGreaterThan(0)
  for (const [i, top] of rows.entries())
    if (i % 2 === 0) expect(breaks.some((row) => top < row && row < (rows[i + 1] ?? 0))).toBe(false)
  expect(breaks.every((row) => rows.includes(row))).toBe(true)
})
