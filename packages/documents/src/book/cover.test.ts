import type { Answers, Cover } from '@policyforms/core'
import { expect, it } from 'vitest'
import { field, section, template } from '../sample/blocks.ts'
import { paragraphsOf, partOf, readBlocks } from '../sample/read-word.ts'
import { writeWord } from '../write-word.ts'

const coverOf = (fields: number): Cover => ({
  marks: ['受理编号：', '密级：'],
  attachment: '附件2',
  title: ['重点研发计划项目', '申报书'],
  fields: Array.from({ length: fields }, (_, i) => ({ label: `名称${i}`, path: ['s', `f${i}`] })),
  issuer: '某省科学技术厅制',
  date: ['s', 'date'],
})

/** The air above the title, and what all lines of the cover take at least. */
const measured = async (fields: number) => {
  const made = template([])
  const cover = coverOf(fields)
  const file = await writeWord({ ...made, document: { ...made.document, cover } }, {}, { today: '2026-05-01' })
  const xml = partOf(file, 'word/document.xml')
  const air = Number(/w:line="(\d+)" w:lineRule="exact"/.exec(xml)?.[1])
  const rows = [...xml.matchAll(/<w:trHeight w:val="(\d+)"/g)].slice(0, fields).map(([, height]) => Number(height))
  return { air, rows: rows.reduce((sum, height) => sum + height, 0) }
}

it('has less air where much stands on it, so that a cover stays one page', async () => {
  const [few, many, most] = [await measured(3), await measured(8), await measured(11)]
  expect(few.air).toBe(1400)
  expect(many.air).toBeLessThan(900)
  expect(most.air).toBeGreaterThanOrEqual(300)
  // What is left below is for titles, marks and the foot: some 7,000 twentieths of a point.
  for (const { air, rows } of [few, many, most]) expect(2 * air + rows).toBeLessThan(12_756 - 5_500)
})

it('keeps the 年 of a year that is not known yet', async () => {
  const made = template([section('s', '', '基本信息', [field('name', 'text', '名称'), field('year', 'year', '年度')])])
  const cover = { ...coverOf(0), title: ['{s.name}', '{s.year}度报告'] }
  const titles = async (answers: Answers) =>
    paragraphsOf(
      readBlocks(await writeWord({ ...made, document: { ...made.document, cover } }, answers, { today: '2026-05-01' })),
    ).flatMap(({ style, text }) => (style.startsWith('CoverTitle') ? [text] : []))
  expect(await titles({})).toEqual(['×××', '××××年度报告'])
  expect(await titles({ s: { name: '甲', year: 2026 } })).toEqual(['甲', '2026年度报告'])
})
