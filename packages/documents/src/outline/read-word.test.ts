import { Document, HeadingLevel, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { draftOutline } from './draft-outline.ts'
import { OutlineRefused } from './outline-block.ts'
import { readWord } from './read-word.ts'

const cell = (text: string, more: object = {}) => new TableCell({ children: [new Paragraph(text)], ...more })
const row = (...cells: readonly TableCell[]) => new TableRow({ children: [...cells] })

const file = async () => {
  const numbering = {
    config: [
      {
        reference: 'chapters',
        levels: [
          { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' },
          { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）' },
        ],
      },
    ],
  }
  const numbered = (text: string, level: number) => new Paragraph({ text, numbering: { reference: 'chapters', level } })
  const children = [
    new Paragraph('附件2'),
    new Paragraph('某地科技计划项目'),
    new Paragraph('申报书'),
    new Paragraph({ children: [new TextRun('项目名称：'), new TextRun({ text: '        ', underline: {} })] }),
    numbered('项目概况', 0),
    new Table({
      rows: [
        row(cell('项目名称'), cell(''), cell('起止年月'), cell('   年  月至   年  月')),
        row(cell('法定代表人', { rowSpan: 2 }), cell('姓名'), cell('', { columnSpan: 2 })),
        row(cell('身份证号'), cell('', { columnSpan: 2 })),
        row(cell('项目简介（限500字）'), cell('', { columnSpan: 3 })),
      ],
    }),
    numbered('实施方案', 0),
    numbered('总体目标', 1),
    new Paragraph({ text: '预期效益', heading: HeadingLevel.HEADING_1 }),
    new Paragraph('单位：万元'),
    new Table({
      rows: [
        row(cell('序号', { rowSpan: 2 }), cell('名称', { rowSpan: 2 }), cell('收入', { columnSpan: 2 })),
        row(cell('上年'), cell('本年')),
        row(cell('1'), cell(''), cell(''), cell('')),
        row(cell('2'), cell(''), cell(''), cell('')),
      ],
    }),
  ]
  return new Uint8Array(await Packer.toBuffer(new Document({ numbering, sections: [{ children }] })))
}

it('reads paragraphs with the numbers that Word makes, and tables with their merged cells', async () => {
  const blocks = readWord(await file())
  const texts = blocks.flatMap((block) => (block.is === 'paragraph' && block.text ? [block.text] : []))
  expect(texts).toEqual([
    '附件2',
    '某地科技计划项目',
    '申报书',
    '项目名称：____',
    '一、项目概况',
    '二、实施方案',
    '（一）总体目标',
    '预期效益',
    '单位：万元',
  ])
  const grid = blocks.find((block) => block.is === 'grid')
  expect(grid?.is === 'grid' && grid.rows[2]?.map(({ text, span, isContinued }) => [text, span, isContinued])).toEqual([
    ['', 1, true],
    ['身份证号', 1, false],
    ['', 2, false],
  ])
})

it('drafts sections, a group, a table with a head of two levels, and the cover', async () => {
  const { title, attachment, cover, sections } = draftOutline(readWord(await file()))
  expect({ title, attachment, cover }).toEqual({
    title: ['某地科技计划项目', '申报书'],
    attachment: '附件2',
    cover: ['项目名称'],
  })
  const outline = sections.map((section) => [
    section.title,
    section.children?.map((child) => `${child.keywords['x-kind']} ${child.title}`),
  ])
  expect(outline).toEqual([
    ['项目概况', ['text 项目名称', 'period 起止年月', 'group 法定代表人', 'narrative 项目简介']],
    ['实施方案', ['section 总体目标']],
    ['预期效益', ['table 预期效益']],
  ])
  expect(sections[0]?.children?.[2]?.children?.map((field) => field.title)).toEqual(['姓名', '身份证号'])
  expect(sections[2]?.children?.[0]?.children).toMatchObject([
    { title: '名称', keywords: { 'x-kind': 'text' } },
    { title: '上年', keywords: { 'x-kind': 'money', 'x-unit': '万元' } },
    { title: '本年', keywords: { 'x-kind': 'money', 'x-unit': '万元' } },
  ])
})

it('repeats in each row what is merged over several, and keeps printed numbers', async () => {
  const table = new Table({
    rows: [
      row(cell('一级指标'), cell('二级指标'), cell('权重（%）'), cell('自评得分')),
      row(cell('水平', { rowSpan: 2 }), cell('论文'), cell('30'), cell('')),
      row(cell('专利'), cell('20'), cell('')),
      row(cell('队伍'), cell('人才'), cell('50'), cell('')),
    ],
  })
  const children = [new Paragraph('一、评分'), table]
  const bytes = new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
  expect(draftOutline(readWord(bytes)).sections[0]?.children?.[0]).toMatchObject({
    fixedRows: [
      { 一级指标: '水平', 二级指标: '论文', 权重: 30 },
      { 一级指标: '水平', 二级指标: '专利', 权重: 20 },
      { 一级指标: '队伍', 二级指标: '人才', 权重: 50 },
    ],
    children: [{}, {}, { keywords: { 'x-kind': 'percent' } }, { keywords: { 'x-kind': 'number' } }],
  })
})

describe('refuses with a reason', () => {
  const word = (document: string) => zipSync({ 'word/document.xml': strToU8(document) })
  const body = (inner: string) => `<w:document><w:body>${inner}</w:body></w:document>`
  const paragraphs = (count: number) => '<w:p><w:r><w:t>字</w:t></w:r></w:p>'.repeat(count)

  it.each([
    ['nothing', new Uint8Array(), '空的'],
    ['an old .doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), '另存为'],
    ['a text', strToU8('一、概况'), '不是 Word'],
    ['half a zip', word(body('')).slice(0, 60), '不完整'],
    ['a zip that is something else', zipSync({ 'a.txt': strToU8('x') }), '不是 Word'],
    ['a zip bomb', word(body(' '.repeat(20 * 2 ** 20))), '压缩比'],
    ['a document type', word(`<!DOCTYPE a [<!ENTITY b "c">]>${body('')}`), '不允许的内容'],
    ['an entity', word(body('<w:p><w:r><w:t>&b;</w:t></w:r></w:p>')), '不允许的内容'],
    ['broken XML', word('<w:document><w:body>'), '不完整'],
    ['a deep one', word('<w:p>'.repeat(5000)), '嵌套'],
    ['a long one', word(body(paragraphs(20_001))), '20000'],
  ])('%s', (_, bytes, reason) => {
    expect(() => readWord(bytes)).toThrow(OutlineRefused)
    expect(() => readWord(bytes)).toThrow(reason)
  })

  it('not a file with characters written as numbers', () =>
    expect(readWord(word(body('<w:p><w:r><w:t>A&#x4e00;&amp;</w:t></w:r></w:p>')))).toMatchObject([{ text: 'A一&' }]))
})
