import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { sampleAnswers, sampleBook } from './sample/book.ts'
import { paragraphsOf, partOf, readBlocks, tablesOf } from './sample/read-word.ts'
import { writeWord } from './write-word.ts'

const today = '2024-03-01'
const dot = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
)
const book = await writeWord(sampleBook, sampleAnswers, { today, pictures: (id) => (id === 'logo' ? dot : undefined) })
const blank = await writeWord(sampleBook, {}, { today })
const blocks = readBlocks(book)
const texts = (style: string, of = blocks) =>
  paragraphsOf(of)
    .filter((one) => one.style === style)
    .map((one) => one.text)
const rowWith = (label: string, of = blocks) =>
  tablesOf(of)
    .flatMap((one) => one.rows)
    .find((row) => row.includes(label))

describe('the cover', () => {
  it('fills the title and the lines, and prints the date in Chinese numerals', () => {
    expect(texts('CoverTitle2')).toEqual(['示例省稀土新材料技术创新中心', '建设与运行实施方案'])
    expect(rowWith('联系人：')).toEqual(['联系人：', '王建国'])
    expect(texts('CoverFoot').filter(Boolean)).toEqual(['示例省科学技术厅制', '二〇二〇年九月'])
    expect(texts('CoverAttachment')).toEqual(['附件1'])
  })
  it('leaves room for what is not known', () => {
    const of = readBlocks(blank)
    expect(texts('CoverTitle1', of)).toEqual(['×××', '建设与运行实施方案'])
    expect(texts('CoverFoot', of).at(-1)).toBe('　　　　年　　月')
  })
  it('has no page number, and the page after it is page 1', () => {
    const [cover = '', after = ''] = partOf(book, 'word/document.xml').match(/<w:sectPr>.*?<\/w:sectPr>/gs) ?? []
    expect(cover).not.toContain('footerReference')
    expect(after).toContain('w:start="1"')
    expect(after.match(/footerReference w:type="(default|even)"/g)).toHaveLength(2)
  })
})

describe('the pages before the text', () => {
  it('numbers the filling notes', () => {
    expect(texts('Body')[0]).toBe('1.填写内容应当真实、准确，文字简练。')
  })
  it('holds the contents already, in order, with pages, and asks Word to update them', () => {
    const lines = paragraphsOf(blocks).filter((one) => one.style.startsWith('TOC'))
    expect(lines.map((one) => one.text.replace(/\d+$/, ''))).toEqual([
      '基本信息',
      '一、建设意义',
      '二、建设基础',
      '（一）产业基础',
      '（二）平台基础',
      '三、经费投入',
      '承诺书',
      '推荐部门意见',
    ])
    const pages = lines.map((one) => Number(/\d+$/.exec(one.text)?.[0]))
    expect(pages[0]).toBe(3)
    expect(pages).toEqual(pages.toSorted((one, other) => one - other))
    expect(partOf(book, 'word/settings.xml')).toContain('<w:updateFields/>')
  })
})

describe('sections', () => {
  it('prints base tables with complete option lists', () => {
    expect(rowWith('组建模式')?.[1]).toMatch(/^☑由龙头企业牵头建设\n□多家/)
    expect(rowWith('单位类型')?.at(-1)).toBe('□企业　□高校　□科研院所\n☑其他（请注明）：新型研发机构')
    expect(rowWith('资金吸纳方式')?.at(-1)).toBe('☑会员制　□股份制　☑协议制　□创投基金')
    expect(rowWith('是否独立法人')?.[1]).toBe('☑是　□否')
    expect(rowWith('建设领域')?.[1]).toContain('面向经济主战场：□高速列车')
    expect(rowWith('建设领域')?.[1]).toContain('☑新材料')
  })
  it('puts the unit into the label and keeps groups together', () => {
    expect(rowWith('注册资本\n（万元）')?.at(-1)).toBe('12,000.50')
    expect(rowWith('牵头单位')?.slice(0, 2)).toEqual(['牵头单位', '单位名称'])
  })
  it('prints headings with their number, and narrative as paragraphs', () => {
    expect(texts('Heading1')).toContain('一、建设意义')
    expect(texts('Heading2')).toEqual(['（一）产业基础', '（二）平台基础'])
    expect(texts('PlainHeading')).toEqual(['基本信息', '承诺书', '推荐部门意见'])
    expect(texts('Body').filter((text) => text.includes('稀土新材料产业'))).toHaveLength(8)
    expect(texts('FieldTitle')).toEqual(['总体情况', '拟新建平台', '真实性承诺'])
  })
  it('repeats the head of a table, keeps its rows whole, and adds up', () => {
    const found = tablesOf(blocks).find((one) => one.rows[0]?.includes('平台名称'))
    expect(found?.rows[0]?.map((head) => head.replace('\n', ''))).toEqual([
      '序号',
      '平台名称',
      '类型',
      '批准时间',
      '人员（人）',
      '累计投入（万元）',
    ])
    expect(found?.rows).toHaveLength(32)
    expect(found?.rows.at(-1)).toEqual(['合计', '', '', '1,035', '30,439.50'])
    expect([found?.repeatedHeads, found?.unbroken]).toEqual([1, 32])
  })
  it('adds up a matrix both ways, exactly', () => {
    const found = tablesOf(blocks).find((one) => one.rows[0]?.[0] === '来源')
    expect(found?.rows[0]).toEqual(['来源', '2024年', '2025年', '2026年', '合计'])
    expect(found?.rows[4]).toEqual(['其他', '0.10', '0.20', '0.00', '0.30'])
    expect(found?.rows.at(-1)).toEqual(['合计', '3,500.10', '3,700.30', '3,900.20', '11,100.60'])
    expect(texts('TableUnit')).toEqual(['单位：万元'])
  })
  it('begins a signed page right after a table, with nothing between that could make an empty page', () => {
    const xml = partOf(book, 'word/document.xml')
    expect(xml.split('<w:pageBreakBefore/>')).toHaveLength(3)
    expect(xml).not.toMatch(
      /<w:pStyle w:val="TableGap"\/><\/w:pPr><\/w:p><w:p><w:pPr><w:pStyle w:val="\w+"\/><w:pageBreak/,
    )
    expect(xml).toMatch(/<\/w:tbl><w:p><w:pPr><w:pStyle w:val="PlainHeading"\/><w:pageBreakBefore/)
  })
  it('ends in signatures, in a box where an office fills all of it', () => {
    expect(texts('Sign')).toEqual(['法定代表人（签字）：', '牵头单位（盖章）：'])
    expect(texts('SignDate')).toEqual(['年　　月　　日'])
    expect(tablesOf(blocks).at(-1)?.rows.at(-1)).toEqual(['负责人（签字）：\n推荐部门（盖章）：\n年　　月　　日'])
  })
  it('lists attachments by name and embeds pictures', () => {
    expect(rowWith('证明材料')?.[1]).toBe('1. 营业执照.pdf\n2. 章程.pdf')
    expect(unzipSync(book)['word/media/picture1.png']).toEqual(dot)
    expect(partOf(book, 'word/_rels/document.xml.rels')).toContain('Target="media/picture1.png"')
  })
})

