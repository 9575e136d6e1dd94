import { expect, test } from 'vitest'
import { mount } from './open-page.ts'
import { expression, field, get, section, table, templateOf } from './template-of.ts'
import { page } from './the-page.ts'

const rows = table(
  'rows',
  '评分表',
  [
    field('text', 'level', '一级'),
    field('text', 'item', '二级'),
    field('number', 'full', '满分'),
    field('number', 'score', '得分', { places: 1, atMost: { ...expression(get('row.full')), type: { is: 'number' } } }),
  ],
  {
    merge: ['level'],
    subtotals: [{ by: 'level', of: ['full', 'score'] }],
    totals: ['score'],
    minRows: 3,
    maxRows: 3,
    fixedRows: [
      { level: '投入', item: '经费', full: 20 },
      { level: '投入', item: '人员', full: 15 },
      { level: '产出', item: '专利', full: 65 },
    ],
    rowFacts: [{}, { places: 2 }, {}],
  },
)
const template = templateOf([section('s', '考核', [rows])])

const shown = () =>
  page
    .locator('[id="at/s/rows"] tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((one) => one.firstChild?.textContent ?? '')))

test('equal neighbours are one cell, groups are summed, and keys pass over what is merged', async () => {
  await mount(page, template, { initial: { s: { rows: [{ score: 18.5 }] } } })
  expect(await shown()).toEqual([
    ['序号', '一级', '二级', '满分', '得分'],
    ['1', '投入', '经费', '20', '18.5'],
    ['2', '人员', '15.00', ''],
    ['', '小计', '35.00', '18.50'],
    ['3', '产出', '专利', '65', ''],
    ['', '小计', '65.00', ''],
    ['合计', '', '', '', '18.50'],
  ])
  await page.locator('[id="at/s/rows/0/score"]').click()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('td')?.id)).toBe('at/s/rows/1/item')
  await page.keyboard.press('Shift+Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('td')?.id)).toBe('at/s/rows/0/score')
  await page.keyboard.type('21')
  await page.keyboard.press('Enter')
  await page.getByText('不能大于 20').first().waitFor()
})
