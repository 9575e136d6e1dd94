import { expect, test } from 'vitest'
import { formFaults } from './form-faults.ts'
import { mount } from './open-page.ts'
import { expression, field, get, section, table, templateOf } from './template-of.ts'
import { page, pages } from './the-page.ts'

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

test('on a phone a card has the name of its row, and what groups and all come to stands between them', async () => {
  const phone = await pages.open(390)
  await mount(phone, template, { initial: { s: { rows: [{ score: 18.5 }, { score: 1.25 }] } } })
  const cards = phone.locator('[id="at/s/rows"] > li')
  expect(await cards.allTextContents()).toEqual([
    '经费得分 18.5',
    '人员得分 1.25',
    '投入小计满分 35.00得分 19.75',
    '专利未填',
    '产出小计满分 65.00',
    '合计得分 19.75',
  ])
  expect(await formFaults(phone)).toEqual([])
  await phone.close()
})

test('what names a row stays in sight where the table is wider than the page, and so does what is to be filled in', async () => {
  const given = { group: '科技创新能力明显增强', aim: '全社会研发投入强度', unit: '个', target: 5 }
  const wide = table(
    'wide',
    '指标',
    [
      field('text', 'group', '目标', { maxLength: 60 }),
      field('text', 'aim', '指标', { maxLength: 60 }),
      field('text', 'unit', '单位', { maxLength: 60 }),
      field('number', 'target', '目标数'),
      field('number', 'actual', '实际数'),
      ...['a', 'b', 'c'].map((key) => field('narrative', key, `说明 ${key}`)),
    ],
    { minRows: 2, maxRows: 2, fixedRows: [given, { ...given, aim: '有效发明专利' }] },
  )
  await mount(page, templateOf([section('s', '指标', [wide])]))
  const at = (key: string) => page.locator(`[id="at/s/wide/0/${key}"]`)
  const left = async (key: string) => (await at(key).boundingBox())?.x ?? Number.NaN
  const frame = await page.locator('.pf-grid-scroll').boundingBox()
  if (!frame) throw new Error('no table')
  expect((await left('actual')) - frame.x).toBeLessThan(frame.width / 2)
  await at('c').click()
  await page.locator('.pf-grid-scroll').evaluate((one) => one.scrollTo(one.scrollWidth, 0))
  expect(await left('group')).toBeLessThan(frame.x)
  expect(Math.round((await left('aim')) - frame.x)).toBe(47)
})
