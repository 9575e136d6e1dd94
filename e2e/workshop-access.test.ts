import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeFaults } from './axe-faults.ts'
import { openPortal, type Portal } from './open-portal.ts'

/* Every tab of the workshop can be used by everybody in each of its states: full, empty, broken, with what opens open. */

let portal: Portal
let schemas: string
beforeAll(async () => {
  schemas = await mkdtemp(join(tmpdir(), 'policyforms-workshop-access-'))
  await cp('schemas', schemas, { recursive: true })
  portal = await openPortal(schemas)
})
afterAll(async () => {
  await portal?.close()
  await rm(schemas, { recursive: true, force: true })
})

const send = async (method: string, path: string, body: unknown): Promise<void> => {
  const headers = { 'content-type': 'application/json' }
  const reply = await fetch(portal.url + path, { method, headers, body: JSON.stringify(body) })
  expect(reply.ok, `${path} ${await reply.text()}`).toBe(true)
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const row = (page: Page, name: string) => page.locator('.outline').getByRole('row', { name }).first().click()
const close = (page: Page) => page.keyboard.press('Escape')

/** What one can come to on each tab, one thing after another. */
const walks: Readonly<Record<string, readonly ((page: Page) => Promise<unknown>)[]>> = {
  pack: [
    (page) => page.locator('.pack-panel input').first().waitFor(),
    (page) => press(page, '添一张代码表'),
    async (page) => {
      await close(page)
      await press(page, '重点产业领域')
      await page.getByRole('button', { name: '从 Excel 粘贴' }).waitFor()
    },
    (page) => press(page, '从 Excel 粘贴'),
  ],
  build: [
    (page) => row(page, '报告期'),
    (page) => page.locator('.build-tools summary').click(),
    async (page) => {
      await close(page)
      await row(page, '会议决议')
      await page.getByText(/^更多设置/).click()
    },
    async (page) => {
      await press(page, 'JSON')
      await page.locator('.json-editor').waitFor()
    },
  ],
  rules: [
    (page) => page.locator('.rule-rows .list-row').first().waitFor(),
    (page) => page.locator('.rule-rows .list-row').first().click(),
    (page) => press(page, '按句式添加'),
  ],
  clauses: [
    (page) => page.getByText(/^已落实 \d/).waitFor(),
    (page) => press(page, /复核|建设思路/),
    (page) => press(page, '读入政策原文'),
  ],
  try: [
    async (page) => {
      await page.frameLocator('.preview-cell iframe').locator('.pf-title').waitFor()
      await page.getByLabel('并排').check()
      await press(page, 'Excel')
      await page.locator('.sheet').waitFor()
      await page.getByText(/约 \d+ 页/).waitFor()
    },
    async (page) => {
      await page.getByLabel('并排').uncheck()
      await page.getByLabel('用什么内容试').selectOption('空白')
      await page.locator('.verdict summary').click()
    },
    (page) => press(page, '存为例子'),
    async (page) => {
      await close(page)
      await page.getByRole('button', { name: '例子', exact: true }).click()
      await page.getByText(/^\d+ 个例子/).waitFor()
    },
    (page) => press(page, '边界'),
  ],
  publish: [(page) => page.getByRole('heading', { name: '发布过的版本' }).waitFor(), (page) => press(page, '送审')],
}
const tabs = Object.keys(walks)

it('is clean with everything open that opens, and as high as its window', { timeout: 240_000 }, async () => {
  await send('POST', '/api/workshop', { pack: 'inner-mongolia' })
  // Something to publish.
  const path = 'inner-mongolia/intent.schema.json'
  const text = await readFile(join(schemas, path), 'utf8')
  await send('PATCH', '/api/workshop/inner-mongolia', { base: 1, files: [{ path, text: `${text}\n` }] })
  const page = await portal.open('/workshop')
  const seen: Record<string, readonly string[]> = {}
  for (const [tab, walk] of Object.entries(walks)) {
    await page.goto(`${portal.url}/workshop/inner-mongolia/${tab}`)
    await page.getByText('检查通过').waitFor()
    for (const [i, step] of walk.entries()) {
      await step(page)
      seen[`${tab} ${i}`] = await axeFaults(page)
    }
    expect(await page.evaluate(() => document.documentElement.scrollHeight), tab).toBeLessThanOrEqual(900)
  }
  expect(Object.entries(seen).filter(([, faults]) => faults.length > 0)).toEqual([])
})

it('is clean when empty and when its JSON is broken, in the dark, and fits a phone', { timeout: 240_000 }, async () => {
  await send('POST', '/api/workshop/new', { id: 'blank', name: '空白省' })
  await send('POST', '/api/workshop', { pack: 'tianjin' })
  const { revision, files } = await (await fetch(`${portal.url}/api/workshop/tianjin`)).json()
  const broken = files.filter(({ path }: { path: string }) => /\.schema\.json$/.test(path))
  const patch = { base: revision, files: broken.map(({ path }: { path: string }) => ({ path, text: '{ "title": ' })) }
  await send('PATCH', '/api/workshop/tianjin', patch)
  const page = await portal.open('/workshop', { colorScheme: 'dark', viewport: { width: 390, height: 844 } })
  const seen: Record<string, readonly string[]> = {}
  for (const path of ['blank', 'tianjin'].flatMap((pack) => tabs.map((tab) => `/workshop/${pack}/${tab}`))) {
    await page.goto(portal.url + path)
    await page
      .getByText(/^检查通过$|处问题/)
      .first()
      .waitFor()
    await page.locator('.workbench-page > *').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390)
    if (path.includes('tianjin')) await page.locator('.workbench-state summary').click()
    seen[path] = await axeFaults(page)
    if (path !== '/workshop/tianjin/build') continue
    await page.locator('.workbench-state summary').click()
    await page.getByText('JSON 不完整').waitFor()
    await page.getByRole('button', { name: '到 JSON 里改' }).click()
    const isThere = () => document.activeElement?.shadowRoot?.activeElement?.classList.contains('cm-content')
    await expect.poll(() => page.evaluate(isThere)).toBe(true)
  }
  expect(Object.entries(seen).filter(([, faults]) => faults.length > 0)).toEqual([])
  expect(portal.complaints).toEqual([])
})

