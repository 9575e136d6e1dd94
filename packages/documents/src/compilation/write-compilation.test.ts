import mammoth from 'mammoth'
import { expect, it } from 'vitest'
import { sampleAnswers, sampleBook } from '../sample/book.ts'
import { paragraphsOf, partOf, readBlocks, tablesOf } from '../sample/read-word.ts'
import { writeCompilation } from './write-compilation.ts'

const reports = ['甲中心', '乙中心', '丙 & 丁'].map((title, i) => ({
  title,
  submittedOn: `2024-03-0${i + 1}`,
  answers: sampleAnswers,
}))
const told: number[] = []
const bytes = await writeCompilation(sampleBook, reports, {
  today: '2024-04-01',
  onProgress: (done) => told.push(done),
})

it('has a list of all reports and each as a chapter on a page of its own, in the contents with its sections', async () => {
  const blocks = readBlocks(bytes)
  const list = tablesOf(blocks).find((table) => table.rows[0]?.includes('提交日期'))
  expect(list?.rows.slice(1).map((row) => [row[0], row[1], row.at(-1)])).toEqual([
    ['1', '甲中心', '2024年3月1日'],
    ['2', '乙中心', '2024年3月2日'],
    ['3', '丙 & 丁', '2024年3月3日'],
  ])
  const texts = paragraphsOf(blocks).map(({ text }) => text)
  for (const { title } of reports) expect(texts).toContain(title)
  const xml = partOf(bytes, 'word/document.xml')
  const defined = partOf(bytes, 'word/styles.xml')
  const used = new Set([...xml.matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, style]) => style))
  expect([...used].filter((style) => !defined.includes(`w:styleId="${style}"`))).toEqual([])
  expect(xml.match(/<w:pageBreakBefore\/>/g)?.length).toBeGreaterThanOrEqual(3)
  const bookmarks = [...xml.matchAll(/w:name="(_Toc\d+)"/g)].map(([, name]) => name)
  expect(new Set(bookmarks).size).toBe(bookmarks.length)
  expect(xml).not.toContain('<w:sdt>')
  expect(told).toEqual([1, 2, 3])
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
  for (const { title } of reports) expect(value).toContain(title)
})
