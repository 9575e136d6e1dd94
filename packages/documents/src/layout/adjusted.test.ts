import type { LayoutPlan } from '@policyforms/core'
import { expect, it } from 'vitest'
import { inspectWord } from '../inspect/inspect-word.ts'
import { field, section, table, template } from '../sample/blocks.ts'
import { partOf } from '../sample/read-word.ts'
import { writeWord } from '../write-word.ts'

const columns = Array.from({ length: 14 }, (_, i) => field(`c${i}`, 'text', `第${i + 1}项指标完成情况`))
const book = (layout?: LayoutPlan, profile: 'book' | 'report' = 'report') =>
  template(
    [
      section('s', '一、', '总体情况', [
        section('t', '（一）', '进展', [field('text', 'narrative', '进展', { wide: true })], { level: 2 }),
        table('rows', '清单', columns),
      ]),
    ],
    { document: { profile, notes: [], contents: false, ...(layout && { layout }) } },
  )

const rows = [Object.fromEntries(columns.map((_, i) => [`c${i}`, '按计划完成全部建设任务']))]
const answers = { s: { t: { text: '中心开展关键共性技术研发，按照统一规划、分步实施的办法推进建设任务。' }, rows } }
const written = async (layout?: LayoutPlan, profile?: 'book' | 'report') => {
  const file = await writeWord(book(layout, profile), answers, { today: '2024-03-01' })
  const styles = partOf(file, 'word/styles.xml')
  const style = (id: string) => new RegExp(`w:styleId="${id}".*?</w:style>`, 's').exec(styles)?.[0] ?? ''
  return { file, style, xml: partOf(file, 'word/document.xml') }
}

it('takes the fonts and sizes that a template names, in styles and nowhere else', async () => {
  const { style, xml } = await written({
    fonts: { title: '华文中宋', body: '仿宋', kai: '楷体', hei: '微软雅黑' },
    sizes: { title: '小二', body: '四号', headings: ['小三', '四号'], baseTable: '五号', table: '小五' },
  })
  expect(style('BookTitle')).toMatch(/w:eastAsia="华文中宋".*<w:sz w:val="36"\/>/s)
  expect(style('Normal')).toMatch(/w:eastAsia="仿宋".*<w:sz w:val="28"\/>/s)
  expect(style('Heading1')).toMatch(/w:eastAsia="微软雅黑".*<w:sz w:val="30"\/>/s)
  expect(style('Heading2')).toMatch(/w:eastAsia="楷体".*<w:sz w:val="28"\/>/s)
  expect(style('Heading3')).toContain('<w:sz w:val="32"/>')
  expect(style('BaseText')).toContain('<w:sz w:val="21"/>')
  expect(style('CellText')).toContain('<w:sz w:val="18"/>')
  expect(xml).not.toMatch(/<w:rFonts|<w:sz /)
})

it('sets margins in millimetres and lines to a page, and the tables as wide as the text', async () => {
  const { xml, style } = await written({ margins: { top: 30, bottom: 25, left: 25, right: 25 }, lines: 25 })
  expect(xml).toContain('w:top="1701" w:right="1417" w:bottom="1417" w:left="1417"')
  expect(style('Normal')).toContain(`w:line="${Math.floor((16838 - 1701 - 1417) / 25)}"`)
  const [upright] = /<w:tblW w:w="(\d+)"/.exec((await written({ wideTables: 'shrink' })).xml)?.slice(1) ?? []
  expect(Number(upright)).toBe(8845)
})

it('makes headings bold where a template asks for it', async () => {
  const { style } = await written({ boldHeadings: [2] })
  expect([style('Heading1'), style('Heading2')].map((one) => /<w:b( w:val="(true|1)")?\/>/.test(one))).toEqual([
    false,
    true,
  ])
})

it('puts page numbers in the middle, or leaves them out', async () => {
  const centred = await written({ pageNumbers: 'center' }, 'book')
  expect(centred.style('PageOdd')).toContain('<w:jc w:val="center"/>')
  expect(inspectWord(centred.file, 'book').findings).toEqual([])
  const none = await written({ pageNumbers: 'none' })
  expect(none.xml).not.toContain('footerReference')
  expect(inspectWord(none.file, 'report').findings.map(({ code }) => code)).toEqual(['page-number'])
})

it('turns the page for a wide table only where that is wanted', async () => {
  expect((await written()).xml).toContain('w:orient="landscape"')
  expect((await written({ wideTables: 'shrink' })).xml).not.toContain('w:orient="landscape"')
})
