import { unpack } from '@policyforms/core/archive'
import { describe, expect, it } from 'vitest'
import { sampleTemplate } from '../fixtures/sample-template.ts'
import { sheetPart, withCell, withParts, zipBytes } from '../fixtures/workbook-files.ts'
import { markIssues, readSheet, writeSheet } from '../index.ts'

const today = '2026-05-01'
const section = '一、全部字段'
const answers = {
  all: { text: '字', number: 3 },
  items: {
    lines: [
      { name: '机床', count: 2 },
      { name: '炉', count: 1 },
    ],
  },
}
const bytes = await writeSheet(sampleTemplate, answers, { today })
const text = (value: string) => ` t="inlineStr"><is><t>${value}</t></is></c>`
const number = (value: number) => `><v>${value}</v></c>`

/** The row of a field in the section's sheet, by its label. */
const cellOf = (label: string): string => {
  const xml = unpack(bytes).get(sheetPart(bytes, section)) ?? ''
  return `B${new RegExp(`<c r="A(\\d+)"[^>]*><is><t>${label}`).exec(xml)?.[1]}`
}

const typed: readonly (readonly [string, string, string, unknown])[] = [
  ['金额', text(' １，２３４．５万元 '), 'money', 1234.5],
  ['金额', number(0.30000000000000004), 'money', 0.3],
  ['数字', text('12'), 'number', 12],
  ['日期', number(46112), 'date', '2026-03-31'],
  ['日期', text('2026年3月31日'), 'date', '2026-03-31'],
  ['年月', number(46082), 'month', '2026-03'],
  ['年月', number(202603), 'month', '2026-03'],
  ['年份', text('２０２６年'), 'year', 2026],
  ['是否', ' t="b"><v>1</v></c>', 'yesno', true],
  ['单选', text('联合组建 '), 'choice', 'joint'],
  ['证照号码', number(914403001922038), 'identifier', '914403001922038'],
  ['单行文字', text('=1+1'), 'text', '=1+1'],
  ['单行文字', text('  中心\u3000'), 'text', '中心'],
  ['单行文字', number(13800000000), 'text', '13800000000'],
  ['金额', text('1,234.50'), 'money', 1234.5],
  ['金额', text('12万'), 'money', 12],
  ['金额', text('￥5000元'), 'money', 0.5],
  ['数字', text('１２３'), 'number', 123],
  ['百分比', text('25％'), 'percent', 25],
  ['年月', text('2024.3'), 'month', '2024-03'],
  ['年月', number(2024.3), 'month', '2024-03'],
  ['日期', text('2024.3.1'), 'date', '2024-03-01'],
  ['年份', text('2024年度'), 'year', 2024],
  ['是否', text(' √'), 'yesno', true],
  ['是否', text('☑'), 'yesno', true],
  ['单选', text('龙头 企业牵头'), 'choice', 'lead'],
  ['单选', text('lead'), 'choice', 'lead'],
  ['单选', text('☑龙头企业牵头'), 'choice', 'lead'],
  ['多级选择（一级）', text('前沿 / 大数据'), 'cascade', '11'],
  ['多级选择（一级）', text('新材料'), 'cascade', '21'],
  ['承诺声明', text('☑'), 'statement', true],
]

const wrong: readonly (readonly [string, string, string, string])[] = [
  ['金额', text('约三万'), 'money', 'not-a-number'],
  ['日期', text('去年'), 'date', 'not-a-date'],
  ['年月', number(2024.1), 'month', 'not-a-date'],
  ['多级选择（一级）', text('前沿'), 'cascade', 'not-an-option'],
  ['单选', text('不知道'), 'choice', 'not-an-option'],
  ['附件', text('丢失.pdf'), 'attachment', 'cell-unreadable'],
  ['数字', ' t="e"><v>#REF!</v></c>', 'number', 'cell-unreadable'],
]

