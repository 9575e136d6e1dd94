import type { Expression, Head, Term } from '@policyforms/core'
import { expect, test } from 'vitest'
import { formFaults } from './form-faults.ts'
import { answersOf, mount } from './open-page.ts'
import { expression, field, get, matrix, section, templateOf } from './template-of.ts'
import { page, pages } from './the-page.ts'

const sum = (left: Term, right: Term): Term => ({ op: 'binary', operator: '+', left, right })
/** `text(s.year + years) + "年度"` */
const yearAfter = (years: number): Expression =>
  expression(
    sum(
      { op: 'call', name: 'text', args: [sum(get('s.year'), { op: 'literal', type: 'number', value: String(years) })] },
      { op: 'literal', type: 'text', value: '年度' },
    ),
  )
const head = (key: string, title: string, more: Partial<Head> = {}): Head => ({ key, title, ...more })

const template = templateOf([
  section('s', '经费', [
    field('year', 'year', '申报年度'),
    matrix('budget', '预算', field('money', 'cell', '金额', { unit: '万元', places: 2 }), {
      corner: '科目',
      rows: [
        head('gear', '设备费', { group: '直接费用' }),
        head('travel', '差旅费', { group: '直接费用' }),
        head('spare', '不可预见费'),
        head('office', '管理费', { group: '间接费用' }),
      ],
      columns: [
        head('plan', '预算', { group: '第一年' }),
        head('spent', '决算', { group: '第一年' }),
        head('next', '第二年', { titleFrom: yearAfter(1) }),
      ],
      totals: { rows: true, columns: true, groups: true },
    }),
  ]),
])
const initial = { s: { budget: { travel: { plan: 0.2 }, office: { next: 7 } } } }

