import { Readable } from 'node:stream'
import { unpack } from '@policyforms/core/archive'
import readExcel from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { plainText } from '../book/xml.ts'
import { sampleTemplate } from '../fixtures/sample-template.ts'
import { sheetPart } from '../fixtures/workbook-files.ts'
import { writeSheet, writeSummary } from '../index.ts'

const today = '2026-05-01'
const answers = {
  all: { year: 2026 },
  items: {
    budget: {
      gear: { firstPlan: 10.1, second: 1 },
      travel: { firstPlan: 0.2 },
      spare: { firstSpent: 5 },
      office: { second: 7 },
    },
  },
}
const bytes = await writeSheet(sampleTemplate, answers, { today })
const sheetOf = (file: Uint8Array, sheet: string) => unpack(file).get(sheetPart(file, sheet)) ?? ''

describe('a matrix with groups', () => {
  it('stands in a reader that is not ours as it should', async () => {
    const rows = await readExcel(Readable.from([Buffer.from(bytes)]), { sheet: '分年度预算' })
    expect(rows.slice(2)).toEqual([
      ['科目', null, '第一年', null, '2028 年', '合计'],
      [null, null, '预算', '2027 年', null, null],
      ['直接费用', '设备费', 10.1, null, 1, 11.1],
      [null, '差旅费', 0.2, null, null, 0.2],
      [null, '小计', 10.3, null, 1, 11.3],
      ['不可预见费', null, null, 5, null, 5],
      ['间接费用', '管理费', null, null, 7, 7],
      [null, '小计', null, null, 7, 7],
      ['合计', null, 10.3, 5, 8, 23.3],
    ])
  })

  const xml = plainText(sheetOf(bytes, '分年度预算'))

  it('merges heads and groups, and keeps them in sight', () => {
    const merges = [...xml.matchAll(/<mergeCell ref="([^"]+)"/g)].map(([, ref]) => ref)
    expect(merges).toEqual([
      'A1:F1',
      'A2:F2',
      'A3:B4',
      'C3:D3',
      'E3:E4',
      'F3:F4',
      'A5:A7',
      'A8:B8',
      'A9:A10',
      'A11:B11',
    ])
    expect(xml).toMatch(/<pane xSplit="2" ySplit="4"/)
  })

  it('sums groups and wholes live, counting nothing twice', () => {
    const sum = (range: string, value: number) => `<f>IF(COUNT(${range})=0,"",SUM(${range}))</f><v>${value}</v>`
    expect(xml).toContain(sum('C5:C6', 10.3))
    expect(xml).toContain(sum('C5:C6,C8:C9', 10.3))
    expect(xml).toContain(sum('C11:E11', 23.3))
    expect(xml).toContain(sum('C6:E6', 0.2))
  })

  it('titles live, from the cell that is filled in', () => {
    expect(xml).toMatch(/<f>IF\(IFERROR\(IF\([^<]*="","",[^<]*&" 年"\)\),""\)="","第二年",IFERROR/)
  })

  it('tells the group in the heads of a summary', async () => {
    const summary = await writeSummary(sampleTemplate, [{ id: '1', title: '甲', answers }], { today })
    const rows = await readExcel(Readable.from([Buffer.from(summary)]), { sheet: '分年度预算' })
    expect(rows[1]?.slice(3)).toEqual([
      '科目',
      '各列名称',
      '第一年：预算（万元）',
      '第一年：第一年（万元）',
      '第二年（万元）',
    ])
    expect(rows.slice(2, -1).map((row) => row[3])).toEqual([
      '直接费用：设备费',
      '直接费用：差旅费',
      '不可预见费',
      '间接费用：管理费',
    ])
  })
})
