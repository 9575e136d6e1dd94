import { expect, it } from 'vitest'
import { field, section, table, template } from '../sample/blocks.ts'
import { partOf } from '../sample/read-word.ts'
import { writeWord } from '../write-word.ts'

const files = (more = 0) =>
  section('files', '', '附件', [
    field('licence', 'text', '营业执照'),
    table('others', '其他附件', [field('name', 'text', '附件名称')], { printedRows: 1 + more }),
  ])
const wide = section('plan', '一、', '任务', [
  table(
    'tasks',
    '任务',
    Array.from({ length: 14 }, (_, i) => field(`c${i}`, 'text', '牵头负责的单位', { maxLength: 100 })),
  ),
  field('done', 'number', '已完成'),
])

const documentOf = async (made: Parameters<typeof template>[0], more: Parameters<typeof template>[1] = {}) =>
  partOf(await writeWord(template(made, more), {}, { today: '2026-05-01' }), 'word/document.xml')

/** Rows that do not stay with what is below them. */
const looseRows = (xml: string) => xml.split('<w:tr>').filter((row) => !row.includes('<w:keepNext/>')).length

it('keeps a low section of several tables on one page', async () => {
  const xml = await documentOf([files()])
  const last = xml.lastIndexOf('<w:tr>')
  const above = xml.slice(xml.indexOf('<w:tbl>'), last)
  expect(above.match(/<w:pStyle w:val="\w+"\/>(?!<w:keepNext\/>)/g)).toBe(null)
  expect(xml.slice(last)).not.toContain('<w:keepNext/>')
})

it('lets a longer one go on on the next page', async () => {
  const xml = await documentOf([files(20)])
  expect(looseRows(xml)).toBeGreaterThan(10)
})

it('keeps low boxes before and after a turned table on its pages', async () => {
  const basics = section('basics', '', '基本信息', [field('name', 'text', '名称')])
  const cover = { marks: [], title: ['进展'], fields: [] }
  const xml = await documentOf([basics, wide, section('end', '二、', '其他', [field('more', 'narrative', '说明')])], {
    document: { profile: 'book', notes: [], contents: false, cover },
  })
  const setUps = [...xml.matchAll(/<w:sectPr\b.*?<\/w:sectPr>/gs)]
  const turned = setUps.findIndex(([setUp]) => setUp.includes('w:orient="landscape"'))
  const pages = xml.slice(setUps[turned - 1]?.index, setUps[turned]?.index)
  for (const text of ['基本信息', '一、任务', '已完成']) expect(pages).toContain(text)
  expect(pages).not.toContain('二、其他')
  // All of them are one run of pages.
  expect(setUps.filter(([setUp]) => setUp.includes('w:orient="landscape"'))).toHaveLength(1)
})

it('keeps signatures with the last of what they are given for', async () => {
  const signatures = [{ label: '组长', by: ['signature'] as const, date: true }]
  const signed = (fields: Parameters<typeof section>[3]) =>
    documentOf([section('s', '', '评审', fields, { signatures })], { title: '评审' })
  const scores = field('score', 'number', '得分')
  const table1 = table('scores', '评分', [scores], { printedRows: 8 })
  const above = (xml: string) => xml.slice(0, xml.indexOf('<w:pStyle w:val="Sign"/>'))
  const underTable = above(await signed([field('name', 'text', '名称'), table1]))
  expect(underTable.slice(underTable.lastIndexOf('<w:tr>'))).not.toMatch(/<w:pStyle w:val="\w+"\/>(?!<w:keepNext\/>)/)
  const underText = above(await signed([table1, field('text', 'narrative', '意见', { wide: true })]))
  expect(underText.slice(underText.lastIndexOf('<w:pStyle w:val="Body"'))).toContain('<w:keepNext/>')
})
