import { fieldKinds } from '@policyforms/core'
import { unpack } from '@policyforms/core/archive'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { sampleTemplate } from '../fixtures/sample-template.ts'
import { summaryCsv, summaryCsvZip } from '../index.ts'
import { csvField } from './csv-text.ts'

const today = '2026-05-01'
const bytesOf = async (chunks: AsyncIterable<Uint8Array>) => {
  const found: Uint8Array[] = []
  for await (const chunk of chunks) found.push(chunk)
  return Buffer.concat(found)
}
const submissions = [
  {
    id: 'A-1',
    title: '=cmd|" /C calc"!A0',
    submittedAt: '2026-03-01',
    answers: {
      all: { number: 0, money: -1.5, date: '2025-02-03', narrative: '第一段，"引"\r\n第二段', choice: 'lead' },
      items: { lines: [{ name: '@炉', count: 2, price: 1.5 }] },
    },
  },
  { id: 'A-2', title: '乙', answers: { items: { reason: '藏' } } },
]

it('is read by another reader as it was meant: blank, 0 and 不适用 apart, dates and numbers plain', async () => {
  const csv = (await bytesOf(summaryCsv(sampleTemplate, submissions, { today }))).toString('utf8')
  expect(csv.startsWith('\uFEFF序号,编号,名称,提交日期,')).toBe(true)
  const read: Record<string, string>[] = parse(csv, { columns: true, bom: true })
  expect(read).toMatchObject([
    {
      编号: 'A-1',
      名称: `'=cmd|" /C calc"!A0`,
      提交日期: '2026-03-01',
      '一、全部字段：数字（人）': '0',
      '一、全部字段：金额（万元）': '-1.5',
      '一、全部字段：日期': '2025-02-03',
      '二、表格与矩阵：说明': '',
    },
    { '一、全部字段：数字（人）': '', '二、表格与矩阵：说明': '不适用' },
  ])
  const narrative = fieldKinds.narrative.name
  expect(read[0]?.[`一、全部字段：${narrative}`]).toContain('第一段，"引"')
})

it('escapes what a spreadsheet would reckon, and quotes by RFC 4180', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r', '＝', '＠'])
    expect(csvField(`${start}1`).replace(/^"/, '')).toBe(`'${start}1${start === '\r' ? '"' : ''}`)
  expect(csvField('a"b')).toBe('"a""b"')
  expect(csvField(-5)).toBe('-5')
  expect(csvField(undefined)).toBe('')
})

it('puts a list for each table and matrix into a zip', async () => {
  const zip = await bytesOf(summaryCsvZip(sampleTemplate, submissions, { today }))
  const files = unpack(new Uint8Array(zip))
  expect([...files.keys()]).toEqual([
    '汇总.csv',
    '设备.csv',
    '知识产权.csv',
    '经费来源.csv',
    '分年度预算.csv',
    '每种一列.csv',
  ])
  expect(parse(files.get('设备.csv') ?? '', { columns: true, bom: true })).toMatchObject([
    { 编号: 'A-1', '设备：行号': '1', '设备：名称': `'@炉`, '设备：金额（万元）': '3' },
  ])
})
