import { readFileSync } from 'node:fs'
import { sentence } from '@policyforms/core'
import { describe, expect, it } from 'vitest'
import { readBook } from '../reading/read-book.ts'
import { sampleAnswers, sampleBook } from '../sample/book.ts'
import { partOf, readBlocks, tablesOf } from '../sample/read-word.ts'
import { checkForm } from './check-form.ts'
import { fillForm } from './fill-form.ts'

const today = '2026-05-01'
/** Saved by LibreOffice: tracked changes, a footnote, a text box drawn twice, a table in a table; controls as Word writes them. */
const office = readFileSync(new URL('cases/office.docx', import.meta.url))
const { basics } = sampleAnswers as { basics: Record<string, unknown> }
const answers = {
  ...sampleAnswers,
  basics: { ...basics, legal: true, funding: ['m0'], mode: 'lead', summary: '甲段。\n乙段。' },
  money: { equipment: [{ name: '电镜', price: 12.5 }, { name: '光谱仪', price: 3 }, { name: '<称>' }] },
}
const filled = (await fillForm(sampleBook, office, answers, { today })) ?? new Uint8Array()
const blank = (await fillForm(sampleBook, office, {}, { today })) ?? new Uint8Array()
const main = partOf(filled, 'word/document.xml')
const controlOf = (tag: string, xml = main) =>
  [...xml.matchAll(/<w:sdt>(?:(?!<w:sdt>).)*?<\/w:sdt>/gs)]
    .map(([one]) => one)
    .filter((one) => one.includes(`w:val="${tag}"`))
const textOf = (xml: string) => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, text]) => text).join('')
const name = String(basics.name)

describe('places wherever an office puts them', () => {
  it('in headers, footers and notes', () => {
    expect(textOf(partOf(filled, 'word/header1.xml'))).toBe(`填报单位：${name}`)
    expect(textOf(partOf(filled, 'word/footer1.xml'))).toMatch(/^登记日期 \d{4}年\d+月\d+日$/)
    expect(textOf(partOf(filled, 'word/footnotes.xml'))).toMatch(/以\d{4}年\d+月\d+日的登记为准。/)
  })
  it('in both drawings of a text box', () => {
    for (const branch of ['Choice', 'Fallback'] as const)
      expect(textOf(new RegExp(`<mc:${branch}.*?</mc:${branch}>`, 's').exec(main)?.[0] ?? '')).toBe(`印章 ${name}`)
  })
  it('in inserted runs, and not in deleted ones', () => {
    const inserted = /<w:ins [^>]*>(.*?)<\/w:ins>/s.exec(main)?.[1] ?? ''
    expect(textOf(inserted)).toBe('12,000.50')
    expect(main).toContain('<w:delText>旧的一项</w:delText>')
  })
  it('split into runs, in the looks of the first', () => {
    expect(main).toMatch(new RegExp(`<w:r><w:rPr><w:b/></w:rPr><w:t[^>]*>${name}`))
    expect(textOf(main)).toContain(`中心：${name}（盖章）`)
  })
  it('in a table in a table: the inner row is repeated, the outer stands once', () => {
    const rows = /<w:tbl>.*?以上平台.*?<\/w:tbl>/s.exec(main)?.[0] ?? ''
    expect(rows.match(/登记情况/g)).toHaveLength(1)
    expect(rows.match(/<w:tr>/g)).toHaveLength(1 + 1 + 30)
  })
})

describe("an office's own controls", () => {
  it('take the value in the looks that they have for it, and lose what would put other data in', () => {
    const [lead = ''] = controlOf('basics.lead.name')
    expect(textOf(lead)).toBe((basics.lead as { name: string }).name)
    expect(lead).toMatch(/<w:r><w:rPr><w:rFonts w:eastAsia="楷体"\/><\/w:rPr><w:t/)
    expect(lead).toContain('<w:text/>')
    for (const gone of ['showingPlcHdr', 'dataBinding', 'PlaceholderText']) expect(lead).not.toContain(gone)
  })
  it('are ticked with the box that they name', () => {
    const states = ['basics.legal=true', 'basics.funding=m0', 'basics.funding=m1'].map((tag) => controlOf(tag)[0] ?? '')
    expect(states.map((xml) => /w14:checked w14:val="(\d)"/.exec(xml)?.[1])).toEqual(['1', '1', '0'])
    expect(states.map((xml) => textOf(xml) || /w:char="(\w+)"/.exec(xml)?.[1])).toEqual(['☒', 'F0FE', '☐'])
  })
  it('keep their calendar and their list', () => {
    const [date = ''] = controlOf('basics.founded')
    expect(date).toContain(`w:fullDate="${basics.founded}T00:00:00Z"`)
    expect(textOf(controlOf('basics.mode')[0] ?? '')).toBe('由龙头企业牵头建设')
    expect(controlOf('basics.mode')[0]).toContain('<w:dropDownList>')
  })
  it('hold a paragraph for each line where they are around paragraphs', () => {
    const [summary = ''] = controlOf('basics.summary')
    expect(summary.match(/<w:ind w:firstLineChars="200"\/>/g)).toHaveLength(2)
    expect(textOf(summary)).toBe('甲段。乙段。')
  })
  it('may be named by the place in them; in plain text beside other text there is no other control', () => {
    expect(controlOf('basics.capital').map(textOf)).toContain('12,000.50')
    expect(textOf(main)).toContain('共12,000.50万元')
    expect(main).not.toMatch(/<w:text\/><\/w:sdtPr><w:sdtContent>(?:(?!<\/w:sdtContent>).)*<w:sdt>/s)
  })
  it('in a row, around cells too, are repeated with it, and what may stand but once is not', () => {
    const last = tablesOf(readBlocks(filled)).at(-1)?.rows
    expect(last?.slice(1, 4).map((row) => row.map((text) => text.trim()))).toEqual([
      ['电镜', '12.50'],
      ['光谱仪', '3.00'],
      ['<称>', ''],
    ])
    const ids = [...main.matchAll(/<w:id w:val="(\d+)"\/>/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(main.match(/第一台/g)).toHaveLength(1)
  })
  it('are read back to what stands in them, filled or blank', () => {
    const back = readBook(sampleBook, filled, { today })
    expect(back.issues.filter(({ severity }) => severity === 'error')).toEqual([])
    const { legal, funding, mode, summary, founded, capital } = answers.basics as Record<string, unknown>
    expect(back.answers.basics).toMatchObject({ name, legal, mode, summary, founded, capital, funding })
    expect((back.answers.money as typeof answers.money).equipment).toEqual(answers.money.equipment)
    expect(readBook(sampleBook, blank, { today })).toMatchObject({ answers: {} })
  })
  it('are named with table, row and cell when nothing in the template is called so', () => {
    const issues = checkForm(sampleBook, office).filter(({ code }) => code === 'form-place-unknown')
    expect(issues.map((one) => `${one.severity} ${one.place} ${sentence(one)}`)).toEqual([
      'error 表 3 第 3 行第 2 格“另填{{basics.nane}}” 材料里没有“basics.nane”这一项，是否想写“basics.name”',
      'warning 表 3 第 3 行第 2 格的内容控件 材料里没有“basics.nam”这一项，是否想写“basics.name”',
    ])
  })
})
