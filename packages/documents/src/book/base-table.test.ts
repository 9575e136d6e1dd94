import { expect, it } from 'vitest'
import { field, group, section, table, template } from '../sample/blocks.ts'
import { partOf, readBlocks, tablesOf } from '../sample/read-word.ts'
import { writeWord } from '../write-word.ts'

const today = '2024-03-01'

const person = section(
  'person',
  '',
  '负责人',
  [
    field('name', 'text', '姓名'),
    field('sex', 'text', '性别'),
    field('born', 'date', '出生日期'),
    field('unit', 'text', '工作单位'),
    field('post', 'text', '职务'),
    group('contact', '联系人', [field('a', 'text', '电话'), field('b', 'text', '传真'), field('c', 'text', '邮箱')]),
  ],
  { columns: 6 },
)

const rowsOf = async (answers: Record<string, string>) => {
  const file = await writeWord(template([person]), { person: answers }, { today })
  return { rows: tablesOf(readBlocks(file))[0]?.rows ?? [], xml: partOf(file, 'word/document.xml') }
}

it('puts three labels and values side by side, beside the upright label of a group', async () => {
  const { rows, xml } = await rowsOf({ name: '王建国', sex: '男', unit: '研究院' })
  expect(rows.map((row) => row.filter((_, i) => i % 2 === 0))).toEqual([
    ['姓名', '性别', '出生日期'],
    ['工作单位', '职务'],
    ['联系人', expect.anything(), expect.anything(), expect.anything()],
  ])
  expect(rows[2]?.filter((text) => ['电话', '传真', '邮箱'].includes(text))).toEqual(['电话', '传真', '邮箱'])
  expect(xml.match(/<w:gridCol /g)).toHaveLength(7)
})

it('gives a long value the cells of its neighbour, so that it does not grow down the page', async () => {
  const { rows } = await rowsOf({ unit: '示例省科学技术厅稀土新材料与先进制造联合研究中心' })
  expect(rows[1]?.[0]).toBe('工作单位')
  expect(rows[1]).toHaveLength(4)
  const longer = await rowsOf({ unit: '示例省科学技术厅稀土新材料与先进制造联合研究中心'.repeat(3) })
  expect(longer.rows[1]).toHaveLength(2)
  expect(longer.rows[2]?.[0]).toBe('职务')
})

it('writes an amount in words below its figure', async () => {
  const made = template([
    section('s', '', '经费', [field('sum', 'money', '申请金额', { unit: '万元', places: 2, inWords: true })]),
  ])
  const cell = async (answers: object) =>
    tablesOf(readBlocks(await writeWord(made, answers as never, { today })))[0]?.rows[0]?.[1] // answers of this template
  expect(await cell({ s: { sum: 140.95 } })).toBe('140.95\n大写：人民币壹佰肆拾万玖仟伍佰元整')
  expect(await cell({})).toMatch(/^\s*\n大写：$/)
})

const textsOf = (file: Uint8Array) => tablesOf(readBlocks(file))[0]?.rows ?? []

it('takes one pair of wider cells where no two fields stand side by side', async () => {
  const made = template([
    section('s', '', '治理', [
      field('a', 'text', '理事会（董事会）审定的重大事项', { wide: true }),
      field('b', 'number', '理事会（董事会）每年会议次数', { unit: '次' }),
    ]),
  ])
  const file = await writeWord(made, {}, { today })
  expect(partOf(file, 'word/document.xml').match(/<w:gridCol /g)).toHaveLength(2)
  expect(textsOf(file)[0]?.[0]).toBe('理事会（董事会）\n审定的重大事项')
})

it('breaks lines of options between options', async () => {
  const options = ['大型', '中型', '小型', '微型'].map((title) => ({ code: title, title }))
  const size = field('size', 'choice', '企业规模', { list: 'sizes' })
  const made = template([section('s', '', '单位', [size, field('trade', 'text', '所属行业')])], {
    lists: { sizes: { id: 'sizes', title: '规模', depth: 1, entries: options } },
  })
  const file = await writeWord(made, { s: { size: '中型' } }, { today })
  expect(textsOf(file)[0]?.[1]).toBe('□大型　☑中型　□小型\n□微型')
})

it('keeps a low table on one page, and lets a long one go on', async () => {
  const made = template([section('s', '', '经费', [table('rows', '来源', [field('a', 'text', '来源')])])])
  const kept = async (count: number) => {
    const rows = Array.from({ length: count }, (_, i) => ({ a: `来源${i}` }))
    const xml = partOf(await writeWord(made, { s: { rows } }, { today }), 'word/document.xml')
    return [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].filter(([row]) => row.includes('<w:keepNext/>')).length
  }
  expect(await kept(8)).toBe(8)
  expect(await kept(20)).toBe(3)
})

it('gives an answer more room before a single character stands on its last line', async () => {
  const made = template([
    section('s', '', '认定', [field('day', 'text', '认定日期'), field('number', 'text', '批复文号')], { columns: 4 }),
  ])
  const rowsFor = async (number: string) =>
    textsOf(await writeWord(made, { s: { day: '近日', number } }, { today })).map((row) => row.length)
  const lengths = await Promise.all(Array.from({ length: 14 }, (_, i) => rowsFor('号'.repeat(i + 4))))
  const alone = lengths.findIndex((rows) => rows.length === 2)
  expect(alone).toBeGreaterThan(0)
  expect(lengths[alone + 1]).toEqual([4])
})

it('breaks the upright label of a group between words, and leaves no character alone', async () => {
  const groups = [
    group('a', '中心负责人', [field('x', 'text', '姓名')]),
    group('b', '联系人', [field('y', 'text', '姓名')]),
  ]
  const rows = textsOf(await writeWord(template([section('s', '', '情况', groups)]), {}, { today }))
  expect(rows.map(([first]) => first)).toEqual(['中心\n负责人', '联系人'])
})
