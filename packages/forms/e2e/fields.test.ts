import { expect, test } from 'vitest'
import { everyKind as template } from './every-kind.ts'
import { answersOf, mount } from './open-page.ts'
import { page, pages } from './the-page.ts'

const at = (key: string) => page.locator(`[id="at/s/${key}"]`)
const answer = async (key: string) => JSON.parse(JSON.stringify(await answersOf(page))).s?.[key]

const typedCases = [
  ['text', ' 前后 ', ' 前后 ', ' 前后 '],
  ['number', '１２３４', 1234, '1,234'],
  ['money', '1234567.5万元', 1234567.5, '1,234,567.50'],
  ['money', '0.125', 0.125, '0.125'],
  ['money', '12345678901234567.89', '12345678901234567.89', '12345678901234567.89'],
  ['number', '约三百', '约三百', '约三百'],
  ['percent', '33.33%', 33.33, '33.33'],
  ['date', '2024年3月5日', '2024-03-05', '2024年3月5日'],
  ['date', '2024-2-30', '2024-2-30', '2024-2-30'],
  ['month', '2024.3', '2024-03', '2024年3月'],
  ['year', '2024年度', 2024, '2024年'],
  ['identifier', '９１44030019220382１6', '914403001922038216', '914403001922038216'],
] as const

test.each(typedCases)('%s takes %s', async (key, typed, value, shown) => {
  await mount(page, template)
  await at(key).fill(typed)
  expect(await answer(key)).toEqual(value)
  await at(key).blur()
  expect(await at(key).inputValue()).toBe(shown)
  await mount(page, template, { initial: { s: { [key]: value } } })
  expect(await at(key).inputValue()).toBe(shown)
})

const tabbedCases = [
  ['date', '2024-03-05', '2025-1-2', '2025-01-02'],
  ['month', '2024-03', '2025.7', '2025-07'],
  ['year', 2024, '2025', 2025],
  ['money', 1234567.5, '8.25', 8.25],
] as const

test.each(tabbedCases)(
  'typing after Tab replaces a %s, which is rewritten for use',
  async (key, value, typed, answered) => {
    await mount(page, template, { initial: { s: { [key]: value } } })
    await at(key).focus()
    await page.keyboard.press('Shift+Tab')
    // There may be a button on the way.
    while (!(await at(key).evaluate((element) => element === document.activeElement))) await page.keyboard.press('Tab')
    await page.keyboard.type(typed)
    expect(await answer(key)).toBe(answered)
  },
)

test('what cannot be read is said on blur, in the words of its kind', async () => {
  await mount(page, template)
  await at('number').pressSequentially('约三百')
  await page.waitForTimeout(500)
  expect(await page.getByText(/约三百.*不是/).count()).toBe(0)
  await at('number').blur()
  await page.getByText(/“约三百”/).waitFor()
  expect(await at('number').getAttribute('aria-invalid')).toBe('true')
  const described = await at('number').getAttribute('aria-describedby')
  expect(await page.locator(`[id="${described}"]`).textContent()).toContain('约三百')
})

test('a period has two ends', async () => {
  await mount(page, template)
  await page.getByRole('textbox', { name: '建设周期 起' }).fill('2024-1')
  await page.getByRole('textbox', { name: '建设周期 止' }).fill('2026年12月')
  expect(await answer('period')).toEqual({ from: '2024-01', to: '2026-12' })
})

test('the count of a narrative leaves out white space', async () => {
  await mount(page, template)
  await at('narrative').fill('一 二\n三四五六')
  await page.getByText('6/5 字，超出 1 字').waitFor()
})

test('choices of every size', async () => {
  await mount(page, template)
  await page.getByRole('radiogroup', { name: '单选' }).getByLabel('乙').check()
  await at('select').selectOption({ label: '三' })
  await at('search').fill('选项 2')
  await page.getByRole('option', { name: '选项 27' }).click()
  await page.getByRole('group', { name: '多选', exact: true }).getByLabel('乙').check()
  await page.getByRole('group', { name: '多选', exact: true }).getByLabel('甲').check()
  expect(await answersOf(page)).toMatchObject({
    s: { choice: 'c2', select: 'c3', search: 'c27', choices: ['c1', 'c2'] },
  })
})

