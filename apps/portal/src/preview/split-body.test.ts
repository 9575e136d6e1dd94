import { expect, it } from 'vitest'
import { countOf, splitBody } from './split-body.ts'

const document = (...blocks: readonly string[]) =>
  `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${blocks.join('')}</w:body></w:document>`

const paragraph = '<w:p><w:pPr><w:pStyle w:val="Body"/></w:pPr><w:r><w:t>甲 &gt; 乙</w:t></w:r></w:p>'
const table = `<w:tbl><w:tblPr/><w:tr><w:tc><w:tbl><w:tr/></w:tbl>${paragraph}</w:tc></w:tr></w:tbl>`
const control = (content: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`
const boxed = `<w:p><w:r><w:txbxContent>${paragraph}</w:txbxContent></w:r></w:p>`

it('cuts a body where its paragraphs, tables and controls begin, whatever they hold', () => {
  const blocks = [paragraph, table, '<w:p/>', boxed, control(paragraph + table), '<w:sectPr><w:pgSz/></w:sectPr>']
  const split = splitBody(document(...blocks))
  expect(split?.blocks).toEqual(blocks)
  expect(split && split.before + split.blocks.join('') + split.after).toBe(document(...blocks))
  expect(blocks.map(countOf)).toEqual([1, 1, 1, 1, 2, 0])
})

it.each([
  ['has no body', '<w:document/>'],
  ['is written with spaces between its blocks', document(paragraph, '\n  ', paragraph)],
  ['is cut off', document(paragraph).replace('</w:p>', '')],
])('leaves alone what %s', (_, xml) => {
  expect(splitBody(xml)).toBeUndefined()
})
