import { expect, it } from 'vitest'
import { sampleAnswers, sampleBook } from '../sample/book.ts'
import { partOf } from '../sample/read-word.ts'
import { writeWord } from '../write-word.ts'

const today = '2024-03-01'
const book = await writeWord(sampleBook, sampleAnswers, { today })
const xml = partOf(book, 'word/document.xml')
const controls = (tag: string, of = xml) =>
  [...of.matchAll(/<w:sdt><w:sdtPr><w:tag w:val="([^"]*)"\/>(.*?)<\/w:sdtPr>/gs)].flatMap(([, found, type = '']) =>
    found === tag ? [type.replace(/<w:placeholder>.*?<\/w:placeholder>/, '')] : [],
  )

it('stands around every answer, of the type that suits it', () => {
  expect(controls('basics.name')).toEqual(['<w15:appearance w15:val="hidden"/><w:text/>'])
  expect(controls('basics.founded')[0]).toContain('<w:date>')
  expect(controls('basics.period.from')[0]).toContain("yyyy'年'M'月'\"")
  expect(controls('basics.lead.type=other')[0]).toContain('<w14:checked w14:val="1"/>')
  expect(controls('basics.lead.type=company')[0]).toContain('<w14:checked w14:val="0"/>')
  expect(controls('base.platform.platforms.level')[0]).toContain('<w:dropDownList>')
  expect(controls('base.platform.platforms.name')).toHaveLength(30)
  expect(controls('meaning.text')).toEqual(['<w15:appearance w15:val="hidden"/>'])
  expect(controls('money.sources.other.y2')).toHaveLength(1)
  expect(controls('basics.files#2')).toHaveLength(1)
})

it('shows a space where there is no answer, which Word takes for a placeholder', async () => {
  const blank = partOf(await writeWord(sampleBook, {}, { today }), 'word/document.xml')
  expect(controls('basics.name', blank)[0]).toContain('<w:showingPlcHdr/>')
  expect(controls('basics.name')[0]).not.toContain('<w:showingPlcHdr/>')
})

it('says whose file it is, and which files it names', () => {
  const properties = partOf(book, 'docProps/custom.xml')
  expect(properties).toContain('name="template"><vt:lpwstr>sample/book<')
  expect(properties).toContain('name="file1"><vt:lpwstr>{&quot;id&quot;:')
})
