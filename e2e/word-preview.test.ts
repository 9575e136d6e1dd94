import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPortal, type Portal } from './open-portal.ts'

/* The Word book beside the edit is changed where it stands; in the end it is the book that a fresh page shows. */

let portal: Portal
let schemas: string
beforeAll(async () => {
  schemas = await mkdtemp(join(tmpdir(), 'policyforms-word-'))
  await cp('schemas', schemas, { recursive: true })
  portal = await openPortal(schemas)
})
afterAll(async () => {
  await portal?.close()
  await rm(schemas, { recursive: true, force: true })
})

const openWord = async (page: Page): Promise<void> => {
  const toggle = page.getByRole('button', { name: '预览', exact: true })
  if ((await toggle.getAttribute('aria-pressed')) !== 'true') await toggle.click()
  const beside = page.getByRole('region', { name: '预览', exact: true })
  await beside.getByRole('button', { name: 'Word', exact: true }).click()
  await beside.getByText(/^约 \d+ 页$/).waitFor()
}

/** Each page as it is drawn, without the marks by which its blocks are found. */
const pagesOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...(document.querySelector('.preview')?.shadowRoot?.querySelectorAll('section.docx') ?? [])].map((one) =>
      one.outerHTML.replaceAll(/ ?block-\d+/g, '').replaceAll(' class=""', ''),
    ),
  )

const standing = (page: Page) =>
  page.evaluateHandle(() => document.querySelector('.preview')?.shadowRoot?.querySelector('article > *'))

const word = (page: Page) => page.getByRole('region', { name: 'Word 预览' })
const titled = async (page: Page, row: string, title: string) => {
  await page.locator('.outline').getByRole('row', { name: row }).first().click()
  await page.locator('[data-keyword="title"] input').fill(title)
  await word(page).getByText(title).first().waitFor()
}

it('follows edits where they stand, and ends as the book of now', async () => {
  const page = await portal.open('/workshop/inner-mongolia/build')
  await page.getByRole('button', { name: '打开工作稿', exact: true }).click()
  await openWord(page)

  // A field and a section get other names: the rest of the book is not touched.
  await titled(page, '报告期', '报送期')
  const first = await standing(page)
  await titled(page, '经费预决算', '经费决算表')
  expect(await first.evaluate((element) => element?.isConnected)).toBe(true)
  // A text goes and comes back; what stands after it moves up and down, over pages too.
  const times = () => word(page).getByText('重大项目进展').count()
  const before = await times()
  await page.locator('.outline').getByRole('row', { name: '重大项目进展' }).first().click()
  await page.getByRole('button', { name: '删除', exact: true }).click()
  await expect.poll(times).toBeLessThan(before)
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect.poll(times).toBe(before)
  // A name of many lines: pages end elsewhere.
  await titled(page, '报送期', '报告是哪一年的和为什么这样说'.repeat(8))

  await page.locator('.workbench-state .saving', { hasText: '已保存' }).waitFor()
  const fresh = await page.context().newPage()
  await fresh.goto(`${portal.url}/workshop/inner-mongolia/build`)
  await openWord(fresh)
  const now = await pagesOf(fresh)
  expect(now.length).toBeGreaterThan(5)
  await expect.poll(() => pagesOf(page)).toEqual(now)
  expect(portal.complaints).toEqual([])
})
