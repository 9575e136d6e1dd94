import type { Template } from '@policyforms/core'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../../../e2e/browser.ts'
import type { FillerProps } from '../src/index.ts'
import { buildPage, servePage } from './serve-page.ts'

export interface Opened {
  readonly browser: Browser
  readonly url: string
  /** What the console and the policy complained of, in all pages. */
  readonly complaints: readonly string[]
  open(width?: number, scheme?: 'light' | 'dark'): Promise<Page>
  close(): Promise<void>
}

/** The form's page, built and served as it is delivered, in a real browser. */
export const openPages = async (): Promise<Opened> => {
  const served = await servePage(await buildPage(import.meta.dirname, 'page.html'))
  const browser = await launchBrowser()
  const complaints: string[] = []
  return {
    browser,
    url: served.url,
    complaints,
    open: async (width = 1280, scheme = 'light') => {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme, locale: 'zh-CN' })
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(String(error.stack)))
      // Shorter than a test, so that a test says where it waited in vain.
      page.setDefaultTimeout(30_000)
      await page.goto(`${served.url}/page.html`)
      return page
    },
    close: async () => {
      await browser.close()
      await served.close()
    },
  }
}

type Options = Partial<Pick<FillerProps, 'initial' | 'role' | 'readOnly' | 'section'>>

export const mount = async (page: Page, template: Template, options: Options = {}): Promise<void> => {
  // As text: the type of a template is deeper than the driver's types can follow.
  await page.evaluate((given) => {
    window.harness.unmount()
    const parsed = JSON.parse(given)
    window.harness.mount(parsed.template, parsed.options)
  }, JSON.stringify({ template, options }))
  await page.locator('.pf-title').waitFor()
}

export const answersOf = (page: Page) => page.evaluate(() => window.harness.controls().flush())