const cell = (row: string, column: string) => page.locator(`[id="at/s/budget/${row}/${column}"]`)
const focused = () => page.evaluate(() => document.activeElement?.closest('td')?.id)
const shown = () =>
  page
    .locator('[id="at/s/budget"] tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((one) => one.textContent)))

test('groups stand over columns and beside rows, each with its sums', async () => {
  await mount(page, template, { initial })
  expect(await shown()).toEqual([
    ['科目', '第一年', '第二年（万元）', '合计'],
    ['预算（万元）', '决算（万元）'],
    ['直接费用', '设备费', '', '', '', ''],
    ['差旅费', '0.20', '', '', '0.20'],
    ['小计', '0.20', '', '', '0.20'],
    ['不可预见费', '', '', '', ''],
    ['间接费用', '管理费', '', '', '7.00', '7.00'],
    ['小计', '', '', '7.00', '7.00'],
    ['合计', '0.20', '', '7.00', '7.20'],
  ])
  expect(await formFaults(page)).toEqual([])
})

test('keys go from cell to cell, past groups and sums, and sums follow', async () => {
  await mount(page, template, { initial })
  await cell('gear', 'plan').click()
  await page.keyboard.type('10.1')
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('at/s/budget/gear/spent')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  expect(await focused()).toBe('at/s/budget/spare/spent')
  await page.keyboard.type('5')
  await page.keyboard.press('ArrowDown')
  expect(await focused()).toBe('at/s/budget/office/spent')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  expect(await focused()).toBe('at/s/budget/spare/next')
  expect(await answersOf(page)).toEqual({
    s: { budget: { gear: { plan: 10.1 }, travel: { plan: 0.2 }, spare: { spent: 5 }, office: { next: 7 } } },
  })
  await expect.poll(async () => (await shown()).at(-1)).toEqual(['合计', '10.30', '5.00', '7.00', '22.30'])
  expect((await shown())[4]).toEqual(['小计', '10.30', '', '', '10.30'])
})

test('a cell is named by its group and head both ways', async () => {
  await mount(page, template, { initial })
  await cell('travel', 'spent').click()
  await page.getByRole('textbox', { name: '直接费用 差旅费 第一年 决算' }).waitFor()
})

test('titles follow the answers without taking the focus or the text', async () => {
  await mount(page, template, { initial })
  await page.locator('[id="at/s/year"]').fill('2026')
  await cell('spare', 'next').click()
  await page.keyboard.type('3')
  await page.locator('th', { hasText: '2027年度' }).waitFor()
  await page.keyboard.type('4')
  expect(await answersOf(page)).toMatchObject({ s: { year: 2026, budget: { spare: { next: 34 } } } })
})

test('on a phone each row is a card that names its group', async () => {
  const phone = await pages.open(390)
  await mount(phone, template, { initial })
  await phone.getByRole('button', { name: '直接费用：差旅费' }).click()
  await phone.getByLabel('第一年：决算').fill('8')
  expect(await answersOf(phone)).toMatchObject({ s: { budget: { travel: { plan: 0.2, spent: 8 } } } })
  await phone.getByRole('button', { name: '直接费用：差旅费' }).click()
  expect(await phone.locator('[id="at/s/budget"] > li').allTextContents()).toEqual([
    '直接费用：设备费未填',
    '直接费用：差旅费第一年：预算 0.20 · 第一年：决算 8.00合计 8.20',
    '直接费用小计第一年：预算 0.20第一年：决算 8.00合计 8.20',
    '不可预见费未填',
    '间接费用：管理费第二年 7.00合计 7.00',
    '间接费用小计第二年 7.00合计 7.00',
    '合计第一年：预算 0.20第一年：决算 8.00第二年 7.00合计 15.20',
  ])
  expect(await formFaults(phone)).toEqual([])
  await phone.close()
})

test('reads as it is filled', async () => {
  await mount(page, template, { initial })
  const given = { s: { year: 2026, budget: initial.s.budget } }
  await page.evaluate(
    (text) => {
      const [one, answers] = JSON.parse(text)
      window.harness.read(one, answers)
    },
    JSON.stringify([template, given]),
  )
  await page.locator('.pf-reading').waitFor()
  const rows = await page
    .locator('.pf-reading tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((one) => one.textContent)))
  expect(rows.slice(0, 5)).toEqual([
    ['科目', '第一年', '2027年度', '合计'],
    ['预算', '决算'],
    ['直接费用', '设备费', '', '', '', ''],
    ['差旅费', '0.20', '', '', '0.20'],
    ['小计', '0.20', '', '', '0.20'],
  ])
  expect(rows.at(-1)).toEqual(['合计', '0.20', '', '7.00', '7.20'])
  expect(await formFaults(page)).toEqual([])
})

test('nothing was refused by the policy or complained of by React', () => {
  expect(pages.complaints).toEqual([])
})

test('a block from Excel fills the cells, with or without its sums; what does not fit is told; undone at once', async () => {
  await mount(page, template, { initial })
  const paste = (text: string) =>
    page.evaluate((block) => {
      const data = new DataTransfer()
      data.setData('text/plain', block)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    }, text)
  const budget = async () => JSON.parse(JSON.stringify(await answersOf(page))).s?.budget
  await cell('gear', 'plan').click()
  await paste('1\t2\r\n3\t4\r\n5\t6\r\n"1,007.00"\t许多\r\n')
  expect(await budget()).toEqual({
    gear: { plan: 1, spent: 2 },
    travel: { plan: 3, spent: 4 },
    spare: { plan: 5, spent: 6 },
    office: { plan: 1007, spent: '许多', next: 7 },
  })
  await page.getByText('已粘贴 8 格；其中 1 格未能识别，已保留原文并标出').waitFor()
  await page.getByRole('button', { name: '撤销' }).click()
  expect(await budget()).toEqual(initial.s.budget)
  await cell('spare', 'next').click()
  await paste('1\t1\t外\n2\t2')
  expect(await budget()).toEqual({ ...initial.s.budget, spare: { next: 1 }, office: { next: 2 } })
  await page.getByText('已粘贴 2 格；表外的 1 格未写入：外').waitFor()
  await cell('spare', 'next').click()
  await page.keyboard.type('5')
  await page.keyboard.press('Tab')
  await expect.poll(() => page.getByText('已粘贴').count()).toBe(0)
  expect(await formFaults(page)).toEqual([])
})
