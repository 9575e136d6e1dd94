import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeFaults } from './axe-faults.ts'
import { openPortal, type Portal } from './open-portal.ts'
import { readWord } from './read-back.ts'

/* A pack comes in as a zip that is looked at first, and is held against another in words and as a Word table. */

let portal: Portal
let schemas: string
beforeAll(async () => {
  schemas = await mkdtemp(join(tmpdir(), 'policyforms-move-'))
  await cp('apps/server/src/sample/schemas', schemas, { recursive: true })
  portal = await openPortal(schemas)
})
afterAll(async () => {
  await portal?.close()
  await rm(schemas, { recursive: true, force: true })
})

const give = (page: Page, name: string, bytes: Uint8Array) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(bytes) })
const exported = async () =>
  new Uint8Array(await (await fetch(`${portal.url}/api/workshop/sample/export?of=folder`)).arrayBuffer())

it('tells what is wrong with a zip, shows a pack before it is kept, and compares the two', async () => {
  const page = await portal.open('/workshop-import')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const alert = page.getByRole('alert')
  await give(page, 'bad.zip', strToU8('not a zip'))
  await alert.getByText('不是 zip 文件').waitFor()
  expect(await axeFaults(page)).toEqual([])

  // Changed by somebody after it was signed.
  const entries = unzipSync(await exported())
  const path = Object.keys(entries).find((one) => one.endsWith('report.schema.json')) ?? ''
  const changed = strToU8(strFromU8(entries[path] ?? new Uint8Array()).replace('"自筹"', '"自有资金"'))
  await give(page, 'forged.zip', zipSync({ ...entries, [path]: changed }))
  await alert.getByText('签名不符').waitFor()
  expect(await button('导入为新的工作稿').or(button('并入工作稿')).isDisabled()).toBe(true)

  // Without a signature it may come in, under a name of its own.
  const unsigned = Object.entries({ ...entries, [path]: changed }).filter(([name]) => !/signature/i.test(name))
  await give(page, 'north.zip', zipSync(Object.fromEntries(unsigned)))
  await page.getByText('没有签名').waitFor()
  await page.getByText('样例年度报告').first().waitFor()
  await page.getByLabel('导入为哪个文件夹').fill('north')
  await button('按这个名字重新检查').click()
  await page.getByText('这里还没有 north').waitFor()
  expect(await axeFaults(page)).toEqual([])
  expect((await fetch(`${portal.url}/api/workshop/north`)).status).toBe(404)
  await button('导入为新的工作稿').click()
  await page.waitForURL(/\/workshop\/north\/publish/)
  await page.getByText('已导入为新的工作稿').waitFor()

  // A side is found by a part of its name, one that nobody has published yet too.
  await page.goto(`${portal.url}/workshop-compare?left=sample`)
  await page.getByRole('combobox', { name: '现在的地区' }).fill('north')
  await page.keyboard.press('Enter')
  await page.waitForURL(/right=north%40copy/)
  const said = page.locator('.said')
  await said.getByText('自有资金').first().waitFor()
  expect(await axeFaults(page)).toEqual([])
  const [file] = await Promise.all([page.waitForEvent('download'), button('导出 Word 对照表').click()])
  const { rows } = await readWord(await file.path())
  expect(rows.flat().join('\n')).toContain('自有资金')
  expect(portal.complaints).toEqual([])
})
