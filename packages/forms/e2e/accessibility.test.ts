import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Template } from '@policyforms/core'
import { openSchemas } from '@policyforms/core/node'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mount, type Opened, openPages } from './open-page.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let pages: Opened
let templates: readonly Template[]
beforeAll(async () => {
  pages = await openPages()
  const schemas = await openSchemas(join(import.meta.dirname, '../../../schemas'))
  templates = schemas.packs.flatMap((pack) => pack.templates)
})
afterAll(() => pages.close())

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

declare global {
  interface Window {
    readonly axe: { run(root: Document, options: object): Promise<{ violations: readonly Violation[] }> }
  }
}

/** The page around the form is not ours here: its landmarks and its first heading are the portal's. */
const options = {
  resultTypes: ['violations'],
  rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
}

/** What axe finds, as one line each. */
const faults = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe)
  const found = await page.evaluate((chosen) => window.axe.run(document, chosen), options)
  return found.violations.flatMap(({ id, nodes }) => nodes.map((one) => `${id}: ${one.html} ${one.failureSummary}`))
}

const walk = async (page: Page, template: Template): Promise<readonly string[]> => {
  await mount(page, template)
  await page.evaluate(() => window.harness.controls().showMissing())
  const all: string[] = []
  for (const section of template.sections) {
    const step = page.locator(`nav > ol .pf-step`).nth(template.sections.indexOf(section))
    if ((await step.count()) === 0) continue
    await step.click()
    all.push(...(await faults(page)).map((fault) => `${template.id} ${section.key} ${fault}`))
  }
  return all
}

test('every section of every template, with all that is missing said, in light', async () => {
  const page = await pages.open()
  for (const template of templates) expect(await walk(page, template)).toEqual([])
  await page.close()
}, 180_000)

test('the template with the most sections in dark', async () => {
  const page = await pages.open(1280, 'dark')
  const [most] = [...templates].sort((a, b) => b.sections.length - a.sections.length)
  expect(most).toBeDefined()
  if (most) expect(await walk(page, most)).toEqual([])
  await page.close()
}, 90_000)

test('every id is there once, and every reference to one leads somewhere', async () => {
  const page = await pages.open()
  for (const template of templates) {
    await mount(page, template)
    await page.evaluate(() => window.harness.controls().showMissing())
    const broken = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
      const twice = ids.filter((id, i) => ids.indexOf(id) !== i)
      const references = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for'].flatMap((name) =>
        [...document.querySelectorAll(`[${name}]`)].flatMap((element) => (element.getAttribute(name) ?? '').split(' ')),
      )
      return [...twice, ...references.filter((id) => !document.getElementById(id))]
    })
    expect(broken).toEqual([])
  }
  await page.close()
})

test('nothing was refused by the policy or complained of by React', () => {
  expect(pages.complaints).toEqual([])
})