describe('readSheet', () => {
  it.each(typed)('%s typed as %s is understood', async (label, content, key, value) => {
    const read = await readSheet(sampleTemplate, await withCell(bytes, section, cellOf(label), content), { today })
    expect(read.answers).toMatchObject({ all: { [key]: value } })
  })

  it('names sheet, cell and place of every fault at once, and reads the rest', async () => {
    let faulty = bytes
    for (const [label, content] of wrong) faulty = await withCell(faulty, section, cellOf(label), content)
    const read = await readSheet(sampleTemplate, faulty, { today })
    expect(read.answers).toMatchObject({ all: { text: '字' }, items: { lines: [{ name: '机床' }, { name: '炉' }] } })
    for (const [label, , key, code] of wrong)
      expect(read.issues).toContainEqual(
        expect.objectContaining({ code, at: `/all/${key}`, sheet: section, cell: cellOf(label) }),
      )
  })

  it('finds the cell of a fault among the answers, blank rows or not', async () => {
    const gap = await withCell(await withCell(bytes, '设备', 'B5', '/>'), '设备', 'C5', '/>')
    const read = await readSheet(sampleTemplate, await withCell(gap, '设备', 'C6', number(-1)), { today })
    expect(read.answers).toMatchObject({ items: { lines: [{ name: '炉', count: -1 }] } })
    expect(read.issues).toContainEqual(
      expect.objectContaining({ code: 'too-small', at: '/items/lines/0/count', sheet: '设备', cell: 'C6' }),
    )
  })

  it('finds a column that was moved, and says when one is gone', async () => {
    const part = sheetPart(bytes, '设备')
    const moved = await withParts(bytes, (name, xml) => (name === part ? xml.replace(/r="B(\d+)"/g, 'r="Z$1"') : xml))
    expect((await readSheet(sampleTemplate, moved, { today })).answers).toMatchObject({
      items: { lines: [{ name: '机床' }, { name: '炉' }] },
    })
    const gone = await withCell(bytes, '设备', 'B3', '/>')
    expect((await readSheet(sampleTemplate, gone, { today })).issues).toContainEqual(
      expect.objectContaining({ code: 'column-missing', sheet: '设备', params: { name: '名称 *' } }),
    )
  })

  it('finds single cells when rows were inserted or sorted, and says when one is gone', async () => {
    const part = sheetPart(bytes, section)
    const change = (from: (row: number) => number) =>
      withParts(bytes, (name, xml) =>
        name === part
          ? xml.replace(/<row r="(\d+)"(.*?)<\/row>/gs, (whole, row: string) =>
              Number(row) < 6 ? whole : whole.replaceAll(/r="([A-Z]*)\d+"/g, `r="$1${from(Number(row))}"`),
            )
          : xml,
      )
    expect((await readSheet(sampleTemplate, await change((row) => row + 2), { today })).answers).toEqual(answers)
    expect((await readSheet(sampleTemplate, await change((row) => 200 - row), { today })).answers).toEqual(answers)
    const gone = await withCell(bytes, section, cellOf('金额').replace('B', 'A'), '/>')
    const read = await readSheet(sampleTemplate, gone, { today })
    expect(read.answers).toEqual(answers)
    expect(read.issues).toEqual([
      expect.objectContaining({ code: 'row-missing', at: '/all/money', params: { name: '金额' }, sheet: section }),
    ])
  })

  it('says when a sheet is gone', async () => {
    const renamed = await withParts(bytes, (name, xml) =>
      name === 'xl/workbook.xml' ? xml.replace('name="设备"', 'name="别的"') : xml,
    )
    expect((await readSheet(sampleTemplate, renamed, { today })).issues).toContainEqual(
      expect.objectContaining({ code: 'sheet-missing', params: { name: '设备' } }),
    )
  })

  it('refuses another template and warns of another version', async () => {
    const other = await readSheet({ ...sampleTemplate, id: 'sample/other', title: '别的材料' }, bytes, { today })
    expect(other).toMatchObject({
      answers: {},
      issues: [{ code: 'workbook-other-template', params: { found: '示例材料', wanted: '别的材料' } }],
    })
    const later = await readSheet({ ...sampleTemplate, hash: 'new', version: '2.0.0' }, bytes, { today })
    expect(later.answers).toEqual(answers)
    expect(later.issues).toMatchObject([{ code: 'workbook-other-version', severity: 'warning' }])
  })

  it('reads what another program saved: shared strings, prefixes, old Mac dates, percentages', async () => {
    const saved = await withParts(bytes, (name, xml) =>
      name.startsWith('xl/worksheets/')
        ? xml.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replace('xmlns=', 'xmlns:x=')
        : xml,
    )
    expect((await readSheet(sampleTemplate, saved, { today })).answers).toEqual(answers)
    const mac = await withParts(await withCell(bytes, section, cellOf('日期'), number(46112 - 1462)), (name, xml) =>
      name === 'xl/workbook.xml'
        ? xml
            .replace('<workbookPr', '<workbookPr date1904="1"')
            .replace(/ date1904="1"(.*?) date1904="[^"]*"/, ' date1904="1"$1')
        : xml,
    )
    expect((await readSheet(sampleTemplate, mac, { today })).answers).toMatchObject({ all: { date: '2026-03-31' } })
    const percent = await withParts(await withCell(bytes, section, cellOf('百分比'), number(0.455)), (name, xml) =>
      name === 'xl/styles.xml'
        ? xml.replaceAll(/formatCode="#,##0.00"/g, 'formatCode="0.00%"').replaceAll('numFmtId="4"', 'numFmtId="10"')
        : xml,
    )
    expect((await readSheet(sampleTemplate, percent, { today })).answers).toMatchObject({ all: { percent: 45.5 } })
  })
})

