import type { Template } from '@policyforms/core'
import { expect, test } from 'vitest'
import { answersOf, mount } from './open-page.ts'
import { expression, field, group, section, table, templateOf } from './template-of.ts'
import { page, pages } from './the-page.ts'

const marks = table('marks', '评分', [field('text', 'what', '指标'), field('number', 'score', '得分')], {
  fixedRows: [{ what: '产出' }, { what: '服务' }],
})
const template: Template = {
  ...templateOf([
    section('s', '基本情况', [
      field('year', 'year', '报告年度'),
      field('text', 'name', '名称', { required: true }),
      group('g', '联系人', [field('text', 'tel', '电话')]),
      table('rows', '名单', [field('text', 'name', '姓名')]),
    ]),
    section('t', '打分', [marks]),
  ]),
  prefills: [{ path: ['s', 'year'], expression: expression({ op: 'literal', type: 'number', value: '2025' }) }],
}
const begun = { s: { year: 2025 }, t: { marks: [{ what: '产出' }, { what: '服务' }] } }

const stateOf = (title: string) => page.locator('nav > ol .pf-step', { hasText: title }).locator('.pf-step-state')

test('what a new draft begins with is no beginning of a section', async () => {
  await mount(page, template, { initial: begun })
  expect(await stateOf('基本情况').textContent()).toBe('未开始')
  expect(await stateOf('打分').textContent()).toBe('未开始')
  await page.getByLabel('报告年度').fill('2024')
  await expect.poll(() => stateOf('基本情况').textContent()).toBe('填写中')
  await mount(page, template, { initial: { ...begun, t: { marks: [{ what: '产出' }, { what: '服务', score: 3 }] } } })
  await expect.poll(() => stateOf('打分').textContent()).toBe('完成')
})

test('what the template has no place for is shown with its text, removed, and brought back', async () => {
  const initial = { s: { old: '旧文字', g: { fax: '123' }, rows: [{ name: '甲' }, { age: 3 }] }, gone: { a: 1 } }
  await mount(page, template, { initial })
  const answers = async () => JSON.parse(JSON.stringify(await answersOf(page)))
  await page.getByText('没有“old”这一项，原有内容：旧文字').waitFor()
  await page.getByText('第 2 行：没有“age”这一项，原有内容：3').waitFor()
  const left = [
    ['old', { ...initial, s: { g: { fax: '123' }, rows: initial.s.rows } }],
    ['fax', { ...initial, s: { ...initial.s, g: {} } }],
    ['age', { ...initial, s: { ...initial.s, rows: [{ name: '甲' }, {}] } }],
    ['gone', { s: initial.s }],
  ] as const
  for (const [key, rest] of left) {
    await page.getByRole('button', { name: `删去 “${key}”` }).click()
    await page.getByText(`已删去“${key}”`).waitFor()
    expect(await answers()).toEqual(rest)
    await page.getByRole('button', { name: '撤销' }).click()
    expect(await answers()).toEqual(initial)
  }
  await page.evaluate(() => window.harness.controls().showMissing())
  await page
    .locator('.pf-summary')
    .getByRole('button', { name: /没有“old”/ })
    .click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('删去 “old”')
})

test('a button that is pressed stays where it is until it is let go', async () => {
  await mount(page, template, { initial: begun })
  await page.getByLabel('报告年度').fill('约二四年')
  const next = page.getByRole('button', { name: /下一节/ })
  await next.hover()
  const before = await next.boundingBox()
  await page.mouse.down()
  await page.waitForTimeout(400)
  expect(await next.boundingBox()).toEqual(before)
  await page.mouse.up()
  await page.getByRole('heading', { name: '打分', level: 2 }).waitFor()
  expect(await stateOf('基本情况').textContent()).toContain('有问题')
})

test('nothing was refused by the policy or complained of by React', () => {
  expect(pages.complaints).toEqual([])
})
