import { afterAll, beforeAll, expect, it } from 'vitest'
import { packCodes } from '../packages/core/src/issues/issue.ts'
import { axeFaults } from './axe-faults.ts'
import { openPortal, type Portal } from './open-portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal('apps/server/src/sample/schemas')
})
afterAll(() => portal?.close())

it('shows the guide, finds words in all of it, and goes to the place', async () => {
  const page = await portal.open('/')
  await page.getByRole('link', { name: '手册', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '使用手册' }).waitFor()
  await page.getByRole('searchbox').fill('x-in-words')
  await page.getByRole('link', { name: '金额 money' }).click()
  await expect.poll(() => new URL(page.url()).hash).toBe('#money')
  const heading = page.locator('#money')
  await heading.waitFor()
  await expect.poll(async () => Math.abs((await heading.boundingBox())?.y ?? 1e9)).toBeLessThan(200)
  await expect
    .poll(() =>
      page
        .locator('img[alt="表单里的样子"]')
        .nth(3)
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBeGreaterThan(100)
  expect(await axeFaults(page)).toEqual([])
  expect(portal.complaints).toEqual([])
})

it('has a place for every fault, and the page of faults leads there', async () => {
  const page = await portal.open('/packs/broken/faults')
  await page.getByRole('link', { name: '怎样改' }).first().click()
  await page.getByRole('heading', { level: 1, name: '错误一览' }).waitFor()
  for (const code of packCodes) expect.soft(await page.locator(`[id="${code}"]`).count(), code).toBe(1)
  expect(packCodes as readonly string[]).toContain(new URL(page.url()).hash.slice(1))
})

it('fits a phone', async () => {
  const page = await portal.open(`/help/${encodeURIComponent('05-结构和文件')}`, {
    viewport: { width: 390, height: 844 },
  })
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
