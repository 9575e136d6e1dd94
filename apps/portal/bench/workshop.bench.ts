import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openPortal, type Portal } from '../../../e2e/open-portal.ts'
import { writeLargePack } from './large-pack.ts'
import { timeChecks, timeEdits, timePlainEdits } from './meter.ts'
import { assetsOf, gzipped, workshopIn } from './weigh.ts'

const p95 = (found: readonly number[]): number => [...found].sort((a, b) => a - b)[Math.floor(found.length * 0.95)] ?? 0

const row = (work: string, found: readonly number[], must: number, floor?: number) => ({
  work: `${work} of 300 fields, p95`,
  ours: p95(found),
  ...(floor !== undefined && { floor }),
  must,
  unit: 'ms',
})

const openLarge = async (page: Page, url: string): Promise<void> => {
  await page.request.post(`${url}/api/workshop`, { data: { pack: 'large' } })
  await page.addInitScript(timeChecks)
  await page.goto(`${url}/workshop/large/build`)
  await page.getByRole('row', { name: '字段 1', exact: true }).first().click()
  await page.waitForFunction(() => window.checks.length > 0)
}

/** The previews stand beside the edit, one after the other. */
const inPreviews = async (page: Page) => {
  await page.getByRole('button', { name: '预览', exact: true }).click()
  const show = async (name: string, place: string) => {
    await page.getByRole('toolbar', { name: '预览什么' }).getByRole('button', { name, exact: true }).click()
    await page.locator(place).waitFor()
    await page.getByText('正在更新').waitFor({ state: 'detached' })
  }
  const frame = await (await page.locator('.preview-cell iframe').elementHandle())?.contentFrame()
  if (!frame) throw new Error('The form has no window')
  await frame.locator('.pf-title').waitFor()
  const form = await timeEdits(page, frame, 'body')
  await show('Word', '.preview')
  const word = await timeEdits(page, page, '.preview')
  await show('Excel', '.sheet')
  await page.getByRole('toolbar', { name: '换工作表' }).getByRole('button', { name: '第 1 部分' }).click()
  return { form, word, sheet: await timeEdits(page, page, '.sheet') }
}

/** A page of the server that brings no file of the build. */
const bare = '/api/packs'

/** What comes with the pages that applicants have. */
const applicantsAssets = async (portal: Portal): Promise<ReadonlySet<string>> => {
  const page = await portal.open(bare)
  const names = assetsOf(page)
  await page.goto(`${portal.url}/new`)
  await page.getByRole('button', { name: '开始填写' }).first().click()
  await page.locator('.pf-title').waitFor()
  await page.close()
  return names
}

const run = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'policyforms-bench-'))
  await writeLargePack(folder)
  const portal = await openPortal(folder)
  try {
    const applicants = await applicantsAssets(portal)
    const page = await portal.open(bare)
    const floor = p95(await timePlainEdits(page))
    const names = assetsOf(page)
    await openLarge(page, portal.url)
    const weight = await gzipped(names)
    const outline = await timeEdits(page, page, '.outline')
    const checks = await page.evaluate(() => window.checks.slice(4))
    const { form, word, sheet } = await inPreviews(page)
    return [
      row('an edit shows in the outline', outline, 50, floor),
      row('an edit shows in the form beside it', form, 300, floor),
      row('an edit shows in the Word book beside it', word, 300, floor),
      row('an edit shows in the workbook beside it', sheet, 300, floor),
      row('the check as one types', checks, 100),
      { work: 'JavaScript and styles to build a template, gzipped', ours: weight, must: 400, unit: 'KB' },
      { work: 'the workshop in what applicants load', ours: await workshopIn(applicants), must: 0, unit: 'KB' },
    ]
  } finally {
    await portal.close()
    await rm(folder, { recursive: true, force: true })
  }
}

export const bench = { name: 'workshop', run }
