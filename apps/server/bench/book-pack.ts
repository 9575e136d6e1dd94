import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const [sections, paragraphs, rows, columns] = [10, 20, 20, 6]
const range = (count: number) => Array.from({ length: count }, (_, i) => i)
const prose = '围绕产业共性技术开展研发、中试和转化，牵头单位联合高校院所分步实施建设任务，开放共享仪器设备。'.repeat(2)

const jurisdiction = {
  $schema: '../dialect/jurisdiction.schema.json',
  id: 'bench',
  name: '测速',
  code: '990000',
  level: 'province',
  roles: { applicant: '申报单位' },
}

const sectionOf = (s: number) => ({
  'x-kind': 'section',
  title: `第 ${s + 1} 部分`,
  properties: {
    text: { 'x-kind': 'narrative', title: '论述' },
    list: {
      'x-kind': 'table',
      title: `清单 ${s + 1}`,
      items: {
        properties: Object.fromEntries(
          range(columns).map((c) => [`c${c}`, { 'x-kind': 'text', title: `第 ${c + 1} 列` }]),
        ),
      },
    },
  },
})

const template = {
  $schema: '../dialect/template.schema.json',
  'x-kind': 'template',
  'x-version': '1.0.0',
  title: '五十页的书',
  'x-document': { profile: 'book', contents: true },
  properties: Object.fromEntries(range(sections).map((s) => [`s${s}`, sectionOf(s)])),
}

/** A folder of schemas with one template, whose books have about 50 pages: 200 paragraphs, 10 tables of 20 × 6. */
export const writeBookPack = async (folder: string): Promise<void> => {
  await mkdir(join(folder, 'bench'), { recursive: true })
  await writeFile(join(folder, 'bench/jurisdiction.json'), JSON.stringify(jurisdiction))
  await writeFile(join(folder, 'bench/book.schema.json'), JSON.stringify(template))
}

/** Answers that fill such a book. */
export const bookAnswers = (book: number): object =>
  Object.fromEntries(
    range(sections).map((s) => [
      `s${s}`,
      {
        text: range(paragraphs)
          .map((p) => `${book}-${s}-${p} ${prose}`)
          .join('\n'),
        list: range(rows).map((r) =>
          Object.fromEntries(range(columns).map((c) => [`c${c}`, `${book}/${s}/${r}/${c} 仪器设备`])),
        ),
      },
    ]),
  )
