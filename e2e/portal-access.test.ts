import { stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFaults } from './axe-faults.ts'
import { beginDraft, openPortal, type Portal } from './open-portal.ts'

let portal: Portal

beforeAll(async () => {
  portal = await openPortal()
})

afterAll(() => portal?.close())

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it('every page and dialog can be used by everybody', async () => {
    const page = await portal.open('/', { colorScheme })
    const seen: Record<string, readonly string[]> = {}
    const look = async (name: string) => {
      seen[name] = await axeFaults(page)
    }
    await page.getByRole('heading', { name: '我的材料' }).waitFor()
    await look('home')
    await page.goto(`${portal.url}/new`)
    await page.getByText('包含哪些部分').first().click()
    await page.locator('.parts li').first().waitFor()
    await look('new')
    await beginDraft(page, 'inner-mongolia', '年度报告')
    await look('fill')
    await page.getByRole('button', { name: '检查缺漏' }).click()
    await look('missing')
    await page.keyboard.press('Escape')
    await page.getByText('更多', { exact: true }).click()
    await look('menu')
    await page.getByRole('button', { name: '历史' }).click()
    await page.locator('.revisions button').first().click()
    await look('history')
    await page.keyboard.press('Escape')
    await page.goto(`${portal.url}/packs/inner-mongolia/faults`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await look('faults')
    expect(Object.entries(seen).filter(([, faults]) => faults.length > 0)).toEqual([])
  })
})

it('gives the focus to a new page and back to what opened a dialog', async () => {
  const page = await portal.open('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('跳到正文')
  await page.getByRole('link', { name: '新建', exact: true }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main')
  await beginDraft(page, 'inner-mongolia', '年度报告')
  await page.getByRole('button', { name: '检查缺漏' }).click()
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('检查缺漏')
})

it('fits a phone without scrolling sideways', async () => {
  const page = await portal.open('/new', { viewport: { width: 390, height: 844 } })
  await beginDraft(page, 'inner-mongolia', '年度报告')
  for (const path of ['/', '/new', new URL(page.url()).pathname]) {
    await page.goto(portal.url + path)
    await page.locator('h1').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390)
  }
})

it('loads at most 220 KB of JavaScript to fill a form', async () => {
  const page = await portal.open('/new')
  await beginDraft(page, 'inner-mongolia', '年度报告')
  const address = page.url()
  const loaded = new Set<string>()
  page.on(
    'response',
    (response) => void (response.url().endsWith('.js') && loaded.add(new URL(response.url()).pathname)),
  )
  await page.goto(address, { waitUntil: 'networkidle' })
  const dist = fileURLToPath(new URL('../apps/portal/dist', import.meta.url))
  const sizes = await Promise.all([...loaded].map(async (path) => (await stat(`${dist}${path}.gz`)).size))
  expect(sizes.length).toBeGreaterThan(2)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(220 * 1024)
})
