import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { renameKey, setValue } from '../packages/core/src/editing/index.ts'
import type { Draft } from '../packages/core/src/index.ts'
import { axeFaults } from './axe-faults.ts'
import { openPortal, type Portal } from './open-portal.ts'

let portal: Portal
let schemas: string
/** A draft and its workbook, both of the first version. */
let first: { readonly id: string; readonly revision: number; readonly workbook: Uint8Array }
beforeAll(async () => {
  schemas = await mkdtemp(join(tmpdir(), 'policyforms-carry-'))
  await cp('apps/server/src/sample/schemas', schemas, { recursive: true })
  portal = await openPortal(schemas)
  const { id } = await send('POST', '/api/drafts', { template: 'sample/report' })
  const sections = { basics: { name: '某中心', year: 2021 }, money: { own: 10, grant: 5 } }
  const { revision } = await send('PATCH', `/api/drafts/${id}`, { base: 1, sections })
  const workbook = new Uint8Array(await (await fetch(`${portal.url}/api/drafts/${id}/sheet`)).arrayBuffer())
  first = { id, revision, workbook }
})
afterAll(async () => {
  await portal?.close()
  await rm(schemas, { recursive: true, force: true })
})

const send = async (method: string, path: string, body: unknown) =>
  (await fetch(portal.url + path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).then((reply) => reply.json())) as Draft // by the contract

const basics = ['properties', 'basics', 'properties']

it('offers a newer version, tells what would become of the answers, and carries them over', async () => {
  const { id } = await send('POST', '/api/drafts', { template: 'sample/report' })
  const sections = { basics: { name: '某中心', year: 2021 }, money: { own: 10, grant: 5 } }
  const { revision } = await send('PATCH', `/api/drafts/${id}`, { base: 1, sections })
  const page = await portal.open(`/drafts/${id}`)
  await page.locator('.pf-title').waitFor()
  expect(await page.getByText('有新版模板').count()).toBe(0)

  const path = join(schemas, 'sample/report.schema.json')
  const first = await readFile(path, 'utf8')
  const renamed = setValue(renameKey(first, [...basics, 'year'], 'reported'), [...basics, 'reported', 'x-was'], 'year')
  const money = { ...JSON.parse(first).properties.money, 'x-rules': undefined }
  const { grant, own } = money.properties
  const fewer = setValue(renamed, ['properties', 'money'], { ...money, properties: { own } })
  const dropped = setValue(fewer, ['x-dropped'], ['money.grant', 'money.total'])
  await writeFile(path, setValue(setValue(dropped, ['x-version'], '2.0.0'), ['title'], '样例新报告'))
  expect(grant.title).toBe('财政')
  const notice = page.getByText('现在的模板是 2.0.0 版')
  await expect
    .poll(async () => {
      await page.reload()
      await page.locator('.pf-title').waitFor()
      return notice.waitFor({ timeout: 1000 }).then(
        () => true,
        () => false,
      )
    })
    .toBe(true)

  const home = await portal.open('/')
  const row = home.getByRole('row').filter({ has: home.locator(`a[href="/drafts/${id}"]`) })
  await row.getByText('有新版').waitFor()
  await home.close()

  await page.getByRole('button', { name: '看看换到新版会怎样' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('的名称由“样例年度报告”改为“样例新报告”').waitFor()
  expect(await dialog.getByRole('listitem').allInnerTexts()).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^没有地方放\s*“财政”：5/),
      expect.stringMatching(/^换了位置\s*“报告年度”：2021/),
    ]),
  )
  expect(await axeFaults(page)).toEqual([])
  const overlaps = (rows: Element[]) =>
    rows.filter((one) => (one.children[0]?.scrollWidth ?? 0) > (one.children[0]?.clientWidth ?? 0)).length
  expect(await dialog.locator('.carried li').evaluateAll(overlaps)).toBe(0)

  // Somebody else saves before the click.
  await send('PATCH', `/api/drafts/${id}`, { base: revision, sections: { money: { own: 11, grant: 6 } } })
  await dialog.getByRole('button', { name: '换到新版' }).click()
  await dialog.getByText('刚才别处也保存了这份材料').waitFor()
  await dialog.getByText('“财政”：6').waitFor()
  await dialog.getByRole('button', { name: '换到新版' }).click()
  await page.getByRole('dialog', { name: '已换到 2.0.0 版' }).waitFor()
  await dialog.getByText('“财政”：6').waitFor()
  await dialog.getByRole('button', { name: '继续填写' }).click()
  const year = page.locator('[data-at="/basics/reported"] input')
  await expect.poll(() => year.inputValue().catch(() => '')).toBe('2021年')
  expect(await page.getByText('有新版模板').count()).toBe(0)
  await page.getByText('更多', { exact: true }).click()
  await page.getByRole('button', { name: '历史' }).click()
  await page.getByRole('button', { name: /^换到新版/ }).waitFor()
  expect(portal.complaints).toEqual([])
})

