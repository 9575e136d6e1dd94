import { sentence } from '@policyforms/core'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { sampleAnswers, sampleBook } from '../sample/book.ts'
import { smallWord } from '../sample/small-word.ts'
import { checkForm, formFault, lookAtForm } from './check-form.ts'
import { fillForm } from './fill-form.ts'

const texts = (...lines: readonly string[]) => lines.map((text) => ({ text }))
const form = smallWord({
  paragraphs: texts('名称：{{中心名称}}，{{basics.legal=是}}独立法人', '{{basics.nam}}', '{{basics.legal=说不清}}'),
  rows: [['{{序号}}', '{{平台名称}}']],
})

describe('a look at an office’s file', () => {
  it('tells of each place what fills it, and of the others what is wrong', () => {
    const { places, issues } = lookAtForm(sampleBook, form)
    expect(places).toEqual([
      { where: '第 1 段', written: '{{中心名称}}', title: '中心名称', path: 'basics.name' },
      { where: '第 1 段', written: '{{basics.legal=是}}', title: '是否独立法人', path: 'basics.legal' },
      { where: '表 1 第 1 行第 1 格', written: '{{序号}}', title: '序号' },
      {
        where: '表 1 第 1 行第 2 格',
        written: '{{平台名称}}',
        title: '现有平台 › 平台名称',
        path: 'base.platform.platforms.name',
      },
    ])
    expect(issues).toEqual(checkForm(sampleBook, form))
    expect(issues.filter(({ severity }) => severity === 'error').map((one) => sentence(one))).toEqual([
      '材料里没有“basics.nam”这一项，是否想写“basics.name”',
      '“basics.legal”没有“说不清”这个选项',
    ])
  })

  it('tells a file that cannot be an office’s own from one that can, whatever it is for', () => {
    expect(formFault(form)).toBeUndefined()
    expect(formFault(strToU8('x'))).toMatchObject({ code: 'document-unreadable' })
    const macro = zipSync({ ...unzipSync(form), 'word/vbaProject.bin': strToU8('x') })
    expect(formFault(macro)).toMatchObject({ code: 'form-unsafe', params: { reason: 'document-macros' } })
    const torn = zipSync({ ...unzipSync(form), 'word/footer1.xml': strToU8('<w:ftr><w:p>') })
    expect(formFault(torn)).toMatchObject({ code: 'document-unreadable' })
  })

  it.each([
    ['in one paragraph', (places: readonly string[]) => texts(places.join(''))],
    ['one to a paragraph', (places: readonly string[]) => texts(...places)],
  ])('refuses more places than any form has, %s, at once', async (_, paragraphsOf) => {
    // No two alike, or no zip would be let through.
    const places = Array.from({ length: 9000 }, (_, i) => `{{${((i + 1) * 2_654_435_761) % 2 ** 32} 没有这一项}}`)
    const bytes = smallWord({ paragraphs: paragraphsOf(places) })
    const start = performance.now()
    expect(checkForm(sampleBook, bytes)).toMatchObject([{ code: 'form-unsafe', params: { reason: 'places' } }])
    expect(await fillForm(sampleBook, bytes, sampleAnswers, { today: '2026-05-01' })).toBeUndefined()
    expect(performance.now() - start).toBeLessThan(3000)
  })

  it('refuses a row that would swell a table, and fills no file with more than can be read', async () => {
    const noise = (kb: number) =>
      Array.from({ length: kb * 100 }, (_, i) => ((i + 1) * 2_654_435_761) % 2 ** 32).join('')
    const rowOf = (kb: number) => smallWord({ paragraphs: [], rows: [['{{平台名称}}', noise(kb)]] })
    expect(checkForm(sampleBook, rowOf(1200))).toMatchObject([
      { code: 'document-too-large', params: { reason: 'row' } },
    ])
    expect(formFault(rowOf(1200))).toMatchObject({ code: 'document-too-large' })
    expect(formFault(rowOf(800))).toBeUndefined()
    const platforms = Array.from({ length: 100 }, () => ({ name: '平台' }))
    const many = { base: { platform: { platforms } } }
    expect(await fillForm(sampleBook, rowOf(800), many, { today: '2026-05-01' })).toBeUndefined()
  })

  it('takes a file with as many places as the largest form has, wrong ones too', () => {
    const paragraphs = texts('&<>{{没有这一项}}'.repeat(2000), '{{basics.name}}'.repeat(2000))
    const start = performance.now()
    const { places, issues } = lookAtForm(sampleBook, smallWord({ paragraphs }))
    expect(places).toHaveLength(2000)
    expect(issues.filter(({ code }) => code === 'form-place-unknown')).toHaveLength(2000)
    expect(performance.now() - start).toBeLessThan(3000)
  })
})
