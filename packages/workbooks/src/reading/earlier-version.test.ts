import type { Template } from '@policyforms/core'
import { describe, expect, it } from 'vitest'
import { fieldOf, sampleTemplate, sectionOf, tableOf } from '../fixtures/sample-template.ts'
import { withCell, withParts } from '../fixtures/workbook-files.ts'
import { markIssues, readSheet, versionOf, writeSheet } from '../index.ts'

const today = '2026-05-01'
const made = (hash: string, children: Parameters<typeof sectionOf>[2]): Template => ({
  ...sampleTemplate,
  hash,
  version: hash,
  derivations: [],
  sections: [sectionOf('s', '基本情况', children)],
})
const list = (id: string, ...codes: readonly string[]) => ({
  id,
  title: id,
  depth: 1,
  entries: codes.map((code) => ({ code, title: `选项${code}` })),
})
const earlier: Template = {
  ...made('1.0.0', [
    fieldOf('text', ['s', 'name'], { title: '名称' }),
    fieldOf('money', ['s', 'invest'], { title: '投资', unit: '元' }),
    fieldOf('choice', ['s', 'mode'], { title: '方式', list: 'modes' }),
    fieldOf('text', ['s', 'fax'], { title: '传真' }),
    tableOf(['s', 'rows'], [fieldOf('text', ['s', 'rows', '*', 'who'], { title: '姓名' })]),
  ]),
  lists: { modes: list('modes', 'a', 'b') },
}
const template: Template = {
  ...made('2.0.0', [
    fieldOf('text', ['s', 'title'], { title: '项目名称', was: [{ at: 'name' }] }),
    fieldOf('money', ['s', 'invest'], { title: '投资', was: [{ at: 'invest', unit: '元' }] }),
    fieldOf('choice', ['s', 'mode'], { title: '方式', list: 'modes' }),
    tableOf(['s', 'people'], [fieldOf('text', ['s', 'people', '*', 'who'], { title: '姓名' })], {
      was: [{ at: 'rows' }],
    }),
  ]),
  lists: { modes: list('modes', 'a') },
}
const answers = { s: { name: '中心', invest: 20_000, mode: 'b', fax: '0471', rows: [{ who: '甲' }, { who: '乙' }] } }
const bytes = await writeSheet(earlier, answers, { today })

describe('a workbook of an earlier version', () => {
  it('says whose it is before it is read', () => {
    expect(versionOf(bytes)).toEqual({ template: 'sample/all', version: '1.0.0', hash: '1.0.0' })
    expect(versionOf(Buffer.from('nothing'))).toBeUndefined()
  })

  it('is carried over, with what was moved, changed and dropped, and the cell of each', async () => {
    const read = await readSheet(template, bytes, { today, earlier })
    expect(read.answers).toMatchObject({
      s: { title: '中心', invest: 2, people: [{ who: '甲' }, { who: '乙' }] },
    })
    expect(read.notes?.map(({ what, from }) => [what, from])).toEqual(
      expect.arrayContaining([
        ['moved', '/s/name'],
        ['converted', '/s/invest'],
        ['lost', '/s/fax'],
      ]),
    )
    expect(read.issues).toContainEqual(expect.objectContaining({ code: 'workbook-other-version', severity: 'warning' }))
    expect(read.issues).toContainEqual(
      expect.objectContaining({ code: 'cell-dropped', params: { value: '0471' }, sheet: '一、基本情况', cell: 'B7' }),
    )
    const option = read.issues.find(({ code }) => code === 'not-an-option')
    expect(option).toMatchObject({ at: '/s/mode', cell: 'B6' })
    expect(await markIssues(bytes, read.issues)).not.toBe(bytes)
  })

  it('is read as far as places agree where that version is not at hand', async () => {
    const read = await readSheet(template, bytes, { today })
    expect(read.answers).toEqual({ s: { title: '中心', invest: 20_000 } })
    const lost = read.issues.filter(({ code }) => code === 'cell-dropped').map(({ params }) => params.value)
    expect(lost.sort()).toEqual(['0471', '乙', '甲'].sort())
    expect(read.issues).toContainEqual(expect.objectContaining({ code: 'not-an-option', at: '/s/mode' }))
  })
})

describe('what the draft says already', () => {
  const current = { s: { name: '  中心', invest: 5, fax: '010', rows: [{ who: '甲' }] } }

  it('is kept where the workbook cannot tell', async () => {
    const file = await writeSheet(earlier, current, { today })
    const part = ' t="inlineStr"><is><t>约三万</t></is></c>'
    const faulty = await withCell(file, '一、基本情况', 'B5', part)
    const read = await readSheet(earlier, faulty, { today, current })
    expect(read.answers).toEqual(current)
    expect(read.issues).toContainEqual(expect.objectContaining({ code: 'not-a-number', cell: 'B5' }))
    const gone = await withParts(file, (name, xml) =>
      name === 'xl/workbook.xml' ? xml.replace('name="明细表"', 'name="别的"') : xml,
    )
    expect((await readSheet(earlier, gone, { today, current })).answers).toEqual(current)
  })

  it('makes room for what the workbook does say, blanks included', async () => {
    const file = await writeSheet(earlier, { s: { name: '新' } }, { today })
    expect((await readSheet(earlier, file, { today, current })).answers).toEqual({ s: { name: '新' } })
  })
})