/** The workbook as somebody saved it who wrote other things into two of its cells. */
const edited = (workbook: Uint8Array): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(unzipSync(workbook)).map(([name, bytes]) => [
          name,
          name.startsWith('xl/worksheets/')
            ? strToU8(
                strFromU8(bytes)
                  .replace('<t>某中心</t>', '<t>新中心</t>')
                  .replace('><v>10</v>', ' t="inlineStr"><is><t>很多</t></is>'),
              )
            : bytes,
        ]),
      ),
    ),
  )

it('reads a workbook of the earlier version: what it carries and what is wrong are seen first, and marked in it', async () => {
  const { id, revision, workbook } = first
  await send('POST', `/api/drafts/${id}/carry`, { revision })
  const page = await portal.open(`/drafts/${id}`)
  await page.locator('.pf-title').waitFor()
  await page.getByText('更多', { exact: true }).click()
  await page.getByRole('button', { name: '导入 Excel 或 Word' }).click()
  const dialog = page.getByRole('dialog', { name: '导入 Excel 或 Word' })
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const file = { name: '填报表.xlsx', mimeType, buffer: edited(workbook) }
  await dialog.locator('input[type=file]').setInputFiles(file)

  await dialog.getByText('旧版填报表里有 2 处不是原样读入').click()
  const lines = (await dialog.getByRole('listitem').allInnerTexts()).map((line) => line.replaceAll('\n', ' '))
  const told = [
    /^换了位置 “?报告年度”?：2021/,
    /^提醒 “5.00”在现在的版本里没有位置.*二、经费 B5/,
    /^没有位置，未读入 5.00/,
    /自筹.*“很多”不是数字.*二、经费 B4/,
  ]
  for (const one of told) expect(lines).toContainEqual(expect.stringMatching(one))
  const change = dialog.getByRole('row').filter({ hasText: '中心名称' })
  expect(await change.getByRole('cell').allInnerTexts()).toEqual(['某中心', '新中心'])
  const name = page.locator('[data-at="/basics/name"] input')
  expect(await name.inputValue()).toBe('某中心')
  expect(await axeFaults(page)).toEqual([])

  const [marked] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: '下载标出问题的填报表' }).click(),
  ])
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(await marked.path())
  const cell = book.getWorksheet('二、经费')?.getCell('B4')
  expect(cell?.value).toBe('很多')
  expect(JSON.stringify(cell?.note)).toContain('不是数字')

  await dialog.getByRole('button', { name: '放入草稿（1 处）' }).click()
  await expect.poll(() => name.inputValue()).toBe('新中心')
  await page.locator('.saving', { hasText: '已保存于' }).waitFor()
  const { answers } = (await fetch(`${portal.url}/api/drafts/${id}`).then((reply) => reply.json())) as Draft
  expect(answers).toMatchObject({ basics: { name: '新中心', reported: 2021 }, money: { own: 10 } })
  expect(portal.complaints).toEqual([])
})

it('stops a tab that still fills the earlier version', async () => {
  const { id } = await send('POST', '/api/drafts', { template: 'sample/report' })
  const page = await portal.open(`/drafts/${id}`)
  await page.locator('.pf-title').waitFor()
  const path = join(schemas, 'sample/report.schema.json')
  await writeFile(path, setValue(await readFile(path, 'utf8'), ['x-version'], '3.0.0'))
  await expect.poll(async () => (await send('POST', `/api/drafts/${id}/carry`, { revision: 1 })).revision).toBe(2)
  await page.locator('[data-at="/basics/name"] input').fill('迟到的名字')
  await page.keyboard.press('Control+s')
  await page.getByText('这份材料已在别处换到新版模板').waitFor()
  await page.getByRole('button', { name: '重新打开' }).click()
  await expect
    .poll(() =>
      page
        .locator('[data-at="/basics/name"] input')
        .inputValue()
        .catch(() => ''),
    )
    .toBe('迟到的名字')
})
