import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { unpack } from '@policyforms/core/archive'
import readExcel from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { sampleTemplate } from '../fixtures/sample-template.ts'
import { sheetPart, withParts } from '../fixtures/workbook-files.ts'
import { markIssues, readSheet, writeSheet } from '../index.ts'

const today = '2026-05-01'
const saved = join(import.meta.dirname, '../fixtures/saved')
const answers = JSON.parse(readFileSync(join(saved, 'answers.json'), 'utf8'))
/** Written by `writeSheet`, opened and saved by LibreOffice. */
const libreoffice = readFileSync(join(saved, 'libreoffice.xlsx'))
const own = await writeSheet(sampleTemplate, answers, { today })

const sheetXml = (bytes: Uint8Array, sheet: string) => unpack(bytes).get(sheetPart(bytes, sheet)) ?? ''

describe.each([
  ['as we write it', own],
  ['saved by LibreOffice', libreoffice],
])('a workbook %s', (_, bytes) => {
  it('reads back to the same answers', async () => {
    const read = await readSheet(sampleTemplate, bytes, { today })
    expect(read.answers).toEqual(answers)
    expect(read.issues.filter(({ code }) => /^(workbook|sheet|row|column|cell)-/.test(code))).toEqual([])
  })

  it('comes back marked, protected as it was, with the comments that it had', async () => {
    const at = { code: 'too-large', at: '/items/lines/0/count', severity: 'error', params: { limit: 1 } } as const
    const head = { ...at, sheet: '设备', cell: 'B3' }
    const issues = [{ ...at, sheet: '设备', cell: 'C5' }, head]
    const marked = await markIssues(await markIssues(bytes, issues), issues)
    expect(await readSheet(sampleTemplate, marked, { today })).toMatchObject({ answers })
    expect(sheetXml(marked, '设备')).toContain('<sheetProtection')
    const comments = [...unpack(marked)].filter(([name]) => /comments[^/]*\.xml$/.test(name)).map(([, xml]) => xml)
    const ofSheet = comments.find((xml) => xml.includes('ref="C5"')) ?? ''
    for (const cell of ['B3', 'C5']) expect(ofSheet.match(new RegExp(`ref="${cell}"`, 'g'))).toHaveLength(1)
    expect(ofSheet.match(/不能大于 1/g)).toHaveLength(2)
    expect(ofSheet.match(/按合同填写/g)).toHaveLength(1)
    const rows = await readExcel(Readable.from([Buffer.from(marked)]), { sheet: '设备' })
    expect(rows[4]?.slice(1, 3)).toEqual(['机床', 2])
  })
})

describe('what people do to a workbook', () => {
  it('takes hidden rows, other sheets and merged cells as they are', async () => {
    const part = sheetPart(own, '设备')
    const changed = await withParts(own, (name, xml) => {
      if (name === 'xl/workbook.xml')
        return xml.replace('</sheets>', '<sheet name="草稿" sheetId="99" r:id="rIdX"/></sheets>')
      return name === part
        ? xml
            .replace('<row r="6"', '<row r="6" hidden="1"')
            .replace(/<mergeCells[^>]*>/, '<mergeCells count="3"><mergeCell ref="C5:C6"/>')
        : xml
    })
    expect((await readSheet(sampleTemplate, changed, { today })).answers).toEqual(answers)
  })

  it('reads the values of formulas, and refuses errors with the cell', async () => {
    const change = (cell: string, xml: string) =>
      withParts(own, (name, text) =>
        name === sheetPart(own, '设备')
          ? text.replace(new RegExp(`(<c r="${cell}" s="\\d+")[^>]*>.*?</c>`), `$1${xml}`)
          : text,
      )
    const formula = await change('C5', '><f>1+4</f><v>5</v></c>')
    expect((await readSheet(sampleTemplate, formula, { today })).answers).toMatchObject({
      items: { lines: [{ count: 5 }, { count: 1 }] },
    })
    const error = await change('C5', ' t="e"><f>A0</f><v>#REF!</v></c>')
    expect((await readSheet(sampleTemplate, error, { today })).issues).toContainEqual(
      expect.objectContaining({ code: 'cell-unreadable', sheet: '设备', cell: 'C5' }),
    )
  })
})
