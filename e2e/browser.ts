import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

/** A real Chromium from npm: nothing is installed on the machine. The caller closes it. */
export const launchBrowser = async (): Promise<Browser> =>
  playwright.launch({
    args: [...chromium.args.filter((arg) => !arg.startsWith('--headless')), '--lang=zh-CN'],
    executablePath: await chromium.executablePath(),
    headless: true,
  })
