import { Readable } from 'node:stream'
import { unpack } from '@policyforms/core/archive'
import readExcel from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { plainText } from '../book/xml.ts'
import { sampleTemplate } from '../fixtures/sample-template.ts'
import { sheetPart, withCell, withParts } from '../fixtures/workbook-files.ts'
import { markIssues, readSheet, writeSheet, writeSummary } from '../index.ts'

const today = '2026-05-01'
const sheet = '知识产权'
const answers = {
  all: { reference: 'b', references: ['a', 'IP03'] },
  items: {
    rights: [
      { id: 'a', name: '甲、乙', day: '2024-03-05' },
      { id: 'b', name: '丙' },
      { name: '丁', after: ['a', 'b'] },
    ],
  },
}
const bytes = await writeSheet(sampleTemplate, answers, { today })
const text = (value: string) => ` t="inlineStr"><is><t>${value}</t></is></c>`
const read = async (file: Uint8Array) => (await readSheet(sampleTemplate, file, { today })).answers

const rowsIn = (xml: string) =>
  new Map([...xml.matchAll(/<row r="(\d+)".*?<\/row>/gs)].map(([row, r]) => [Number(r), row]))

/** The rows of the table, from the first one down, in another order; what is left out is deleted. */
const inOrder = (file: Uint8Array, order: readonly number[]): Promise<Uint8Array> =>
  withParts(file, (name, xml) => {
    if (name !== sheetPart(file, sheet)) return xml
    const rows = rowsIn(xml)
    const moved = order.map((from, i) =>
      (rows.get(from) ?? '').replaceAll(`r="${from}"`, `r="${4 + i}"`).replace(/r="([A-Z]+)\d+"/g, `r="$1${4 + i}"`),
    )
    const head = [1, 2, 3].map((row) => rows.get(row)).join('')
    return xml.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${head}${moved.join('')}</sheetData>`)
  })

const named = {
  all: answers.all,
  items: { rights: [answers.items.rights[0], answers.items.rights[1], { ...answers.items.rights[2], id: 'IP03' }] },
}

describe('numbered rows in a workbook', () => {
  it('show their numbers, and references the numbers with the names', async () => {
    const rows = await readExcel(Readable.from([Buffer.from(bytes)]), { sheet })
    expect(rows[2]).toEqual(['编号', '名称', '授权日', '在先权利'])
    expect(rows.slice(3, 7).map((row) => [row[0], row[1], row[3]])).toEqual([
      ['IP01', '甲、乙', null],
      ['IP02', '丙', null],
      ['IP03', '丁', 'IP01 甲、乙 2024年3月5日、IP02 丙'],
      ['IP04', null, null],
    ])
  })

  it('offer the rows as they are filled in, and take anything that is typed', () => {
    const xml = plainText(unpack(bytes).get(sheetPart(bytes, '选项')) ?? '')
    expect(xml).toContain("INDEX('知识产权'!$B$4:$B$203,1)")
    expect(xml).toContain('<v>IP02 丙</v>')
    const fields = plainText(unpack(bytes).get(sheetPart(bytes, '一、全部字段')) ?? '')
    const list = [...fields.matchAll(/<dataValidation [^>]*>/g)].filter(
      ([one]) => !one.includes('showErrorMessage="1"'),
    )
    expect(list.map(([one]) => /sqref="([^"]*)"/.exec(one)?.[1])).toEqual([expect.stringMatching(/^B\d+:B\d+$/)])
  })

  it('come back with the ids that they had, and those that they were given', async () => {
    expect(await read(bytes)).toEqual(named)
  })

  it('take their ids and references along when they are sorted', async () => {
    const back = await read(await inOrder(bytes, [6, 4, 5]))
    expect(back).toEqual({ all: named.all, items: { rights: [2, 0, 1].map((i) => named.items.rights[i]) } })
  })

  it('leave what referred to a deleted one saying so, with its cell', async () => {
    const file = await inOrder(bytes, [4, 6])
    const { answers: back, issues } = await readSheet(sampleTemplate, file, { today })
    expect(back).toMatchObject({ items: { rights: [{ id: 'a' }, { id: 'IP03' }] } })
    expect(issues.map(({ code, at, sheet: where }) => [code, at, where])).toContainEqual([
      'row-gone',
      '/all/reference',
      '一、全部字段',
    ])
    expect(back).toMatchObject({ all: { reference: 'IP02 丙' } })
    expect(await markIssues(file, issues)).not.toEqual(file)
  })

  it('may be filled in further down, and be referred to by number or by name', async () => {
    const filled = await withCell(await withCell(bytes, sheet, 'B7', text('戊')), sheet, 'D7', text('ip2、IP01 旧名'))
    const row = /<c r="A(\d+)"[^>]*><is><t>引用若干行/.exec(
      unpack(bytes).get(sheetPart(bytes, '一、全部字段')) ?? '',
    )?.[1]
    const file = await withCell(filled, '一、全部字段', `B${row}`, text('IP04、丙；ＩＰ０３'))
    expect(await read(file)).toMatchObject({
      all: { references: ['IP04', 'b', 'IP03'] },
      items: { rights: [{ id: 'a' }, { id: 'b' }, { id: 'IP03' }, { id: 'IP04', name: '戊', after: ['b', 'a'] }] },
    })
  })

  it('get an id of their own when they are put in between or copied with a number', async () => {
    const copied = await inOrder(bytes, [4, 4, 5, 6])
    const back = await read(await withCell(copied, sheet, 'A6', text('')))
    expect(back).toMatchObject({ items: { rights: [{ id: 'a' }, { id: 'IP01' }, { id: 'IP02' }, { id: 'IP03' }] } })
  })

  it('stand in a summary with their numbers, and references with the names of their own submission', async () => {
    const summary = await writeSummary(sampleTemplate, [{ id: '1', title: '甲', answers }], { today })
    const rows = await readExcel(Readable.from([Buffer.from(summary)]), { sheet })
    expect(rows[1]?.slice(3)).toEqual(['编号', '名称', '授权日', '在先权利'])
    expect(rows.slice(2).map((row) => [row[3], row[4], row[6]])).toEqual([
      ['IP01', '甲、乙', null],
      ['IP02', '丙', null],
      ['IP03', '丁', 'IP01 甲、乙 2024年3月5日、IP02 丙'],
    ])
  })
})
