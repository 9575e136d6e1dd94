import { expect, test } from 'vitest'
import { answersOf, mount } from './open-page.ts'
import { field, matrix, section, table, templateOf } from './template-of.ts'
import { page } from './the-page.ts'

const noBlanks = { noBlanks: true } as const
const template = templateOf([
  section('s', '情况', [
    field('text', 'must', '必填', { ...noBlanks, required: true }),
    field('narrative', 'text', '文字', noBlanks),
    field('money', 'sum', '金额', { ...noBlanks, places: 2 }),
    field('date', 'day', '日期', noBlanks),
    table('rows', '表', [field('text', 'a', '甲', noBlanks), field('number', 'n', '数', noBlanks)], noBlanks),
    matrix('grid', '矩阵', field('number', 'grid', '数', noBlanks), {
      ...noBlanks,
      rows: [{ key: 'r', title: '行' }],
      columns: [{ key: 'c', title: '列' }],
    }),
  ]),
  section('free', '可以留空', [field('text', 'text', '文字')]),
])

test('all blanks of a section say 无 or 0 at one press, and are blank again at another', async () => {
  const initial = { s: { rows: [{ a: '一' }] } }
  await mount(page, template, { initial })
  await page.getByText('本表不得留空').waitFor()
  await page.getByRole('button', { name: '空白处填“无”或 0' }).click()
  await page.getByText('已填 4 处').waitFor()
  expect(await answersOf(page)).toEqual({
    s: { text: '无', sum: 0, rows: [{ a: '一', n: 0 }], grid: { r: { c: 0 } } },
  })
  await page.locator('[id="at/s/sum"]').fill('7')
  await page.getByRole('button', { name: '撤销' }).click()
  // What has been changed since stays.
  expect(await answersOf(page)).toMatchObject({ s: { sum: 7, rows: [{ a: '一' }] } })
  expect(await answersOf(page)).not.toHaveProperty('s.text')
})

test('a section that may be left blank says nothing of it', async () => {
  await mount(page, template, { initial: {}, section: 'free' })
  await page.getByLabel('文字').waitFor()
  expect(await page.getByText('不得留空').count()).toBe(0)
})
