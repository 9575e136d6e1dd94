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
  all: { text: '=cmd|calc', money: 1234.5, choice: 'joint' },
  items: { lines: [{ name: '机床', count: 2, price: 3.5 }] },
}
const bytes = await writeSheet(sampleTemplate, answers, { today })
const parts = unpack(bytes)
const xmlOf = (sheet: string) => parts.get(sheetPart(bytes, sheet)) ?? ''

describe('writeSheet', () => {
  it('opens in a reader that is not ours', async () => {
    const rows = await readExcel(Readable.from([Buffer.from(bytes)]), { sheet: '设备' })
    expect(rows[2]).toEqual(['序号', '名称 *', '数量（台）', '单价（万元）', '金额（万元）'])
    expect(rows[4]?.slice(0, 5)).toEqual([1, '机床', 2, 3.5, 7])
    const summary = await writeSummary(sampleTemplate, [{ id: '1', title: '甲', answers }], { today })
    expect((await readExcel(Readable.from([Buffer.from(summary)]), { sheet: '设备' }))[2]).toEqual([
      1,
      '1',
      '甲',
      1,
      '机床',
      2,
      3.5,
      7,
    ])
  })

  it('computes live, beside the value as it settles now', () => {
    expect(plainText(xmlOf('设备'))).toContain('<f>IFERROR(IF(OR($C5="",$D5=""),"",($C5*$D5)),"")</f><v>7</v>')
    expect(xmlOf('设备')).toContain('<f>IF(COUNT(E5:E204)=0,&quot;&quot;,SUM(E5:E204))</f><v>7</v>')
  })

  it('writes an amount in words under its figure, and again when the figure is changed', async () => {
    const name = '二、表格与矩阵'
    const rows = await readExcel(Readable.from([Buffer.from(bytes)]), { sheet: name })
    expect(rows.find(([label]) => String(label).includes('（大写）'))?.[1]).toBe('人民币柒万元整')
    expect(plainText(xmlOf(name))).toMatch(/<f>IF\(ISNUMBER\(B\d+\),"人民币"&amp;|<f>IF\(ISNUMBER\(B\d+\),"人民币"&/)
  })

  it('draws lines around what is typed below the rows that it has drawn', () => {
    const [, first, formula] =
      /<conditionalFormatting sqref="A(\d+):E204"><cfRule type="expression"[^>]*><formula>(COUNTA.*?)<\/formula>/.exec(
        xmlOf('设备'),
      ) ?? []
    expect(formula).toBe(`COUNTA($B${first}:$E${first})&gt;0`)
    expect(xmlOf('设备')).toContain(`<row r="${Number(first) - 1}"`)
    expect(xmlOf('设备')).not.toContain(`<row r="${first}"`)
  })

  it('makes no formula of an answer', () => {
    expect(xmlOf('一、全部字段')).toContain('<is><t>=cmd|calc</t></is>')
    expect(xmlOf('一、全部字段')).not.toContain('<f>')
  })

  it('takes every drop-down but 是 and 否 from ranges of a hidden sheet', () => {
    const lists = [...parts.values()].flatMap((xml) =>
      [...xml.matchAll(/<dataValidation type="list".*?<formula1>(.*?)<\/formula1>/gs)].map(([, range]) => range),
    )
    expect(lists.length).toBeGreaterThan(5)
    const range = /^'选项'!\$[A-Z]+\$1:\$[A-Z]+\$\d+$/
    const dependent = /^OFFSET\('选项'!\$[A-Z]+\$1,INDEX\(/
    for (const list of lists.map((one = '') => plainText(one)))
      expect(range.test(list) || dependent.test(list)).toBe(true)
    expect(parts.get('xl/workbook.xml')).toMatch(/name="选项"[^>]*state="hidden"/)
    expect(parts.get('xl/workbook.xml')).toMatch(/name="policyforms"[^>]*state="veryHidden"/)
  })

  it('warns of no date that the calendar has', () => {
    const limits = [...parts.values()].flatMap((xml) =>
      [...xml.matchAll(/<dataValidation type="date".*?<formula1>(.*?)<\/formula1><formula2>(.*?)<\/formula2>/gs)].map(
        ([, least, most]) => [Number(least), Number(most)],
      ),
    )
    expect(limits.length).toBeGreaterThan(0)
    for (const limit of limits) expect(limit).toEqual([1, 401_768])
  })

  it('keeps the elements of every worksheet in the order of ISO 29500', () => {
    const order = [
      'sheetPr',
      'sheetViews',
      'sheetFormatPr',
      'cols',
      'sheetData',
      'sheetProtection',
      'autoFilter',
      'mergeCells',
      'conditionalFormatting',
      'dataValidations',
      'printOptions',
      'pageMargins',
      'pageSetup',
      'headerFooter',
      'legacyDrawing',
    ]
    for (const [name, xml] of parts) {
      if (!name.startsWith('xl/worksheets/sheet')) continue
      const places = order.map((element) => xml.search(new RegExp(`<${element}[ >/]`))).filter((at) => at >= 0)
      expect(places).toEqual([...places].sort((a, b) => a - b))
    }
  })
})
