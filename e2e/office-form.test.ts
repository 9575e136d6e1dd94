import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { attachment } from './attachment.ts'
import { axeFaults } from './axe-faults.ts'
import { beginDraft, openPortal, type Portal } from './open-portal.ts'

/* An office's own Word file: uploaded, held against the template, mended, published; applicants print it. No JSON typed. */

let portal: Portal
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'policyforms-office-form-'))
  const schemas = join(folder, 'schemas')
  await cp('schemas', schemas, { recursive: true })
  portal = await openPortal(schemas)
})
afterAll(async () => {
  await portal?.close()
  await rm(folder, { recursive: true, force: true })
})

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const fileOf = (name: string, ...parts: Parameters<typeof attachment>[0]) => ({
  name,
  mimeType: wordType,
  buffer: Buffer.from(attachment(parts)),
})
const saved = (page: Page) => page.locator('.workbench-state .saving', { hasText: '已保存' }).waitFor()
const call = async (page: Page, name: string) => {
  await page.getByRole('button', { name: /改名/ }).click()
  await page.getByLabel('姓名').fill(name)
  await page.getByRole('button', { name: '就用这个名字' }).click()
  await page.getByText(`您是：${name}`).waitFor()
}
/** As a person drags a file from a folder onto the page. */
const drop = (page: Page, { name, buffer }: ReturnType<typeof fileOf>) =>
  page.locator('.form-drop').evaluate(
    (zone, [called, bytes]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([new Uint8Array(bytes)], called))
      for (const type of ['dragover', 'drop']) zone.dispatchEvent(new DragEvent(type, { bubbles: true, dataTransfer }))
    },
    [name, [...buffer]] as const,
  )
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(unzipSync(bytes)['word/document.xml'])

it('goes from a wrong file to what an applicant prints', { timeout: 300_000 }, async () => {
  const page = await portal.open('/workshop')
  await page.getByRole('link', { name: '新建地区' }).click()
  await page
    .locator('input[type=file]')
    .setInputFiles(
      fileOf(
        '附件1.docx',
        '附件1',
        '某省技术创新中心申报书',
        '一、申报单位',
        '单位名称：____________',
        '联系电话：________',
        '单位性质：____',
      ),
    )
  await page.getByLabel('地区的全称').fill('云岭省')
  await page.getByLabel('行政区划代码').fill('990000')
  await page.getByLabel('文件夹名').fill('yunling')
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await page.getByText('检查通过').waitFor()

  // From the template's own settings: an old file is refused, a new one is named and attached.
  await page.getByText('更多设置').click()
  await page.getByRole('button', { name: '上传一份' }).click()
  const chooser = page.locator('dialog input[type=file]')
  await chooser.setInputFiles({ ...fileOf('申报书.doc', '甲') })
  expect(await page.getByRole('alert').textContent()).toMatch(/旧格式（\.doc）.*另存为 \.docx/)
  expect(await axeFaults(page)).toEqual([])
  await chooser.setInputFiles(
    fileOf('申报书（定稿）.docx', '云岭省申报书', '单位：{{单位名程}}', '联系电话：{{联系电话}}'),
  )
  await page.getByText('已选“申报书（定稿）.docx”').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: '添上' }).click()

  // What fills which place, what does not, and what it prints.
  const checks = page.getByRole('region', { name: /核对/ })
  await checks.getByText('1 处位置对上了，1 处对不上，2 项没有位置').waitFor()
  const wrong = checks.getByRole('list', { name: '没有字段来填的位置' })
  expect(await wrong.textContent()).toContain(
    '第 2 段“单位：{{单位名程}}” 材料里没有“单位名程”这一项，是否想写“单位名称”',
  )
  const missing = checks.getByRole('list', { name: '没有位置的字段' })
  expect(await missing.getByRole('listitem').allTextContents()).toMatchObject([/“单位名称”的位置/, /“单位性质”的位置/])
  await page.getByText(/^约 \d+ 页/).waitFor()
  await page.locator('.form-beside').getByText('云岭省申报书').waitFor()
  await checks.getByText('对上的 1 处').click()
  expect(await axeFaults(page)).toEqual([])
  await page.getByText('3 处问题').waitFor()

  // From what has no place to the field, and back by the fault.
  await missing.getByRole('link', { name: '看这一项' }).first().click()
  expect(await page.getByLabel('名称', { exact: true }).inputValue()).toBe('单位名称')
  await page.getByText('3 处问题').click()
  await page.getByRole('button', { name: /单位名程/ }).click()

  // A newer one is dropped; undo brings the first back, and redo the second.
  const mended = fileOf(
    '申报书（改）.docx',
    '云岭省申报书（新）',
    '单位：{{单位名称}}',
    '联系电话：{{联系电话}}',
    '性质：{{单位性质}}',
  )
  await drop(page, mended)
  await checks.getByText('3 处位置对上了，没有遗漏').waitFor()
  await page.getByText('检查通过').waitFor()
  await page.locator('.form-beside').getByText('云岭省申报书（新）').waitFor()
  await page.getByRole('button', { name: '撤销' }).click()
  await checks.getByText('1 处位置对上了').waitFor()
  await page.getByRole('button', { name: '重做' }).click()
  await checks.getByText('3 处位置对上了，没有遗漏').waitFor()
  const [downloaded] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载' }).click(),
  ])
  expect(downloaded.suggestedFilename()).toBe('application.docx')
  await saved(page)
  expect(await axeFaults(page)).toEqual([])

  await page.getByRole('link', { name: '发布', exact: true }).click()
  await call(page, '王工')
  await page.getByLabel('说明改了什么、为什么改').fill('第一版')
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByRole('heading', { name: '待审核' }).waitFor()
  await call(page, '李工')
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByText('已发布。').first().waitFor()

  // An applicant's Word is that file, filled.
  const fill = await portal.open('/new')
  await fill.getByRole('heading', { name: '云岭省' }).waitFor()
  await beginDraft(fill, 'yunling', '某省技术创新中心申报书')
  await fill.locator('[data-at$="/name"] input, [data-at$="Name"] input').first().fill('云岭稀土研究院')
  await fill.keyboard.press('Tab')
  await fill
    .getByText(/已保存/)
    .first()
    .waitFor()
  const id = /([0-9a-f-]{36})/.exec(fill.url())?.[1] ?? ''
  const book = await fetch(`${portal.url}/api/drafts/${id}/word`)
  const printed = textOf(new Uint8Array(await book.arrayBuffer()))
  expect(printed).toContain('云岭省申报书（新）')
  expect(printed).toContain('云岭稀土研究院')
  expect(printed).not.toContain('{{')
  expect(portal.complaints).toEqual([])
})

