import { describe, expect, it } from 'vitest'
import { profileOf } from '../layout/profile.ts'
import { joined, paragraph, run, textParagraph, type Xml } from '../xml/paragraph.ts'
import { type Row, table } from '../xml/table.ts'
import { layPages } from './lay-pages.ts'

// A4 has 24 lines of running text, 31 characters wide.
const profile = profileOf({ profile: 'book', notes: [], contents: true })
const lines = (count: number): Xml => joined(Array.from({ length: count }, () => textParagraph('Body', '文')))
const heading = (mark: string, own = '') =>
  paragraph('Heading2', `<w:bookmarkStart w:id="1" w:name="_Toc${mark}"/>${run('一')}<w:bookmarkEnd w:id="1"/>`, own)
const row = (text: string, more: Partial<Row> = {}): Row => ({
  cells: [{ content: textParagraph('CellText', text) }],
  minHeight: 1000,
  ...more,
})
const pageOf = (body: Xml, first = 1) => layPages(body, profile, first).headings.get('_Toc1')

describe('pages of a text', () => {
  it('counts lines of running text, from the number of its first page', () => {
    expect(pageOf(`${lines(10)}${heading('1')}${lines(2)}`)).toBe(1)
    expect(pageOf(`${lines(24)}${heading('1')}${lines(2)}`, 4)).toBe(5)
    expect(pageOf(`${textParagraph('Body', '文'.repeat(31 * 24))}${heading('1')}`)).toBe(2)
    expect(pageOf(`${textParagraph('Body', 'word '.repeat(6 * 24))}${heading('1')}`)).toBe(1)
  })
  it('takes a heading along with the line below it', () => {
    expect(pageOf(`${lines(22)}${heading('1')}${lines(1)}`)).toBe(1)
    expect(pageOf(`${lines(23)}${heading('1')}${lines(1)}`)).toBe(2)
  })
  it('keeps no single line apart', () => {
    const four = textParagraph('Body', '文'.repeat(31 * 4 - 2))
    expect(pageOf(`${lines(23)}${four}${lines(19)}${heading('1')}${lines(1)}`)).toBe(3)
    expect(pageOf(`${lines(22)}${four}${lines(19)}${heading('1')}${lines(1)}`)).toBe(2)
  })
  it('begins a page where one is asked for, and where a page set-up ends', () => {
    expect(pageOf(`${lines(1)}${heading('1', '<w:pageBreakBefore/>')}`)).toBe(2)
    const onItsSide = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    const upright = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    const turned = (count: number) =>
      `${paragraph('TableGap', '', upright)}${lines(count)}${paragraph('TableGap', '', onItsSide)}${heading('1')}`
    // 16 lines fill a page on its side.
    expect([pageOf(turned(15)), pageOf(turned(17))]).toEqual([3, 4])
  })
  it('keeps rows whole, repeats the heads of a table, and keeps what stays together', () => {
    const rows = (count: number, more: Partial<Row> = {}) => Array.from({ length: count }, () => row('文', more))
    const tall = (some: readonly Row[]) => `${table([8000], some)}${heading('1')}${lines(1)}`
    expect(pageOf(tall(rows(11)))).toBe(1)
    expect(pageOf(tall(rows(23)))).toBe(2)
    // Two heads on each page leave room for ten rows.
    expect(pageOf(tall([...rows(2, { head: true }), ...rows(21)]))).toBe(3)
    expect(layPages(`${lines(16)}${table([8000], rows(5, { keeps: true }))}`, profile, 1).last).toBe(2)
  })
  it('is as high as the longest of the cells beside each other', () => {
    const cells = ['文', '文'.repeat(38 * 14)].map((text) => ({ content: textParagraph('CellText', text) }))
    expect(pageOf(`${table([4000, 4000], [{ cells }])}${lines(2)}${heading('1')}${lines(1)}`)).toBe(1)
    expect(pageOf(`${table([4000, 4000], [{ cells }, { cells }])}${heading('1')}${lines(1)}`)).toBe(2)
  })
})
