import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPortal, type Portal } from './open-portal.ts'

/* What is tried of a template: all its outputs follow an edit, what is typed is kept as an example, edges become some. */

let portal: Portal
let schemas: string
beforeAll(async () => {
  schemas = await mkdtemp(join(tmpdir(), 'policyforms-try-'))
  await cp('apps/server/src/sample/schemas', schemas, { recursive: true })
  portal = await openPortal(schemas)
})
afterAll(async () => {
  await portal?.close()
  await rm(schemas, { recursive: true, force: true })
})

it('form, Word and Excel follow an edit; an example and an edge are kept', async () => {
  const page = await portal.open('/workshop/sample/build')
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  await button('打开工作稿').click()
  const beside = page.getByRole('region', { name: '预览', exact: true })
  if (!(await beside.isVisible())) await button('预览').click()
  await beside.getByLabel('并排').check()
  await beside.getByRole('button', { name: 'Excel' }).click()
  const outputs = [
    page.frameLocator('.preview-cell iframe').locator('body'),
    page.getByRole('region', { name: 'Word 预览' }),
    page.getByRole('region', { name: /^工作表/ }),
  ]
  const allSay = async (words: string) => {
    for (const output of outputs) await output.getByText(words).first().waitFor()
  }
  await page.getByRole('toolbar', { name: '换工作表' }).getByRole('button', { name: '基本情况' }).click()
  await allSay('中心名称')
  await page.locator('.outline').getByRole('row', { name: '中心名称' }).click()
  await page.locator('[data-keyword="title"] input').fill('牵头中心全称')
  await allSay('牵头中心全称')
  await button('撤销').click()
  for (const output of outputs) await expect.poll(() => output.getByText('牵头中心全称').count()).toBe(0)

  // What an applicant would type is in every output, and stays as an example.
  await page.getByRole('link', { name: '试填', exact: true }).click()
  await page.getByLabel('用什么内容试').selectOption('complete')
  const form = page.frameLocator('.preview-cell iframe')
  await expect.poll(() => form.locator('[data-at="/basics/name"] input').inputValue()).toBe('稀土新材料技术创新中心')
  await form.locator('[data-at="/basics/name"] input').fill('')
  // What is wrong is read whole, and goes away at Esc.
  const verdict = page.locator('.verdict')
  await verdict.locator('summary').click()
  const issues = verdict.getByRole('region', { name: '问题' })
  const isWhole = (list: Element) => {
    const { left, right } = list.getBoundingClientRect()
    const pane = list.closest('.try')?.getBoundingClientRect()
    return pane !== undefined && left >= pane.left && right <= pane.right
  }
  expect(await issues.evaluate(isWhole)).toBe(true)
  await page.keyboard.press('Escape')
  await issues.waitFor({ state: 'hidden' })
  await button('存为例子').click()
  const name = page.getByLabel('例子的名称')
  await expect.poll(() => name.inputValue()).toBe('complete')
  await name.fill('invalid-no-name')
  await page.getByText('存为应当报出这些问题的例子').waitFor()
  await name.press('Enter')
  await expect.poll(() => page.getByLabel('用什么内容试').inputValue()).toBe('invalid-no-name')

  // What is made up breaks nothing, and is offered as the example that is still missing.
  await page.getByLabel('用什么内容试').selectOption({ label: '自动填必填项' })
  await page.getByText('已自动填好，没有违反规则。').waitFor()
  await verdict.waitFor({ state: 'detached' })
  await button('存为例子').click()
  await expect.poll(() => name.inputValue()).toBe('minimal')
  await button('取消').click()
  await button('例子').click()
  await page.getByText('2 个例子，都与预期相符').waitFor()

  // Each limit has its edges; one kept is one less to make.
  await button('边界').click()
  await page.getByText('种情形', { exact: false }).waitFor()
  await button('规则').click()
  const edges = page.locator('.standings > li')
  await edges.filter({ hasText: '财政经费高于自筹经费' }).getByRole('button', { name: '加为例子' }).click()
  await page.getByText('都已经有例子了').waitFor()
  await button('例子').click()
  await page.getByText('3 个例子，都与预期相符').waitFor()
  await page.locator('.workbench-state .saving', { hasText: '已保存' }).waitFor()
  const kept = await (await fetch(`${portal.url}/api/workshop/sample`)).json()
  expect(kept.files.filter(({ path }: { path: string }) => path.includes('/examples/'))).toHaveLength(3)
  expect(portal.complaints).toEqual([])
})
