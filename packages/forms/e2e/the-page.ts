import type { Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { type Opened, openPages } from './open-page.ts'

/** The browser of a test file, and a page in it at the width of a desk. Whoever imports them has them opened. */
export let pages: Opened
export let page: Page

beforeAll(async () => {
  pages = await openPages()
  page = await pages.open()
})
afterAll(() => pages.close())