it('is taken from what is printed by it, and away, on a phone in the dark', { timeout: 120_000 }, async () => {
  const page = await portal.open('/workshop', { colorScheme: 'dark', viewport: { width: 390, height: 844 } })
  await fetch(`${portal.url}/api/workshop`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ pack: 'ningbo' }),
  })
  await page.goto(`${portal.url}/workshop/ningbo/pack`)
  await page
    .getByRole('button', { name: /\.docx / })
    .first()
    .click()
  const users = page.getByRole('group', { name: '用于哪份材料' })
  await page.getByText('处位置对上了，没有遗漏').waitFor()
  expect(await axeFaults(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await users.getByRole('checkbox', { checked: true }).uncheck()
  await page.getByText('没有材料用它', { exact: true }).waitFor()
  await page.getByText('1 处问题').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: '删除' }).click()
  await page.getByText('检查通过').waitFor()
  expect(await page.getByRole('button', { name: /\.docx / }).count()).toBe(0)
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByRole('button', { name: '撤销' }).click()
  await page
    .getByRole('button', { name: /\.docx / })
    .first()
    .click()
  await page.getByText('处位置对上了，没有遗漏').waitFor()
})

it('is one thing: of two people who replace it, one says whose stays, and undo has the other', {
  timeout: 120_000,
}, async () => {
  const path = 'ningbo/forms/programme-check.docx'
  const [mine, theirs] = [await portal.open('/workshop'), await portal.open('/workshop')]
  for (const page of [mine, theirs]) {
    await page.goto(`${portal.url}/workshop/ningbo/pack?file=${encodeURIComponent(path)}`)
    await page.getByText('处位置对上了，没有遗漏').waitFor()
  }
  const isSave = (url: URL) => url.pathname === '/api/workshop/ningbo'
  await mine.route(isSave, (route) => route.abort())
  await mine.locator('.form-drop input').setInputFiles(fileOf('我的.docx', '我的一份', '{{basics.name}}'))
  await mine.locator('.form-beside').getByText('我的一份').waitFor()
  await theirs.locator('.form-drop input').setInputFiles(fileOf('别人的.docx', '别人的一份', '{{basics.year}}'))
  await theirs.locator('.form-beside').getByText('别人的一份').waitFor()
  await saved(theirs)
  await mine.unroute(isSave)
  await mine.getByRole('button', { name: /别人也改了同一处/ }).click()
  await mine.getByText(path, { exact: true }).last().waitFor()
  await mine.getByRole('button', { name: '采用别人的' }).click()
  await mine.locator('.form-beside').getByText('别人的一份').waitFor()
  await mine.getByRole('button', { name: '撤销' }).click()
  await mine.locator('.form-beside').getByText('我的一份').waitFor()
  await saved(mine)
})
