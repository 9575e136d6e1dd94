import { type Part, packed } from '../src/package/part.ts'
import { zipParts } from '../src/package/zip-parts.ts'
import { field, section, table, template } from '../src/sample/blocks.ts'
import { documentPart, shellOf } from '../src/shell/shell.ts'
import { writeWord } from '../src/write-word.ts'

const words =
  '围绕|产业链|部署|创新链|牵头单位|已建成|中试基地|近三年|累计投入|研发经费|亿元|联合|高校|科研院所|组建|创新联合体|完善|人才引进|成果转化|开放共享|机制|发挥|对产业的|辐射带动作用|关键共性技术|突破|样机|验证|标准|专利|示范应用|装备'.split(
    '|',
  )

/** The same texts in every run, and no two alike: equal ones would cost nothing to compress. */
let seed = 1
const pick = (count: number) => {
  seed = (seed * 48271) % 2147483647
  return seed % count
}
const text = (length: number) =>
  Array.from({ length }, () => (pick(9) === 0 ? `${pick(5000)}，` : words[pick(words.length)])).join('')
const prose = () => Array.from({ length: 20 }, () => text(60)).join('\n')
const chapters = Array.from({ length: 10 }, (_, i) => `s${i}`)

/** About 50 pages: 200 paragraphs and 10 tables of 20 × 6. */
const book = template(
  chapters.map((key, i) =>
    section(key, `${i + 1}、`, `第${i + 1}部分`, [
      field('text', 'narrative', '说明', { wide: true }),
      table('rows', '清单', [
        field('name', 'text', '名称'),
        field('unit', 'text', '单位'),
        field('date', 'date', '时间'),
        field('staff', 'number', '人数', { unit: '人' }),
        field('money', 'money', '金额', { unit: '万元', places: 2 }),
        field('work', 'text', '任务'),
      ]),
    ]),
  ),
)
const row = (i: number) => ({
  name: text(4),
  unit: `${text(2)}研究院`,
  date: '2024-03-01',
  staff: i,
  money: pick(1e6) / 100,
  work: text(5),
})
const answers = Object.fromEntries(
  chapters.map((key) => [key, { text: prose(), rows: Array.from({ length: 20 }, (_, i) => row(i)) }]),
)

const escaped = (text: string) =>
  text.replace(/[&<>]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char] ?? char)
const paragraph = (style: string, text: string) =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`
const cell = (text: string) =>
  `<w:tc><w:tcPr><w:tcW w:w="1400" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${paragraph('CellText', text)}</w:tc>`
const floorTable = `<w:tbl><w:tblPr><w:tblW w:w="8400" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="1400"/>'.repeat(6)}</w:tblGrid>`

/** What a hand that knows this one book would write: strings, and nothing asked or settled. */
const floorBody = () => {
  let xml =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
  for (const [key, chapter] of Object.entries(answers)) {
    xml += paragraph('Heading1', key)
    for (const line of chapter.text.split('\n')) xml += paragraph('Body', line)
    xml += floorTable
    for (const one of chapter.rows)
      xml += `<w:tr>${cell(one.name)}${cell(one.unit)}${cell(one.date)}${cell(String(one.staff))}${cell(one.money.toFixed(2))}${cell(one.work)}</w:tr>`
    xml += '</w:tbl>'
  }
  return `${xml}</w:body></w:document>`
}
const floor = async (parts: readonly Part[]) =>
  zipParts([...parts, await packed(documentPart, Buffer.from(floorBody()))])

const cpuOf = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const rounds = 60

/** CPU time of one book, hot, next to the floor in the same run, turn about. */
export const bench = {
  name: 'word',
  run: async () => {
    const { parts } = await shellOf(book)
    const ours: number[] = []
    const hand: number[] = []
    for (let round = -20; round < rounds; round++) {
      const [one, other] = [
        await cpuOf(() => writeWord(book, answers, { today: '2024-03-01' })),
        await cpuOf(() => floor(parts)),
      ]
      if (round >= 0) [ours.push(one), hand.push(other)]
    }
    const [time, least] = [median(ours), median(hand)]
    return [{ work: 'word 50-page book', ours: time, floor: least, ratio: time / least, must: 3, unit: 'CPU ms' }]
  },
}