describe('markIssues', () => {
  it('marks and comments the faulty cells, and changes no answer', async () => {
    const faulty = await withCell(bytes, section, cellOf('金额'), text('约三万'))
    const { issues } = await readSheet(sampleTemplate, faulty, { today })
    const twice = await markIssues(await markIssues(faulty, issues), issues)
    const parts = unpack(twice)
    const comments = [...parts]
      .filter(([name]) => name.includes('comments') && name.endsWith('.xml'))
      .map(([, xml]) => xml)
      .join('')
    expect(comments.match(new RegExp(`ref="${cellOf('金额')}"`, 'g'))).toHaveLength(1)
    expect(comments).toContain('需修改：')
    const before = new RegExp(`<c r="${cellOf('金额')}" s="(\\d+)"`).exec(
      unpack(faulty).get(sheetPart(bytes, section)) ?? '',
    )?.[1]
    const after = new RegExp(`<c r="${cellOf('金额')}" s="(\\d+)"`).exec(
      parts.get(sheetPart(bytes, section)) ?? '',
    )?.[1]
    expect(after).not.toBe(before)
    expect(await readSheet(sampleTemplate, twice, { today })).toEqual({ answers, issues })
  })

  it('returns what it cannot open', async () => {
    const file = Buffer.from('nothing')
    expect(await markIssues(file, [])).toBe(file)
  })
  it('copies what it does not change as it is packed, even where that is damaged', async () => {
    const picture = { name: 'xl/media/image1.bmp', content: () => new Uint8Array(12 * 2 ** 20) }
    const faulty = await withCell(bytes, section, cellOf('金额'), text('约三万'))
    const parts = [...unpack(faulty)].map(([name, text]) => ({ name, content: () => text }))
    const pictured = Buffer.from(await zipBytes([picture, ...parts]))
    pictured[60] = (pictured[60] ?? 0) ^ 0xff
    const { issues } = await readSheet(sampleTemplate, pictured, { today })
    const marked = Buffer.from(await markIssues(pictured, issues))
    expect(marked.equals(pictured)).toBe(false)
    expect(marked.includes(pictured.subarray(60, 4000))).toBe(true)
  })
})
