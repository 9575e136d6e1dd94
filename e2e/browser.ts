import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

// The package's own flags suit a cloud function: one process for all, which falls with its first context, and a web
// without its security. A test of what a person has wants a browser as a person has it.
const flags = [
  '--no-sandbox',
  '--lang=zh-CN',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--font-render-hinting=none',
]

/** A real Chromium from npm: nothing is installed on the machine. The caller closes it. */
export const launchBrowser = async (): Promise<Browser> =>
  playwright.launch({ args: flags, executablePath: await chromium.executablePath(), headless: true })
