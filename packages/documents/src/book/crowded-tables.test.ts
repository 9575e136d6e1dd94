import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Answers, Template } from '@policyforms/core'
import { openSchemas } from '@policyforms/core/node'
import { describe, expect, it } from 'vitest'
import { cellMargin, fineMargin, officialPage } from '../layout/geometry.ts'

const { textHeight, textWidth } = officialPage

import { field, section, table, template } from '../sample/blocks.ts'
import { partOf } from '../sample/read-word.ts'
import { writeWord } from '../write-word.ts'
import { halvesOf } from '../xml/text-width.ts'

const today = '2024-03-01'
const documentOf = async (made: Template, answers: Answers) =>
  partOf(await writeWord(made, answers, { today }), 'word/document.xml')

const halfOf = { Cell: 105, Fine: 90 }
const marginOf = { Cell: cellMargin, Fine: fineMargin }
const cells = /<w:tcW w:w="(\d+)"(?:(?!<\/w:tc>).)*?<w:pStyle w:val="(Cell|Fine)(\w+)"\/>((?:(?!<\/w:tc>).)*)<\/w:tc>/gs
const linesOf = (content: string) => content.split(/<w:br\/>|<\/w:p>/).map((line) => line.replace(/<[^>]*>/g, ''))

/** Every line of the cells whose style ends so, with the room that it has. */
const linesIn = (xml: string, styles: RegExp) =>
  [...xml.matchAll(cells)].flatMap(([, width, type, style = '', content = '']) => {
    if (!styles.test(style)) return []
    const look = type === 'Fine' ? 'Fine' : 'Cell'
    const room = (Number(width) - 2 * marginOf[look]) / halfOf[look]
    return linesOf(content).map((line) => ({ line, room }))
  })
const gridsOf = (xml: string) =>
  [
    ...xml.matchAll(
      /<w:tblGrid>((?:(?!<\/w:tblGrid>).)*)<\/w:tblGrid><w:tr><w:trPr>(?:(?!<\/w:trPr>).)*<w:tblHeader\/>/gs,
    ),
  ].map(([, grid = '']) => [...grid.matchAll(/w:w="(\d+)"/g)].reduce((sum, [, width]) => sum + Number(width), 0))

const schemas = fileURLToPath(new URL('../../../../schemas', import.meta.url))
const { packs } = await openSchemas(schemas)
const completed = async ({ id }: Template): Promise<Answers | undefined> => {
  const file = `${schemas}/${id.replace('/', '/examples/')}/complete.json`
  // The examples are held to their templates by `check`.
  return readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Answers,
    () => undefined,
  )
}

describe.each(packs.flatMap((pack) => pack.templates).map((one) => [one.id, one] as const))('%s', (_, made) => {
  it('breaks no number, date or identifier in a row, and no head into single characters', async () => {
    for (const answers of [{}, (await completed(made)) ?? {}]) {
      const xml = await documentOf(made, answers)
      for (const { line, room } of linesIn(xml, /Number|Centre/)) {
        const known = line.length < 22 && !/^[^\d]*$/.test(line)
        if (known) expect(halvesOf(line), line).toBeLessThanOrEqual(room)
      }
      for (const { line, room } of linesIn(xml, /Head/)) {
        expect(line.length === 1 && halvesOf(line) < 2, line).toBe(false)
        expect(room).toBeGreaterThanOrEqual(4)
      }
      for (const width of gridsOf(xml)) expect([textWidth, textHeight]).toContain(width)
    }
  })
})

const wide = (columns: number) =>
  template([
    section('first', '一、', '说明', [field('text', 'narrative', '说明')]),
    section('second', '二、', '人员', [
      table(
        'rows',
        '名单',
        Array.from({ length: columns }, (_, i) => field(`c${i}`, 'text', `第${i}列名称`)),
      ),
    ]),
    section('third', '三、', '其他', [field('text', 'narrative', '其他')]),
  ])
const setUpsOf = (xml: string) => xml.match(/<w:sectPr\b.*?<\/w:sectPr>/gs) ?? []

describe('a table that is too wide', () => {
  it('stands on pages on their side with its heading, between upright ones that go on counting', async () => {
    const xml = await documentOf(wide(12), {})
    const [first = '', turned = '', last = '', ...more] = setUpsOf(xml)
    expect(more).toEqual([])
    expect([first, turned, last].map((one) => one.includes('landscape'))).toEqual([false, true, false])
    expect([first, turned, last].map((one) => one.includes('w:start="1"'))).toEqual([true, false, false])
    for (const one of [first, turned, last]) expect(one.match(/footerReference/g)).toHaveLength(2)
    const onItsSide = xml.slice(xml.indexOf(first), xml.indexOf(turned))
    expect(onItsSide).toContain('二、人员')
    expect(onItsSide).toContain('名单')
    expect(onItsSide).not.toContain('三、其他')
  })
  it('takes smaller type first', async () => {
    expect(setUpsOf(await documentOf(wide(6), {}))).toHaveLength(1)
    const fine = await documentOf(wide(8), {})
    expect(setUpsOf(fine)).toHaveLength(1)
    expect(fine).toContain('w:val="FineText"')
  })
  it('leaves no empty page where the book begins or ends with it', async () => {
    const [before, only, after] = wide(12).sections
    if (!before || !only || !after) throw new Error('three sections were made')
    const made = (sections: Template['sections']) => ({ ...wide(12), hash: JSON.stringify(sections), sections })
    const setUps = async (sections: Template['sections']) =>
      setUpsOf(await documentOf(made(sections), {})).map((one) => one.includes('landscape'))
    expect(await setUps([only])).toEqual([true])
    expect(await setUps([only, after])).toEqual([true, false])
    expect(await setUps([before, only])).toEqual([false, true])
    const twin = { ...only, key: 'twin', path: ['twin'] }
    expect(await setUps([before, only, twin, after])).toEqual([false, true, false])
  })
})
