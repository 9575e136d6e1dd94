import { Readable } from 'node:stream'
import readExcel from 'read-excel-file/node'
import { expect, it } from 'vitest'
import { fieldOf, sampleTemplate, sectionOf, tableOf } from '../fixtures/sample-template.ts'
import { sheetPart, withCell, withParts } from '../fixtures/workbook-files.ts'
import { readSheet, writeSheet, writeSummary } from '../index.ts'

const today = '2026-05-01'
const columns = ['name', 'first', 'second', 'note'].map((key, i) =>
  fieldOf(i === 1 || i === 2 ? 'number' : 'text', ['staff', 'rows', key], {
    title: ['姓名', '第一年', '第二年', '说明'][i] ?? '',
    ...((i === 1 || i === 2) && { unit: '月' }),
  }),
)
const template = {
  ...sampleTemplate,
  sections: [
    sectionOf('staff', '人员', [
      tableOf(['staff', 'rows'], columns, {
        title: '投入人员',
        totals: ['first'],
        headGroups: [{ title: '投入时间', of: ['first', 'second'] }],
      }),
    ]),
  ],
  rules: [],
  derivations: [],
  prefills: [],
}
const rows = [
  { name: '甲', first: 6, second: 9, note: '全职' },
  { name: '乙', first: 3, second: 1 },
]
const bytes = await writeSheet(template, { staff: { rows } }, { today })
const read = (file: Uint8Array) => readSheet(template, file, { today })

it('a workbook has the common head above the heads of its columns', async () => {
  const found = await readExcel(Readable.from([Buffer.from(bytes)]), { sheet: '投入人员' })
  expect(found.slice(2, 6)).toEqual([
    ['序号', '姓名', '投入时间', null, '说明'],
    [null, null, '第一年（月）', '第二年（月）', null],
    ['合计', null, 9, null, null],
    [1, '甲', 6, 9, '全职'],
  ])
})

it('what stands below it is read back, and faults say where', async () => {
  expect(await read(bytes)).toMatchObject({ issues: [], answers: { staff: { rows } } })
  const marred = await read(await withCell(bytes, '投入人员', 'D7', ' t="inlineStr"><is><t>一年</t></is></c>'))
  expect(marred.issues).toMatchObject([{ at: '/staff/rows/1/second', sheet: '投入人员', cell: 'D7' }])
})

it('a column whose own head is gone is missing, whatever stands above it', async () => {
  const torn = await withParts(bytes, (name, xml) =>
    name === sheetPart(bytes, '投入人员') ? xml.replace(/<c r="D4".*?<\/c>/, '') : xml,
  )
  expect((await read(torn)).issues).toMatchObject([{ code: 'column-missing', params: { name: '第二年（月）' } }])
})

it('a summary names a column with what stands above it', async () => {
  const summary = await writeSummary(template, [{ id: '1', title: '甲', answers: { staff: { rows } } }], { today })
  const found = await readExcel(Readable.from([Buffer.from(summary)]), { sheet: '投入人员' })
  expect(found[1]?.slice(3)).toEqual(['行号', '姓名', '投入时间：第一年（月）', '投入时间：第二年（月）', '说明'])
})
