import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { computed, type Part, parts, story, type Told } from './annual-report.story.ts'
import { launchBrowser } from './browser.ts'
import { beginDraft, watch } from './open-portal.ts'
import { besideLabel, readExcel, readWord, rowWith } from './read-back.ts'
import { freePort, type ServerProcess, startServer } from './server-process.ts'
import { fillIn, fillRows, labelOf, openSection } from './typist.ts'

let data: string
let port: number
let server: ServerProcess
let browser: Browser
let context: BrowserContext
const complaints: string[] = []

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'policyforms-e2e-'))
  port = await freePort()
  server = await startServer(data, port)
  browser = await launchBrowser()
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN', acceptDownloads: true })
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await rm(data, { recursive: true, force: true })
})

const labels = new Map<string, string>()

const fill = async (page: Page, part: Part) => {
  await openSection(page, part.section)
  for (const [place, told] of Object.entries(part.fields ?? {})) {
    await fillIn(page, place, told.deed)
    labels.set(place, await labelOf(page, place))
  }
  for (const [table, rows] of Object.entries(part.tables ?? {}))
    await fillRows(
      page,
      table,
      rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, told]) => [column, told.deed]))),
    )
}

const saved = (page: Page) => page.locator('.saving', { hasText: '已保存于' }).waitFor()
const field = (page: Page, place: string) => page.locator(`[data-at="${place}"]`).locator('input, textarea').first()
const download = async (page: Page, name: string, file: string) => {
  const [got] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
  const path = join(data, file)
  await got.saveAs(path)
  return path
}

const rowsOf = (part: Part): readonly Readonly<Record<string, Told>>[] => Object.values(part.tables ?? {}).flat()

it('fills, breaks off, goes on, submits, and reads back what was typed', async () => {
  const page = watch(await context.newPage(), complaints)

  // Choose a jurisdiction and a template.
  await page.goto(server.url)
  await page.getByRole('link', { name: '选择地区和模板' }).click()
  await beginDraft(page, story.template.pack, story.template.title)
  await fill(page, story.opening)
  await fill(page, story.year)

  // A rule broken, said, and mended.
  await fill(page, story.plan)
  await page.getByRole('button', { name: '检查缺漏' }).click()
  const broken = page.getByRole('dialog').getByRole('button', { name: /会议决议的日期应在报告年度（2024年）内/ })
  await broken.click()
  await page.locator('.pf-summary').getByText('会议决议的日期应在报告年度').waitFor()
  await fillIn(page, story.mended.place, story.mended.told.deed)
  await page
    .locator('.pf-block[data-at="/plan/resolutions"]')
    .getByText('会议决议的日期应在')
    .waitFor({ state: 'detached' })

  // Reloaded in the middle of a sentence.
  await openSection(page, story.projects.section)
  await field(page, '/projects/text').pressSequentially('在研项目三项')
  await page.reload()
  await page.locator('.pf-title', { hasText: story.projects.section }).waitFor()
  await expect.poll(() => field(page, '/projects/text').inputValue()).toBe('在研项目三项')
  await saved(page)

  // The server is killed while one types, and comes back.
  await server.kill()
  await fill(page, story.projects)
  await page.locator('.saving', { hasText: '未能保存，已在本机保留' }).waitFor()
  const address = page.url()
  await page.goto('about:blank')
  server = await startServer(data, port)
  await page.goto(address)
  await page.getByText('上次没来得及保存的内容已从本机放回').waitFor()
  await saved(page)
  await fill(page, story.finance)
  await fill(page, story.academic)

  // A second tab: other sections merge without a word.
  const other = watch(await context.newPage(), complaints)
  await other.goto(page.url())
  await other.getByText('这份材料也在另一个标签页中打开').waitFor()
  await page.getByText('这份材料也在另一个标签页中打开').waitFor()
  await Promise.all([fill(page, story.research), fill(other, story.operation)])
  await Promise.all([saved(page), saved(other)])
  await openSection(page, story.operation.section)
  await expect
    .poll(() => field(page, '/operation/text').inputValue())
    .toBe(story.operation.fields?.['/operation/text']?.word)

  // The same section in both: nobody is overwritten without being asked.
  await openSection(other, story.next.section)
  await other.route('**/api/drafts/*', (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  )
  await field(other, '/next/text').fill('另一个标签页写的计划')
  await other.locator('.saving', { hasText: '未能保存' }).waitFor()
  await fill(page, story.next)
  await saved(page)
  await other.unroute('**/api/drafts/*')
  // It has been tried in vain for so long that it would wait for up to half a minute by itself.
  await other.keyboard.press('Control+s')
  const dialog = other.getByRole('dialog', { name: /同一部分在两处都改了/ })
  await dialog.getByLabel('采用另一处的').check()
  await dialog.getByRole('button', { name: '按所选保存' }).click()
  await expect.poll(() => field(other, '/next/text').inputValue()).toBe(story.next.fields?.['/next/text']?.word)
  await saved(other)
  await other.close()

  await fill(page, story.indicators)
  await fill(page, story.attachments)
  await fill(page, story.commitment)
  await page.keyboard.press('Control+s')
  await saved(page)

  // The Word book as it will print, in the page.
  await page.getByRole('button', { name: '预览 Word' }).click()
  await page.locator('.preview').getByText('高丰度稀土永磁体关键技术').first().waitFor()
  expect(await page.locator('.preview section.docx').count()).toBeGreaterThan(5)
  await page.getByRole('button', { name: '关闭' }).click()

  await page.getByRole('button', { name: '提交' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(提交|确认无误，提交)$/ })
    .click()
  await page.locator('.state', { hasText: '已提交' }).waitFor()

  // Both files, read by readers that are not ours.
  const word = await readWord(await download(page, '下载 Word', '年度报告.docx'))
  const excel = await readExcel(await download(page, '下载 Excel', '年度报告.xlsx'))
  for (const part of parts) {
    for (const [place, told] of Object.entries(part.fields ?? {})) {
      const label = labels.get(place) ?? ''
      // Narrative and statements are running text; everything else stands beside its label.
      const inWord = [...besideLabel(word, label), ...(told.word.length > 9 ? [word.text] : [])]
      expect.soft(inWord, `${place} in Word`).toEqual(expect.arrayContaining([expect.stringContaining(told.word)]))
      expect.soft(besideLabel(excel, label), `${place} in Excel`).toContain(told.sheet)
    }
    for (const row of rowsOf(part)) {
      const cells = Object.values(row).map((told) => (told === story.mended.instead ? story.mended.told : told))
      const [printed, kept] = [cells.map((told) => told.word), cells.map((told) => told.sheet)]
      expect.soft(rowWith(word, printed), `Word: ${printed.join('|')}`).toBeDefined()
      expect.soft(rowWith(excel, kept), `Excel: ${kept.join('|')}`).toBeDefined()
    }
  }
  for (const { label, word: printed, sheet } of computed) {
    expect.soft(besideLabel(word, label)).toContain(printed)
    expect.soft(besideLabel(excel, label)).toContain(sheet)
  }
  expect(complaints).toEqual([])
}, 300_000)
