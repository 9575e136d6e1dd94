import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { freePort, startServer } from './server-process.ts'

export interface Portal {
  readonly url: string
  /** What the pages complained of: errors of ours, and what the security policy refused. */
  readonly complaints: readonly string[]
  open(path: string, options?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

/** Listens for errors of a page, and makes a missing thing fail before the test does. */
export const watch = (page: Page, complaints: string[]): Page => {
  page.setDefaultTimeout(30_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (said) => void (/Content Security Policy/.test(said.text()) && complaints.push(said.text())))
  return page
}

/** The portal as `policyforms serve` brings it, with an empty store. */
export const openPortal = async (schemas = 'schemas'): Promise<Portal> => {
  const data = await mkdtemp(join(tmpdir(), 'policyforms-portal-'))
  const server = await startServer(data, await freePort(), schemas)
  const browser = await launchBrowser()
  const complaints: string[] = []
  return {
    url: server.url,
    complaints,
    open: async (path, options) => {
      const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 }, ...options })
      const page = watch(await context.newPage(), complaints)
      await page.goto(server.url + path)
      return page
    },
    close: async () => {
      await browser.close()
      await server.stop()
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** Begins a draft of a template as a person does, from the page that offers them. */
export const beginDraft = async (page: Page, pack: string, template: string): Promise<void> => {
  const entry = page
    .locator(`#${pack}`)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: template, exact: true }) })
  await entry.getByRole('button', { name: '开始填写' }).click()
  await page.locator('.pf-title').waitFor()
}
