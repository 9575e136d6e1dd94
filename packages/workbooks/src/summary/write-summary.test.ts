import { PassThrough, Writable } from 'node:stream'
import { unpack } from '@policyforms/core/archive'
import readOtherwise from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { fieldOf, sampleTemplate, sectionOf } from '../fixtures/sample-template.ts'
import { sheetRows } from '../fixtures/sheet-rows.ts'
import { streamSummary, writeSummary } from '../index.ts'
import { mask } from './mask.ts'

const today = '2026-05-01'
const submissions = [
  {
    id: 'A-1',
    title: '=危险',
    submittedAt: '2026-03-01T08:00:00Z',
    answers: {
      all: { number: 0, money: 1.005, choice: 'lead', openchoice: { choice: 'lead' } },
      items: { reason: '有', lines: [{ name: '机床', count: 2, price: 1.5 }, { name: '炉' }] },
    },
  },
  {
    id: 'A-2',
    title: '@某中心',
    answers: { all: { money: 2.1, choices: ['a', 'c'] }, items: { reason: '藏', sources: { own: { y2024: 3 } } } },
  },
]

describe('writeSummary', async () => {
  const bytes = await writeSummary(sampleTemplate, submissions, { today })

  it('is printed to be read: on several pages side by side, each with what tells the submissions apart', () => {
    const [sheet = '', book = ''] = ['xl/worksheets/sheet1.xml', 'xl/workbook.xml'].map((name) =>
      unpack(bytes).get(name),
    )
    expect(sheet).toMatch(/<pageSetup paperSize="8" orientation="landscape"[^>]* scale="80"/)
    expect(sheet).toMatch(
      /<\/headerFooter><colBreaks count="(\d+)" manualBreakCount="\1"><brk id="\d+" max="1048575" man="1"\/>/,
    )
    expect(book).toContain('&apos;汇总&apos;!$A:$C,&apos;汇总&apos;!$1:$2</definedName>')
  })

  it('gives each submission a row in which blank, 0 and 不适用 differ', () => {
    const [first, second, totals] = sheetRows(bytes, '汇总')
    expect(first).toMatchObject({
      序号: 1,
      编号: 'A-1',
      名称: '=危险',
      '数字（人）': 0,
      单选: '龙头企业牵头',
      '单选（可填其他）': '龙头企业牵头',
      说明: '有',
      '设备合计（万元）': 3,
    })
    expect(second).toMatchObject({
      名称: '@某中心',
      '数字（人）': undefined,
      说明: '不适用',
      多选: '数据、材料、=公式；样子',
    })
    expect(totals).toMatchObject({ 序号: '合计', '设备合计（万元）': 3 })
  })

  it('keys the rows of tables and matrices by submission', () => {
    expect(sheetRows(bytes, '设备')).toMatchObject([
      { 编号: 'A-1', 行号: 1, '金额（万元）': 3 },
      { 编号: 'A-1', 行号: 2, '金额（万元）': undefined },
      { 序号: '合计', '金额（万元）': 3 },
    ])
    expect(sheetRows(bytes, '经费来源')).toMatchObject([
      { 编号: 'A-1' },
      { 编号: 'A-1' },
      { 编号: 'A-2', 来源: '企业投入', '2024 年（万元）': 3 },
      { 编号: 'A-2', 来源: '财政资金' },
      { 序号: '合计', '2024 年（万元）': 3 },
    ])
  })

  it('never makes a formula of a text, and filters exactly its rows', () => {
    const sheet = unpack(bytes).get('xl/worksheets/sheet1.xml') ?? ''
    expect(
      [...sheet.matchAll(/<f>([^<]*)<\/f>/g)].every(([, formula = '']) => formula.startsWith('IF(SUBTOTAL(102,')),
    ).toBe(true)
    expect(sheet).toMatch(/<autoFilter ref="A2:[A-Z]+4"\/>/)
  })

  it('masks what is sensitive', async () => {
    const template = {
      ...sampleTemplate,
      derivations: [],
      sections: [sectionOf('s', '人员', [fieldOf('identifier', ['s', 'id'], { title: '证件号', sensitive: true })])],
    }
    const masked = await writeSummary(
      template,
      [{ id: '1', title: '甲', answers: { s: { id: '11010519491231002X' } } }],
      { today },
    )
    expect(sheetRows(masked, '汇总')).toMatchObject([{ 证件号: '110105*********02X' }])
    expect([...unpack(masked).values()].join('')).not.toContain('19491231')
    expect(mask('王')).toBe('王*')
  })

  it('streams the same bytes, and fails when the stream fails', async () => {
    const chunks: Buffer[] = []
    const out = new PassThrough().on('data', (chunk: Buffer) => chunks.push(chunk))
    await streamSummary(
      sampleTemplate,
      (async function* () {
        yield* submissions
      })(),
      out,
      { today },
    )
    expect(Buffer.concat(chunks).equals(bytes)).toBe(true)
    const full = new Writable({ write: (_chunk, _encoding, done) => done(new Error('ENOSPC')) })
    await expect(streamSummary(sampleTemplate, submissions, full, { today })).rejects.toThrow('ENOSPC')
  })
})

it('shows a text that is too long for its row whole in a sheet of its own', async () => {
  const field = fieldOf('narrative', ['s', 'plan'], { title: '建设方案' })
  const template = { ...sampleTemplate, derivations: [], sections: [sectionOf('s', '方案', [field])] }
  const paragraphs = Array.from({ length: 40 }, (_, i) => `第${i}段。${'稀土新材料中试'.repeat(i)}`)
  const text = [...paragraphs, '长'.repeat(40_000)].join('\n')
  const bytes = await writeSummary(template, [{ id: '1', title: '甲', answers: { s: { plan: text } } }], { today })
  const found = sheetRows(bytes, '长文字')
  expect(found[0]).toMatchObject({ 编号: '1', 所在的表: '汇总', 项目: '建设方案' })
  const pieces = found.map((row) => String(row.全文))
  expect(pieces.join('').replaceAll('\n', '')).toBe(text.replaceAll('\n', ''))
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(1200)
  expect(sheetRows(bytes, '汇总')[0]?.建设方案).toBe(text.slice(0, 32_767))
})

it('makes rows that the standard and another reader accept', async () => {
  const bytes = await writeSummary(sampleTemplate, submissions, { today })
  const rows = await readOtherwise(Buffer.from(bytes), { sheet: '汇总' })
  expect(rows.length).toBe(5)
  expect(rows[2]?.slice(0, 4)).toEqual([1, 'A-1', '=危险', new Date('2026-03-01')])
  expect(rows.every((row) => row.length === rows[0]?.length)).toBe(true)
})

it('leaves the total of a column blank where nothing is filled in', async () => {
  const submissions = [{ id: '1', title: '甲', answers: { items: { lines: [{ name: '机床' }] } } }]
  const bytes = await writeSummary(sampleTemplate, submissions, { today })
  expect(sheetRows(bytes, '设备').at(-1)?.['金额（万元）']).toBeUndefined()
})
