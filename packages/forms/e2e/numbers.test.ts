import { expect, test } from 'vitest'
import { mount } from './open-page.ts'
import { expression, field, section, templateOf } from './template-of.ts'
import { page } from './the-page.ts'

const project = { op: 'get', of: { op: 'name', name: 's' }, key: 'project' } as const
const own = section('own', '自筹', [field('text', 'text', '说明')], { level: 2, number: '（一）' })
const template = templateOf(
  [
    section('s', '基本情况', [field('yes-no', 'project', '是否有项目')]),
    section('p', '项目', [field('text', 'text', '进展')], { number: '一、', when: expression(project) }),
    section('f', '经费', [own], { number: '二、' }),
  ],
  { derivations: [{ path: ['p'], is: 'when', expression: expression(project) }] },
)

const titles = () => page.locator('nav > ol .pf-step-title').allTextContents()

test('sections are numbered as they will be printed: one that does not apply leaves no gap', async () => {
  await mount(page, template, { initial: {}, section: 's' })
  expect(await titles()).toEqual(['基本情况', '一、经费'])
  await page.getByRole('radio', { name: '是', exact: true }).check()
  await expect.poll(titles).toEqual(['基本情况', '一、项目', '二、经费'])
  await page.getByRole('button', { name: '经费' }).click()
  expect(await page.locator('.pf-title').textContent()).toBe('二、经费')
  expect(await page.locator('.pf-heading').textContent()).toBe('（一）自筹')
})
