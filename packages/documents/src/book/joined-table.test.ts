import { expect, it } from 'vitest'
import { readBook } from '../reading/read-book.ts'
import { field, section, table, template } from '../sample/blocks.ts'
import { partOf, readBlocks, tablesOf } from '../sample/read-word.ts'
import { writeWord } from '../write-word.ts'

const today = '2024-03-01'
const panel = (joined: boolean) =>
  template(
    [
      section('s', '', '论证意见', [
        field('agency', 'text', '第三方机构'),
        table(
          'panel',
          '专家组成员',
          [
            field('name', 'text', '姓名'),
            field('unit', 'text', '所在单位', { maxLength: 60 }),
            field('fee', 'number', '费用'),
          ],
          { ...(joined && { joined: true as const }), totals: ['fee'] },
        ),
        field('result', 'text', '结论'),
      ]),
    ],
    { hash: `panel-${joined}` },
  )
const answers = {
  s: {
    agency: '某评估中心',
    panel: [
      { name: '甲', unit: '北方工业大学', fee: 3 },
      { name: '乙', unit: '南方研究院', fee: 4 },
    ],
    result: '同意',
  },
}
const file = await writeWord(panel(true), answers, { today })
const xml = partOf(file, 'word/document.xml')

it('is one table with the fields beside it, its title upright at the left', () => {
  const [own, ...others] = tablesOf(readBlocks(file))
  expect(others).toEqual([])
  expect(own?.rows.map((row) => row.filter((text) => text !== ''))).toEqual([
    ['第三方机构', '某评估中心'],
    ['专家\n组成员', '序号', '姓名', '所在单位', '费用'],
    ['1', '甲', '北方工业大学', '3'],
    ['2', '乙', '南方研究院', '4'],
    ['合计', '7'],
    ['结论', '同意'],
  ])
})

it('fills the width of the page in every row, over the same columns', () => {
  const columns = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
  const total = columns.reduce((sum, one) => sum + one, 0)
  expect(Math.min(...columns)).toBeGreaterThan(0)
  for (const row of xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? []) {
    const widths = [...row.matchAll(/<w:tcW w:w="(\d+)"/g)].map(([, width]) => Number(width))
    const spans = [...row.matchAll(/<w:tcPr>.*?<\/w:tcPr>/gs)].map(([cell]) =>
      Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1),
    )
    expect(widths.reduce((sum, one) => sum + one, 0)).toBe(total)
    expect(spans.reduce((sum, one) => sum + one, 0)).toBe(columns.length)
  }
  // A head in the middle of a table is not repeated.
  expect(xml).not.toContain('<w:tblHeader/>')
})

it('reads back what stands in it', () => {
  expect(readBook(panel(true), file, { today })).toMatchObject({ answers, issues: [] })
})

it('stands by itself, under its title, where it is not joined', async () => {
  const alone = await writeWord(panel(false), answers, { today })
  expect(tablesOf(readBlocks(alone))).toHaveLength(3)
})
