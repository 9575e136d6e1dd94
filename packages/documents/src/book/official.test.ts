import type { Answers } from '@policyforms/core'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { inspectWord } from '../inspect/inspect-word.ts'
import { officialAnswers, officialReport } from '../sample/official.ts'
import { paragraphsOf, partOf, readBlocks } from '../sample/read-word.ts'
import { writeWord } from '../write-word.ts'

const today = '2025-06-30'
const file = await writeWord(officialReport, officialAnswers, { today })
const blocks = readBlocks(file)
const xml = partOf(file, 'word/document.xml')
const texts = (style: string, of = blocks) =>
  paragraphsOf(of)
    .filter((one) => one.style.startsWith(style))
    .map((one) => one.text)
const own = (style: string) => new RegExp(`<w:pStyle w:val="${style}"/>(.*?)</w:pPr>`).exec(xml)?.[1] ?? ''

describe('the head', () => {
  it('has its marks at the top left, the issuer 35 mm down, the number and the signer above the rule', () => {
    expect(texts('Official').slice(0, 6)).toEqual([
      '000001',
      '机密★1年',
      '特急',
      '示例省科学技术厅文件',
      expect.stringContaining('示科发〔2025〕9号'),
      '关于报送示例省稀土新材料\n技术创新中心建设情况的报告',
    ])
    expect(texts('OfficialNumber')[0]).toContain('签发人：王建国')
    // Three lines of marks and what is left of 35 mm, 1984 twentieths of a point.
    expect(own('OfficialIssuer2')).toBe(`<w:spacing w:before="${1984 - 3 * 579}"/>`)
    expect(partOf(file, 'word/styles.xml')).toContain(
      '<w:bottom w:val="single" w:sz="12" w:space="11" w:color="FF0000"/>',
    )
  })
  it('writes a year of a field in the number without 年, and leaves room for what is not known', async () => {
    const number = { ...officialReport.document.official, number: '示科发〔{basics.year}〕{basics.name}号' }
    const made = { ...officialReport, hash: 'n', document: { ...officialReport.document, official: number } }
    const numberOf = async (answers: typeof officialAnswers) =>
      texts('OfficialNumber', readBlocks(await writeWord(made, answers, { today })))[0]
    expect(await numberOf({ basics: { year: 2024, name: '9' } })).toContain('示科发〔2024〕9号')
    expect(await numberOf({})).toContain('示科发〔　　　　〕　　号')
  })
})

describe('the end', () => {
  it('notes the attachments below the text, wrapped names under their first character', () => {
    expect(texts('OfficialNote')).toEqual(['附件：1.年度经费决算表', '2.主要科研人员名单'])
    expect(own('OfficialNote')).toBe('<w:ind w:left="1840" w:hanging="1200"/>')
    expect(own('OfficialNoteMore')).toBe('<w:ind w:left="1840" w:hanging="240"/>')
  })
  it('puts the date four characters from the right, and who signs in the middle above it', () => {
    expect(texts('OfficialSigner')).toEqual(['示例省科学技术厅'])
    expect(texts('OfficialDate')).toEqual(['2025年3月9日'])
    expect(partOf(file, 'word/styles.xml')).toMatch(/w:styleId="OfficialDate".*?w:right="1280"/s)
  })
  it('prints attachments after all else, on pages of their own, without a number', () => {
    expect(texts('AttachmentMark')).toEqual(['附件1', '附件2'])
    expect(texts('AttachmentTitle')).toEqual(['年度经费决算表', '主要科研人员名单'])
    expect(xml.match(/<w:pStyle w:val="AttachmentMark"\/><w:pageBreakBefore\/>/g)).toHaveLength(2)
    const order = ['下一步安排', '附件：1.', 'OfficialDate', '附件1', '抄送：'].map((text) => xml.indexOf(text))
    expect(order).toEqual(order.toSorted((one, other) => one - other))
  })
  it('closes between rules at the foot of the last page', () => {
    expect(texts('OfficialCopies')).toEqual(['抄送：示例省人民政府办公厅，示例省财政厅。'])
    expect(texts('OfficialPrinted')).toEqual(['示例省科学技术厅办公室2025年3月9日印发'])
    const [first = '', ...others] = xml.match(/<w:framePr[^>]*>/g) ?? []
    expect(first).toContain('w:vAnchor="margin"')
    expect(first).toContain('w:yAlign="bottom"')
    // One frame: a rule, the copies, a rule, the printer, a rule.
    expect(others).toEqual([first, first, first, first])
  })
  it('closes on a page with an even number', async () => {
    const without = {
      ...officialReport,
      hash: 'short',
      sections: officialReport.sections.filter((one) => !one.attachment),
    }
    const lines = (count: number) => ({
      ...officialAnswers,
      state: { text: '文'.repeat(28 * count - 4) },
      plan: { text: '文' },
    })
    const breaksIn = async (answers: Answers) =>
      partOf(await writeWord(without, answers, { today }), 'word/document.xml').split('<w:br w:type="page"/>').length -
      1
    // With 12 lines the text ends on the second page, with 20 on the third.
    expect([await breaksIn(lines(12)), await breaksIn(lines(20))]).toEqual([0, 1])
  })
})

it('departs from the standard in nothing, and opens in another reader', async () => {
  expect(inspectWord(file, 'report').findings).toEqual([])
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(file) })
  expect(value).toContain('签发人：王建国')
})
