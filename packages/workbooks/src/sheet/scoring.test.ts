import type { Table, Template } from '@policyforms/core'
import { unpack } from '@policyforms/core/archive'
import { expect, it } from 'vitest'
import { fieldOf, sampleTemplate, sectionOf, tableOf } from '../fixtures/sample-template.ts'
import { sheetPart, withCell } from '../fixtures/workbook-files.ts'
import { readSheet, writeSheet } from '../index.ts'

const today = '2026-05-01'
const path = (key: string) => ['s', 'rows', '*', key]
const table: Table = {
  ...tableOf(
    ['s', 'rows'],
    [
      fieldOf('text', path('level'), { title: '一级' }),
      fieldOf('text', path('item'), { title: '二级' }),
      fieldOf('number', path('full'), { title: '满分' }),
      fieldOf('number', path('score'), {
        title: '得分',
        places: 1,
        atMost: {
          source: 'row.full',
          term: { op: 'get', of: { op: 'name', name: 'row' }, key: 'full' },
          type: { is: 'number' },
          reads: [path('full')],
        },
      }),
    ],
    { title: '评分表', totals: ['score'] },
  ),
  fixedRows: [
    { level: '投入', item: '经费', full: 20 },
    { level: '投入', item: '人员', full: 15 },
    { level: '产出', item: '专利', full: 65 },
  ],
  merge: ['level'],
  subtotals: [{ by: 'level', of: ['full', 'score'] }],
}
const template: Template = { ...sampleTemplate, sections: [sectionOf('s', '考核', [table])], derivations: [] }
const answers = { s: { rows: [{ score: 18.5 }, { score: 10 }, {}] } }
const bytes = await writeSheet(template, answers, { today })
const xml = unpack(bytes).get(sheetPart(bytes, '评分表')) ?? ''

it('merges cells down the sheet, and sums groups and all of them live', () => {
  expect([...xml.matchAll(/<mergeCell ref="(B[^"]*)"/g)].map(([, range]) => range)).toEqual(['B5:B7', 'B8:B9'])
  expect([...xml.matchAll(/<f>IF\(COUNT[^<]*(SUM\([^)]*\))\)<\/f>/g)].map(([, formula]) => formula)).toEqual([
    'SUM(E5:E6,E8)',
    'SUM(D5:D6)',
    'SUM(E5:E6)',
    'SUM(D8)',
    'SUM(E8)',
  ])
})

it('bounds each cell by the full mark of its row', () => {
  expect(xml).toContain('<formula2>IFERROR(IF($D5="",1E+15,$D5),1E+15)</formula2>'.replaceAll('"', '&quot;'))
})

it('reads back the rows alone, merged cells included, and finds the cells of faults', async () => {
  const read = await readSheet(template, bytes, { today })
  expect(read.answers).toEqual({
    s: {
      rows: [
        { level: '投入', item: '经费', full: 20, score: 18.5 },
        { level: '投入', item: '人员', full: 15, score: 10 },
        { level: '产出', item: '专利', full: 65 },
      ],
    },
  })
  const over = await readSheet(template, await withCell(bytes, '评分表', 'E8', '><v>66</v></c>'), { today })
  expect(over.issues).toContainEqual(
    expect.objectContaining({ code: 'too-large', at: '/s/rows/2/score', cell: 'E8', params: { limit: 65 } }),
  )
})
