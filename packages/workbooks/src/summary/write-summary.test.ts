import { PassThrough, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { fieldOf, sampleTemplate, sectionOf } from '../fixtures/sample-template.ts'
import { streamSummary, writeSummary } from '../index.ts'
import { withWorkbook } from '../reading/open-workbook.ts'
import { unpack } from '../zip/open-zip.ts'
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

/** Cells of a sheet by head. */
const rowsOf = (bytes: Uint8Array, sheet: string) => {
  const opened = withWorkbook(bytes, (workbook) => [...workbook.rowsOf(sheet).values()])
  if (!('value' in opened)) throw new Error(opened.fault.reason)
  const [, heads, ...rows] = opened.value
  return rows.map((row) =>
    Object.fromEntries([...(heads ?? [])].map(([column, head]) => [String(head.value), row.get(column)?.value])),
  )
}

describe('writeSummary', async () => {
  const bytes = await writeSummary(sampleTemplate, submissions, { today })

  it('gives each submission a row in which blank, 0 and 不适用 differ', () => {
    const [first, second, totals] = rowsOf(bytes, '汇总')
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
    expect(rowsOf(bytes, '设备')).toMatchObject([
      { 编号: 'A-1', 行号: 1, '金额（万元）': 3 },
      { 编号: 'A-1', 行号: 2, '金额（万元）': undefined },
    ])
    expect(rowsOf(bytes, '经费来源')).toMatchObject([
      { 编号: 'A-1' },
      { 编号: 'A-1' },
      { 编号: 'A-2', 来源: '企业投入', '2024 年（万元）': 3 },
      { 编号: 'A-2', 来源: '财政资金' },
    ])
  })

  it('never makes a formula of a text, and filters exactly its rows', () => {
    const sheet = unpack(bytes).get('xl/worksheets/sheet1.xml') ?? ''
    expect(
      [...sheet.matchAll(/<f>([^<]*)<\/f>/g)].every(([, formula = '']) => formula.startsWith('SUBTOTAL(109,')),
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
    expect(rowsOf(masked, '汇总')).toMatchObject([{ 证件号: '110105*********02X' }])
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
