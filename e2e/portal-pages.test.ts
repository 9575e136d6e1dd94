import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginDraft, openPortal, type Portal } from './open-portal.ts'
import { fillIn } from './typist.ts'

let portal: Portal
let folder: string

beforeAll(async () => {
  portal = await openPortal()
  folder = await mkdtemp(join(tmpdir(), 'policyforms-pages-'))
})

afterAll(async () => {
  await portal?.close()
  await rm(folder, { recursive: true, force: true })
})

const saved = (page: Page) => page.locator('.saving', { hasText: '已保存于' }).waitFor()
const inMenu = async (page: Page, name: string) => {
  await page.getByText('更多', { exact: true }).click()
  await page.getByRole('button', { name }).click()
}
const name = (page: Page) => page.locator('[data-at="/centre/name"] input')

describe('a draft', () => {
  it.each([
    ['下载 Excel', '填报表.xlsx'],
    ['下载 Word', '年度报告.docx'],
  ])('comes back from %s and from its history, each shown before it is taken', async (item, file) => {
    const page = await portal.open('/new')
    await beginDraft(page, 'inner-mongolia', '年度报告')
    await fillIn(page, '/centre/name', '内蒙古自治区风电技术创新中心')
    await fillIn(page, '/centre/directorName', '其其格')
    const [sheet] = await Promise.all([page.waitForEvent('download'), inMenu(page, item)])
    const path = join(folder, file)
    await sheet.saveAs(path)
    await fillIn(page, '/centre/name', '内蒙古自治区光伏技术创新中心')
    await page.keyboard.press('Control+s')
    await saved(page)

    await inMenu(page, '导入 Excel 或 Word')
    const dialog = page.getByRole('dialog', { name: '导入 Excel 或 Word' })
    await dialog.locator('input[type=file]').setInputFiles(path)
    const change = dialog.getByRole('row').filter({ hasText: '中心名称' })
    await change.waitFor()
    expect(await change.getByRole('cell').allInnerTexts()).toEqual([
      '内蒙古自治区光伏技术创新中心',
      '内蒙古自治区风电技术创新中心',
    ])
    expect(await name(page).inputValue()).toBe('内蒙古自治区光伏技术创新中心')
    await dialog.getByRole('button', { name: '放入草稿（1 处）' }).click()
    await expect.poll(() => name(page).inputValue()).toBe('内蒙古自治区风电技术创新中心')
    await page.getByRole('button', { name: '撤销' }).click()
    await expect.poll(() => name(page).inputValue()).toBe('内蒙古自治区光伏技术创新中心')
    await saved(page)

    await inMenu(page, '历史')
    const history = page.getByRole('dialog', { name: '历史' })
    await history.locator('.revisions button').last().click()
    await history.getByRole('row').filter({ hasText: '中心主任（总经理）' }).waitFor()
    await history.getByRole('button', { name: '恢复到这时' }).click()
    await expect.poll(() => name(page).inputValue()).toBe('')
    await page.getByRole('button', { name: '撤销' }).click()
    await expect.poll(() => name(page).inputValue()).toBe('内蒙古自治区光伏技术创新中心')
  })

  it('takes nothing from a file that is no workbook, and says why', async () => {
    const page = await portal.open('/new')
    await beginDraft(page, 'inner-mongolia', '年度报告')
    await inMenu(page, '导入 Excel 或 Word')
    const file = { name: '表.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ not a workbook') }
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file)
    await page.getByRole('alert').filter({ hasText: '草稿没有改动' }).waitFor()
    expect(await page.getByRole('button', { name: /放入草稿/ }).count()).toBe(0)
  })

  it('is found, copied, deleted and had back in the list', async () => {
    const page = await portal.open('/new')
    await beginDraft(page, 'national', '国家技术创新中心建设意向')
    await page.getByRole('link', { name: '我的材料' }).first().click()
    await page.getByRole('searchbox').fill('建设意向 国家')
    await expect.poll(() => page.locator('.drafts tbody tr').count()).toBe(1)
    await page.getByRole('button', { name: '复制 国家技术创新中心建设意向' }).click()
    await expect.poll(() => page.locator('.drafts tbody tr').count()).toBe(2)
    await page.getByRole('button', { name: '删除 国家技术创新中心建设意向' }).first().click()
    await expect.poll(() => page.locator('.drafts tbody tr').count()).toBe(1)
    await page.getByRole('button', { name: '撤销' }).click()
    await expect.poll(() => page.locator('.drafts tbody tr').count()).toBe(2)
    await page.getByLabel('选择下面全部材料').check()
    const [zip] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '打包下载 Word' }).click(),
    ])
    expect(zip.suggestedFilename()).toMatch(/\.zip$/)
    await page.getByText('正在生成').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '汇总成一张表' }).click()
    const [summary] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('dialog').getByRole('button', { name: '生成', exact: true }).click(),
    ])
    expect(summary.suggestedFilename()).toMatch(/\.xlsx$/)
  })

  it('sums up the columns that were chosen, in their order, and remembers them', async () => {
    const page = await portal.open('/')
    await page.getByRole('searchbox').fill('建设意向 国家')
    await page.getByLabel('选择下面全部材料').check()
    const choose = page.getByRole('button', { name: '汇总成一张表' })
    await choose.click()
    const dialog = page.getByRole('dialog', { name: /汇总 \d+ 份材料/ })
    await dialog.getByRole('button', { name: '全不选' }).click()
    await dialog.getByRole('searchbox', { name: '查找列' }).fill('名称')
    const boxes = dialog.getByRole('checkbox')
    await boxes.nth(0).check()
    await boxes.nth(1).check()
    const order = () => dialog.locator('ol li > span').allTextContents()
    const [first = '', second = ''] = await order()
    await dialog.getByRole('button', { name: `${second}上移` }).click()
    expect(await order()).toEqual([second, first])
    await dialog.getByRole('radio', { name: /^CSV(?! 压缩包)/ }).check()
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: '生成', exact: true }).click(),
    ])
    const [heads = ''] = (await readFile(await csv.path(), 'utf8')).split('\r\n')
    expect(heads.split(',').map((head) => head.split('：').at(-1))).toEqual([
      '\uFEFF序号',
      '编号',
      '名称',
      '提交日期',
      ...[second, first].map((label) => label.split('：').at(-1)),
    ])
    await choose.click()
    expect(await order()).toEqual([second, first])
    await page.keyboard.press('Escape')
  })

  it('keeps what one does not see safe while the server is away', async () => {
    // From a page that knows nothing yet of what can be filled.
    const page = await portal.open('/help')
    await page.locator('.help-index a').first().waitFor()
    await page.route('**/api/**', (route) => route.abort())
    await page.getByRole('link', { name: '新建', exact: true }).click()
    await page.getByRole('alert').filter({ hasText: '连不上服务器' }).waitFor()
    await page.unroute('**/api/**')
    await page.getByRole('button', { name: '再试一次' }).click()
    await page
      .getByRole('button', { name: /开始填写/ })
      .first()
      .waitFor()
  })
})

it('shows a broken pack with its faults: file, line, what is wrong', async () => {
  const schemas = join(folder, 'schemas')
  await cp('schemas', schemas, { recursive: true })
  const pack = join(schemas, 'national')
  const [template = ''] = (await readdir(pack)).filter((file) => file.endsWith('.schema.json'))
  const text = await readFile(join(pack, template), 'utf8')
  await writeFile(join(pack, template), text.replace('"x-kind": "section"', '"x-kind": "sectoin"'))
  const broken = await openPortal(schemas)
  try {
    const page = await broken.open('/new')
    await page
      .locator('#national')
      .getByRole('link', { name: /看看是什么问题/ })
      .click()
    await page.getByText('没有“sectoin”这种 x-kind，是否想写“section”').waitFor()
    expect(await page.locator('.faults h2').allInnerTexts()).toContain(`national/${template}`)
    await page
      .getByText(/第 \d+ 行第 \d+ 列/)
      .first()
      .waitFor()
  } finally {
    await broken.close()
  }
})

it('complained of nothing', () => {
  expect(portal.complaints).toEqual([])
})