test('what a list is searched with is saved by whoever saves now, and gone on with', async () => {
  await mount(page, template)
  await at('search').pressSequentially('无此')
  expect(await answer('search')).toBe('无此')
  await at('search').pressSequentially('选项')
  expect(await answer('search')).toBe('无此选项')
  await at('search').fill('选项 2')
  await page.getByRole('option', { name: '选项 27' }).click()
  expect(await answer('search')).toBe('c27')
  const ime = await page.context().newCDPSession(page)
  await at('search').fill('项')
  await ime.send('Input.imeSetComposition', { text: 'shu', selectionStart: 3, selectionEnd: 3 })
  expect(await answer('search')).toBe('项')
  expect(await at('search').inputValue()).toBe('项shu')
  await ime.send('Input.insertText', { text: '术' })
  expect(await answer('search')).toBe('项术')
})

test('其他 asks for its text exactly then', async () => {
  await mount(page, template)
  const open = page.getByRole('radiogroup', { name: '可填其他', exact: true })
  await open.getByLabel('其他（请注明）').check()
  await page.getByRole('textbox', { name: '可填其他 请注明', exact: true }).fill('另一种')
  expect(await answer('open')).toEqual({ choice: 'c3', other: '另一种' })
  await open.getByLabel('甲').check()
  expect(await page.getByRole('textbox', { name: '可填其他 请注明', exact: true }).count()).toBe(0)
  expect(await answer('open')).toEqual({ choice: 'c1' })
  await page.getByRole('group', { name: '多选可填其他' }).getByLabel('其他（请注明）').check()
  await page.getByRole('textbox', { name: '多选可填其他 请注明' }).fill('第三种')
  expect(await answer('opens')).toEqual({ choices: ['c3'], other: '第三种' })
})

test('a tree is searched, or gone down level by level by keyboard', async () => {
  await mount(page, template)
  await at('cascade').fill('包头')
  await page.getByRole('option', { name: '包头市 内蒙古自治区' }).waitFor()
  await page.keyboard.press('Enter')
  expect(await answer('cascade')).toBe('1502')
  expect(await at('cascade').inputValue()).toBe('内蒙古自治区 / 包头市')
  await at('openCascade').focus()
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter', 'ArrowDown', 'ArrowDown', 'Enter'])
    await page.keyboard.press(key)
  await page.getByRole('textbox', { name: '地区或其他 请注明' }).fill('静海')
  expect(await answer('openCascade')).toEqual({ choice: '1299', other: '静海' })
})

test('hidden answers come back, and hidden ones are not asked for', async () => {
  await mount(page, template)
  const yesNo = page.getByRole('radiogroup', { name: '是否独立法人' })
  await yesNo.getByLabel('否').check()
  await at('plan').fill('逐步过渡')
  await yesNo.getByLabel('是').check()
  expect(await at('plan').count()).toBe(0)
  expect(await answer('plan')).toBe('逐步过渡')
  await yesNo.getByLabel('否').check()
  expect(await at('plan').inputValue()).toBe('逐步过渡')
})

test('what is missing is silent until asked, then the summary has the focus and leads anywhere', async () => {
  await mount(page, template, { initial: { t: { rows: [{ age: 12 }, { name: '乙', age: 900 }] } } })
  expect(await page.getByText('未填写').count()).toBe(0)
  expect(await page.evaluate(() => window.harness.controls().showMissing())).toBe(4)
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('pf-summary')
  await page.getByRole('button', { name: '别处：3 处' }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('at/t/g/name')
  await page
    .locator('.pf-summary')
    .getByRole('button', { name: /名单 第 2 行（P02） “年龄”/ })
    .click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('td')?.id)).toBe('at/t/rows/1/age')
  await page.keyboard.type('90')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('nav > ol .pf-step', { hasText: '别处' }).textContent()).toContain('有问题 2')
})

test('blocks of another role are shown and not asked for; that role fills nothing else', async () => {
  await mount(page, template, { section: 't' })
  await page.getByText('由推荐部门填写').waitFor()
  expect(await page.getByLabel('推荐意见').evaluate((element) => element.tagName)).toBe('OUTPUT')
  await mount(page, template, { section: 't', role: 'office' })
  await page.getByLabel('推荐意见').fill('同意')
  expect(await page.locator('[id="at/t/g/name"]').evaluate((element) => element.tagName)).toBe('OUTPUT')
  expect(await page.evaluate(() => window.harness.controls().showMissing())).toBe(0)
})

test('nothing was refused by the policy or complained of by React', () => {
  expect(pages.complaints).toEqual([])
})
