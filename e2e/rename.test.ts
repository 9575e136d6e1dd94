import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPortal, type Portal } from './open-portal.ts'
import { saved } from './workshop-steps.ts'

/* Keys are renamed in a pack that is in use: all that names them follows, in one step, and nothing closes meanwhile. */

let portal: Portal
let schemas: string
beforeAll(async () => {
  schemas = await mkdtemp(join(tmpdir(), 'policyforms-rename-'))
  await cp('schemas', schemas, { recursive: true })
  portal = await openPortal(schemas)
})
afterAll(async () => {
  await portal?.close()
  await rm(schemas, { recursive: true, force: true })
})

const inWorkshop = async (path: string): Promise<string> => {
  const { files } = await (await fetch(`${portal.url}/api/workshop/tianjin`)).json()
  return files.find((file: { readonly path: string }) => file.path === path)?.text ?? ''
}

/** Takes a node in hand. A long outline draws its rows as they come into view, so that the first click may miss. */
const take = async (page: Page, name: string) => {
  const row = page.locator('.outline').getByRole('row', { name }).first()
  const panel = page.getByRole('region', { name: `${name}的设置` })
  await expect.poll(() => row.click().then(() => panel.count())).toBe(1)
}

const hasFocus = (locator: Locator) => locator.evaluate((element) => element === document.activeElement)

it('renames a field and a column of a matrix, with everything that names them', { timeout: 120_000 }, async () => {
  const page = await portal.open('/workshop/tianjin/build')
  await page.getByRole('button', { name: '打开工作稿' }).click()
  await page.getByLabel('模板', { exact: true }).selectOption('tianjin/capacity-project.schema.json')
  await page.getByText('检查通过').waitFor()

  // What is open about a field stays open under its new key, and so it is when that is undone.
  await take(page, '资金筹措说明')
  const more = page.locator('.more-properties')
  await more.locator('summary').click()
  await more.locator('[data-keyword]').last().scrollIntoViewIfNeeded()
  const key = page.getByLabel('键', { exact: true }).first()
  await key.fill('explanation')
  await key.press('Enter')
  const undo = page.getByRole('button', { name: '撤销' })
  await page.locator('button[title*="的键"]').waitFor()
  expect(await more.evaluate((element: HTMLDetailsElement) => element.open)).toBe(true)
  expect(await hasFocus(key)).toBe(true)
  await page.getByText('检查通过').waitFor()
  await undo.click()
  await expect.poll(() => key.inputValue()).toBe('text')
  expect(await more.evaluate((element: HTMLDetailsElement) => element.open)).toBe(true)

  await take(page, '按建设内容分的投资')
  const column = page.getByRole('group', { name: '各列：其中：市财政补助' })
  const columnKey = column.getByLabel('键（必填）')
  await columnKey.fill('grant')
  await columnKey.press('Enter')
  await page.locator('button[title*="改“subsidy”的键"]').waitFor()
  expect(await hasFocus(columnKey)).toBe(true)
  await expect.poll(() => column.getByLabel('旧键').inputValue()).toBe('subsidy')
  await page.getByText('检查通过').waitFor()
  await saved(page)
  const template = await inWorkshop('tianjin/capacity-project.schema.json')
  expect(template).toContain('orZero(sum(column(self.uses, \\"grant\\"))) == self.requested')
  expect(template).toContain('orZero(self.laboratory.grant) <= orZero(self.laboratory.total)')
  const example = JSON.parse(await inWorkshop('tianjin/examples/capacity-project/boundary-1500-of-5000.json'))
  expect(JSON.stringify(example)).toContain('"grant"')

  // One step: rules, examples and the key itself.
  await undo.click()
  await expect.poll(() => columnKey.inputValue()).toBe('subsidy')
  await saved(page)
  expect(await inWorkshop('tianjin/capacity-project.schema.json')).not.toContain('grant')
  expect(portal.complaints).toEqual([])
})