describe('a blank book', () => {
  const of = readBlocks(blank)
  it('has empty rows to write on, and no totals of nothing', () => {
    const found = tablesOf(of).find((one) => one.rows[0]?.includes('平台名称'))
    expect(found?.rows.slice(1)).toEqual([
      ...['1', '2', '3'].map((number) => [number, '', '', '', '', '']),
      ['合计', '', '', '', ''],
    ])
  })
  it('never prints null, undefined or NaN', () => {
    expect(JSON.stringify(of)).not.toMatch(/null|undefined|NaN|\[object/)
  })
})

it('does not print what is hidden', async () => {
  const no = {
    source: 'false',
    term: { op: 'literal', type: 'truth', value: false },
    type: { is: 'truth' },
    reads: [],
  } as const
  const hiding = {
    ...sampleBook,
    hash: 'hiding',
    derivations: [
      { path: ['money'], is: 'when', expression: no },
      { path: ['basics', 'summary'], is: 'when', expression: no },
    ],
  } as const
  const of = JSON.stringify(readBlocks(await writeWord(hiding, sampleAnswers, { today })))
  expect(of).not.toContain('经费投入')
  expect(of).not.toContain('中心简介')
  expect(of).toContain('建设意义')
  const without = { ...hiding, hash: 'without', derivations: [{ path: ['base'], is: 'when', expression: no }] } as const
  expect(JSON.stringify(readBlocks(await writeWord(without, sampleAnswers, { today })))).toContain('"二、经费投入"')
})

it('gives the same bytes for the same input', async () => {
  const again = await writeWord({ ...sampleBook }, structuredClone(sampleAnswers), {
    today,
    pictures: (id) => (id === 'logo' ? dot : undefined),
  })
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  expect(hash(again)).toBe(hash(book))
})

it('opens in another reader', async () => {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(book) })
  expect(value).toContain('示例稀土（集团）高科技股份有限公司')
  expect(value).toContain('30,439.50')
})

describe('looks', () => {
  const styles = partOf(book, 'word/styles.xml')
  const style = (id: string, of = styles) => new RegExp(`w:styleId="${id}".*?</w:style>`, 's').exec(of)?.[0] ?? ''
  it('names fonts for East Asian text, in styles and nowhere else', () => {
    expect(style('Heading1')).toContain('w:eastAsia="黑体"')
    expect(style('Heading2')).toContain('w:eastAsia="楷体_GB2312"')
    expect(style('CoverTitle1')).toContain('w:eastAsia="方正小标宋简体"')
    expect(style('Body')).toContain('w:firstLineChars="200"')
    expect(partOf(book, 'word/document.xml')).not.toMatch(/<w:(rFonts|sz|b)\b/)
  })
  it('has the geometry of GB/T 9704 and its grid in a report', async () => {
    const report = {
      ...sampleBook,
      hash: 'report',
      document: { profile: 'report', notes: [], contents: false },
    } as const
    const file = await writeWord(report, sampleAnswers, { today })
    const xml = partOf(file, 'word/document.xml')
    expect(xml).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"')
    expect(xml).toContain('<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-848"/>')
    expect(style('Heading2', partOf(file, 'word/styles.xml'))).toContain('<w:sz w:val="32"/>')
    expect(texts('BookTitle', readBlocks(file))).toEqual(['技术创新中心建设与运行实施方案'])
  })
  it('uses no style that the shell does not define', () => {
    const used = new Set(
      [...partOf(book, 'word/document.xml').matchAll(/<w:[pr]Style w:val="(\w+)"/g)].map(([, id]) => id),
    )
    for (const id of used) expect(styles).toContain(`w:styleId="${id}"`)
  })
})
