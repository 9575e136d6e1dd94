import { sentence } from '@policyforms/core'
import { Document, Footer, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readBook } from '../reading/read-book.ts'
import { sampleAnswers, sampleBook } from '../sample/book.ts'
import { paragraphsOf, partOf, readBlocks, tablesOf } from '../sample/read-word.ts'
import { checkForm } from './check-form.ts'
import { fillForm } from './fill-form.ts'

const today = '2026-05-01'
const text = (...runs: readonly (string | TextRun)[]) =>
  new Paragraph({ children: runs.map((one) => (typeof one === 'string' ? new TextRun(one) : one)) })
const cell = (...paragraphs: readonly Paragraph[]) => new TableCell({ children: [...paragraphs] })
const row = (...texts: readonly string[]) => new TableRow({ children: texts.map((one) => cell(text(one))) })

const fileOf = async (children: readonly (Paragraph | Table)[], footer = '{{basics.name}}') =>
  new Uint8Array(
    await Packer.toBuffer(
      new Document({
        sections: [{ children: [...children], footers: { default: new Footer({ children: [text(footer)] }) } }],
      }),
    ),
  )

const form = await fileOf([
  // Word split the place into three runs, the first of them bold.
  text(
    '名称： ',
    new TextRun({ text: '{{中心', bold: true }),
    new TextRun({ text: '名称', italics: true }),
    '}}（盖章）',
  ),
  text('注册资本 {{basics.capital}} 万元，登记于{{登记日期}}；{{basics.legal=是}}独立法人 {{basics.legal=否}}非法人'),
  text('{{basics.funding}}'),
  text('{{meaning.text}}'),
  new Table({
    rows: [row('序号', '平台', '投入'), row('{{序号}}', '{{平台名称}}', '{{累计投入}}'), row('合计', '', '')],
  }),
  new Table({ rows: [row('自筹', '{{money.sources.company.y1}}')] }),
])
const fill = async (answers: typeof sampleAnswers, of = form) => {
  const filled = await fillForm(sampleBook, of, answers, { today })
  if (!filled) throw new Error('refused')
  return filled
}
const filled = await fill(sampleAnswers)
const texts = paragraphsOf(readBlocks(filled)).map((one) => one.text)

describe("an office's own file", () => {
  it('takes the values where they are named, in the looks of the first run', () => {
    expect(texts[0]).toBe('名称： 示例省稀土新材料技术创新中心（盖章）')
    expect(texts[1]).toMatch(/^注册资本 12,000\.50 万元，登记于\d{4}年\d+月\d+日；☑独立法人 □非法人$/)
    expect(texts[2]).toBe('☑会员制　□股份制　☑协议制　□创投基金')
    expect(partOf(filled, 'word/document.xml')).toMatch(/<w:r><w:rPr><w:b\/>(?:(?!<\/w:r>).)*示例省稀土/)
    expect(partOf(filled, 'word/document.xml')).not.toContain('{{')
    expect(partOf(filled, 'word/footer1.xml')).toContain('示例省稀土新材料技术创新中心')
  })
  it('repeats a row for each row of a table, and leaves the others as they are', () => {
    const [platforms, sources] = tablesOf(readBlocks(filled))
    expect(platforms?.rows).toHaveLength(32)
    expect(platforms?.rows[1]?.[0]).toBe('1')
    expect(platforms?.rows.at(-1)?.[0]).toBe('合计')
    expect(sources?.rows[0]?.[1]).not.toBe('')
  })
  it('keeps every byte of the parts that hold no place', () => {
    const [before, after] = [unzipSync(form), unzipSync(filled)]
    for (const name of Object.keys(before).filter(
      (one) => !/document\.xml$|footer1\.xml$|custom\.xml$|^_rels|^\[/.test(one),
    ))
      expect(after[name], name).toEqual(before[name])
  })
  it('may hold a blank picture, which packs as well as any bomb', async () => {
    const blank = zipSync({ ...unzipSync(form), 'word/media/blank.bmp': new Uint8Array(12 * 2 ** 20) })
    const taken = await fill(sampleAnswers, blank)
    expect(unzipSync(taken)['word/media/blank.bmp']).toHaveLength(12 * 2 ** 20)
    expect(checkForm(sampleBook, blank)).toEqual(checkForm(sampleBook, form))
    expect(readBook(sampleBook, taken, { today }).answers.basics).toEqual(
      readBook(sampleBook, filled, { today }).answers.basics,
    )
  })
  it('is read back to what stands in it', () => {
    const { answers, issues } = readBook(sampleBook, filled, { today })
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
    const { name, capital, founded, legal, funding } = sampleAnswers.basics as Record<string, unknown>
    expect(answers.basics).toMatchObject({ name, capital, founded, legal, funding })
    expect(answers.meaning).toEqual(sampleAnswers.meaning)
    const rows = (answers as { base: { platform: { platforms: readonly unknown[] } } }).base.platform.platforms
    expect(rows).toHaveLength(30)
  })
  it('loses the paragraphs and rows of what is hidden', async () => {
    const term = { op: 'literal', type: 'truth', value: false } as const
    const no = { source: 'false', term, type: { is: 'truth' }, reads: [] } as const
    const derivations = [['meaning'], ['money']].map((path) => ({ path, is: 'when' as const, expression: no }))
    const hiding = { ...sampleBook, hash: 'hiding', derivations }
    const blocks = readBlocks((await fillForm(hiding, form, sampleAnswers, { today })) ?? new Uint8Array())
    expect(paragraphsOf(blocks)).toHaveLength(3)
    expect(tablesOf(blocks).at(-1)?.rows).toEqual([])
  })
  it('is held against the template both ways, with place and suggestion', async () => {
    expect(checkForm(sampleBook, form).filter(({ severity }) => severity === 'error')).toEqual([])
    const wrong = await fileOf([text('甲 {{basics.nam}} 乙'), text('{{basics.legal=说不清}}')])
    const issues = checkForm(sampleBook, wrong)
    expect(issues.filter(({ severity }) => severity === 'error').map((one) => `${one.place} ${sentence(one)}`)).toEqual(
      [
        '第 1 段“甲 {{basics.nam}} 乙” 材料里没有“basics.nam”这一项，是否想写“basics.name”',
        '第 2 段“{{basics.legal=说不清}}” “basics.legal”没有“说不清”这个选项',
      ],
    )
    expect(issues.map((one) => sentence(one))).toContain(
      'Word 文件里没有“注册资本”的位置，这一项不会印出来；可写 basics.capital',
    )
  })
  it('is refused with macros, embedded files, or what it would fetch', async () => {
    const parts = unzipSync(form)
    const rels = strToU8(
      partOf(form, 'word/_rels/document.xml.rels').replace(
        '</Relationships>',
        '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://example.com/a.dotm" TargetMode="External"/></Relationships>',
      ),
    )
    const hostile = [
      { ...parts, 'word/vbaProject.bin': strToU8('x') },
      { ...parts, 'word/embeddings/oleObject1.xlsx': strToU8('x') },
      { ...parts, 'word/_rels/document.xml.rels': rels },
    ].map((one) => zipSync(one))
    for (const bytes of hostile) {
      expect(checkForm(sampleBook, bytes).map(({ code }) => code)).toEqual(['form-unsafe'])
      expect(await fillForm(sampleBook, bytes, {}, { today })).toBeUndefined()
    }
  })
})