const inHand = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

it('asks about a conflict and before it discards, by keyboard, and gives the focus back', {
  timeout: 120_000,
}, async () => {
  await send('POST', '/api/workshop', { pack: 'ningbo' })
  const page = await portal.open('/workshop/ningbo/build', { viewport: { width: 390, height: 844 } })
  await page.locator('.outline').getByRole('row').first().click()
  const title = page.locator('[data-keyword="title"] input')
  const { revision, files } = await (await fetch(`${portal.url}/api/workshop/ningbo`)).json()
  const path = await page.getByLabel('模板', { exact: true }).inputValue()
  const { text } = files.find((file: { readonly path: string }) => file.path === path)
  const before = await title.inputValue()
  const theirs = text.replace(`"title": "${before}"`, '"title": "别人的名称"')
  await send('PATCH', '/api/workshop/ningbo', { base: revision, files: [{ path, text: theirs }] })
  await title.fill('我的名称')
  await page.keyboard.press('Control+s')

  const ask = page.getByRole('button', { name: '别人也改了同一处' })
  await ask.press('Enter')
  const dialog = page.getByRole('dialog', { name: '别人也改了同一处' })
  await dialog.getByText('我的名称：名称').waitFor()
  expect(await dialog.getByRole('definition').allInnerTexts()).toEqual(['别人的名称', '我的名称'])
  expect(await axeFaults(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await inHand(page)).toBe('采用别人的')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(await inHand(page)).toContain('别人也改了同一处')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: '采用别人的' }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => title.inputValue()).toBe('别人的名称')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')

  await page.goto(`${portal.url}/workshop`)
  const discard = page.getByRole('button', { name: '放弃宁波市的工作稿' })
  await discard.press('Enter')
  const asking = page.getByRole('dialog', { name: '放弃宁波市的工作稿' })
  await asking.waitFor()
  expect(await axeFaults(page)).toEqual([])
  expect(await inHand(page)).toBe('先导出一份')
  await page.keyboard.press('Escape')
  await asking.waitFor({ state: 'detached' })
  expect(await inHand(page)).toBe('放弃')
  await page.keyboard.press('Enter')
  await asking.getByRole('button', { name: '放弃工作稿' }).press('Enter')
  await page.getByText('已放弃宁波市的工作稿').waitFor()
  await asking.waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  expect(portal.complaints).toEqual([])
})
