import type { CodeEntry, CodeList, Template } from '@policyforms/core'
import { unpack } from '@policyforms/core/archive'
import { describe, expect, it } from 'vitest'
import { plainText } from '../book/xml.ts'
import { fieldOf, sampleTemplate, sectionOf, tableOf } from '../fixtures/sample-template.ts'
import { sheetPart } from '../fixtures/workbook-files.ts'
import { readSheet, writeSheet } from '../index.ts'

const today = '2026-05-01'
/** Ragged, three levels deep, with 20,000 entries. */
const entries: readonly CodeEntry[] = [
  { code: 'alone', title: '不分区' },
  ...Array.from({ length: 40 }, (_, p) => ({
    code: `p${p}`,
    title: `第 ${p} 省`,
    children: Array.from({ length: 20 }, (_, c) => ({
      code: `p${p}c${c}`,
      title: `第 ${c} 市`,
      ...(c > 0 && {
        children: Array.from({ length: 25 }, (_, d) => ({ code: `p${p}c${c}d${d}`, title: `第 ${d} 区` })),
      }),
    })),
  })),
]
const list: CodeList = { id: 'places', title: '地区', depth: 3, entries }
const template: Template = {
  ...sampleTemplate,
  derivations: [],
  lists: { places: list },
  sections: [
    sectionOf('s', '地区', [
      fieldOf('cascade', ['s', 'seat'], { list: 'places', title: '所在地' }),
      fieldOf('open-cascade', ['s', 'open'], { list: 'places', title: '分支' }),
      tableOf(['s', 'rows'], [fieldOf('cascade', ['s', 'rows', 'at'], { list: 'places', title: '地点' })]),
    ]),
  ],
}
const answers = {
  s: { seat: 'p3c2d1', open: { choice: 'alone' }, rows: [{ at: 'p0c0' }, { at: 'alone' }, { at: 'p39c19d24' }] },
}
const bytes = await writeSheet(template, answers, { today })
const xmlOf = (sheet: string) => plainText(unpack(bytes).get(sheetPart(bytes, sheet)) ?? '')

describe('a tree of options', () => {
  it('takes a cell for each level and comes back, however deep a branch is', async () => {
    expect(xmlOf('一、地区')).toContain('所在地（三级）')
    expect((await readSheet(template, bytes, { today })).answers).toEqual(answers)
  })

  it('stands on the hidden sheet once, whoever asks for it', () => {
    expect(xmlOf('选项').match(/第 7 省<\/t>/g)).toHaveLength(2) // as a province, and above its cities
    expect(bytes.length).toBeLessThan(400_000)
  })

  it('offers the next level by what stands above, in a formula that Excel can hold', () => {
    const formulas = [...xmlOf('明细表').matchAll(/<formula1>(OFFSET.*?)<\/formula1>/g)].map(([, one = '']) => one)
    expect(formulas).toHaveLength(2)
    expect(formulas[1]).toContain('MATCH($B4&" / "&$C4,')
    // The whole row turns grey by what stands in its column B.
    expect(xmlOf('一、地区')).toMatch(/sqref="A5:D5"[^>]*><cfRule[^>]*><formula>ISNA\(MATCH\(\$B4,/)
    for (const formula of formulas) expect(formula.length).toBeLessThan(255)
  })
})
