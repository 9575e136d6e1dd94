import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const range = (count: number) => Array.from({ length: count }, (_, i) => i)

const jurisdiction = {
  $schema: '../dialect/jurisdiction.schema.json',
  id: 'large',
  name: '测速',
  code: '990000',
  level: 'province',
  roles: { applicant: '申报单位' },
}

const kinds = [
  { 'x-kind': 'text' },
  { 'x-kind': 'number' },
  { 'x-kind': 'money', 'x-unit': '万元', 'x-places': 2 },
  { 'x-kind': 'date' },
  { 'x-kind': 'choice', oneOf: ['企业', '高校', '院所'].map((title, i) => ({ const: `k${i}`, title })) },
  { 'x-kind': 'narrative', 'x-max-chars': 500 },
  { 'x-kind': 'yes-no' },
]

const fieldOf = (i: number) => ({ ...kinds[i % kinds.length], title: `字段 ${i + 1}` })

const columnOf = (c: number) => ({ ...(c === 5 ? kinds[0] : kinds[c % kinds.length]), title: `列 ${c + 1}` })

const fieldsOf = (s: number) =>
  Object.fromEntries(range(s % 2 === 0 ? 25 : 17).map((f) => [`f${f}`, fieldOf(f)] as const))

const tableOf = (s: number) => ({
  'x-kind': 'table',
  title: `清单 ${s + 1}`,
  'x-totals': ['c2'],
  items: { properties: Object.fromEntries(range(8).map((c) => [`c${c}`, columnOf(c)] as const)) },
})

const rulesOf = (s: number) => [{ id: `rule-${s}`, assert: 'self.f2 >= self.f1', message: '金额应不小于数量。' }]

const sectionOf = (s: number) => ({
  'x-kind': 'section',
  title: `第 ${s + 1} 部分`,
  properties: { ...fieldsOf(s), ...(s % 2 === 1 && { rows: tableOf(s) }) },
  required: ['f0', 'f3'],
  'x-rules': rulesOf(s),
})

const template = {
  $schema: '../dialect/template.schema.json',
  'x-kind': 'template',
  'x-version': '1.0.0',
  title: '三百个字段',
  properties: Object.fromEntries(range(12).map((s) => [`s${s}`, sectionOf(s)])),
}

const answers: Readonly<Record<string, unknown>> = {
  text: '某某技术有限公司',
  number: 12,
  money: 120.5,
  date: '2026-03-01',
  choice: 'k1',
  narrative: '围绕产业共性技术开展研发、中试和转化，分步实施建设任务。'.repeat(4),
  'yes-no': true,
}

const answersOf = (properties: object) =>
  Object.fromEntries(Object.entries(properties).map(([key, node]) => [key, answers[node['x-kind']]] as const))

const complete = Object.fromEntries(
  range(12).map((s) => {
    const row = answersOf(tableOf(s).items.properties)
    return [`s${s}`, { ...answersOf(fieldsOf(s)), ...(s % 2 === 1 && { rows: range(5).map(() => row) }) }] as const
  }),
)

/** A folder of schemas with one template of 300 fields in 12 sections, six of which end with a table of 8 columns. */
export const writeLargePack = async (folder: string): Promise<void> => {
  await mkdir(join(folder, 'large/examples/report'), { recursive: true })
  await writeFile(join(folder, 'large/jurisdiction.json'), JSON.stringify(jurisdiction, null, 2))
  await writeFile(join(folder, 'large/report.schema.json'), JSON.stringify(template, null, 2))
  await writeFile(join(folder, 'large/examples/report/complete.json'), JSON.stringify({ answers: complete }, null, 2))
}
