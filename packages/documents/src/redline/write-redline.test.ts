import type { Answers } from '@policyforms/core'
import { expect, it } from 'vitest'
import { field, section, table, template } from '../sample/blocks.ts'
import { partOf } from '../sample/read-word.ts'
import { writeRedline } from './write-redline.ts'

const sample = template([
  section('s', '一、', '方案', [
    field('text', 'narrative', '论述', { wide: true }),
    table(
      'list',
      '清单',
      [field('name', 'text', '名称'), field('count', 'number', '数量'), field('note', 'text', '说明')],
      {},
    ),
  ]),
])
const before: Answers = {
  s: {
    text: '甲 & 乙两家共建。\n第二段保持不变。\n这一段删去。',
    list: [
      { name: '炉', count: 1, note: '旧' },
      { name: '塔', count: 2, note: '留' },
    ],
  },
}
const after: Answers = {
  s: {
    text: '甲 & 丙两家共建。\n第二段保持不变。',
    list: [
      { name: '炉', count: 3, note: '旧' },
      { name: '泵', count: 9, note: '新' },
      { name: '塔', count: 2, note: '留' },
    ],
  },
}
const xml = partOf(await writeRedline(sample, before, after, { today: '2025-06-30' }), 'word/document.xml')

/** The text as it was, or as it is, by what a reader of tracked changes does. */
const reading = (as: 'rejected' | 'accepted') => {
  const [drop, keep] = as === 'accepted' ? ['del', 'ins'] : ['ins', 'del']
  return xml
    .replace(
      new RegExp(`<w:tr>(?:(?!</w:tr>).)*<w:trPr>(?:(?!</w:trPr>).)*<w:${drop} [^>]*/></w:trPr>.*?</w:tr>`, 'gs'),
      '',
    )
    .replace(new RegExp(`<w:${drop} [^>]*[^/]>.*?</w:${drop}>`, 'gs'), '')
    .replaceAll(new RegExp(`</?w:${keep}\\b[^>]*>`, 'g'), '')
    .replaceAll('</w:p>', '\n')
    .replace(/<[^>]+>/g, '')
}

it('gives the old text when every change is rejected, and the new one when every change is accepted', () => {
  expect(reading('rejected')).toContain('甲 &amp; 乙两家共建。')
  expect(reading('rejected')).toContain('这一段删去。')
  expect(reading('rejected')).not.toMatch(/丙|泵/)
  expect(reading('accepted')).toContain('甲 &amp; 丙两家共建。')
  expect(reading('accepted')).not.toMatch(/乙|删去/)
  expect(reading('accepted')).toContain('泵')
})

it('marks letters in prose, changed cells, and rows that came', () => {
  expect(xml).toMatch(
    /<w:del w:id="\d+" w:author="系统" w:date="2025-06-30T00:00:00Z"><w:r><w:delText xml:space="preserve">乙<\/w:delText>/,
  )
  expect(xml).toMatch(/<w:ins [^>]*><w:r><w:t xml:space="preserve">丙<\/w:t>/)
  expect(xml).toMatch(/<w:delText xml:space="preserve">1<\/w:delText>.*?<w:t xml:space="preserve">3<\/w:t>/s)
  expect(xml.match(/<w:trPr>(?:(?!<\/w:trPr>).)*<w:ins /gs)).toHaveLength(1)
  const ids = [...xml.matchAll(/<w:(?:ins|del) w:id="(\d+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

it('marks nothing where nothing changed', async () => {
  const same = partOf(await writeRedline(sample, after, after, { today: '2025-06-30' }), 'word/document.xml')
  expect(same).not.toMatch(/<w:(ins|del) /)
})

it('takes what was blank for filled, not for struck out', async () => {
  const blank = partOf(await writeRedline(sample, {}, after, { today: '2025-06-30' }), 'word/document.xml')
  expect(blank).toContain('泵')
  expect(blank).not.toMatch(/<w:del /)
  const some = { s: { list: [{ name: '塔' }] } }
  const filled = partOf(
    await writeRedline(sample, some, { s: { list: [{ name: '塔', count: 2, note: '新' }] } }, { today: '2025-06-30' }),
    'word/document.xml',
  )
  // The row of the table, changed and not replaced.
  expect(filled).not.toMatch(/<w:trPr>(?:(?!<\/w:trPr>).)*<w:(?:ins|del) /)
  expect(filled).toMatch(/<w:ins [^>]*><w:r><w:t xml:space="preserve">新<\/w:t>/)
})
