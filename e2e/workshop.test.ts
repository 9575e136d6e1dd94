import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { attachment } from './attachment.ts'
import { axeFaults } from './axe-faults.ts'
import { beginDraft, openPortal, type Portal } from './open-portal.ts'
import { openSection } from './typist.ts'

/* A Word attachment becomes a template that is published, filled, amended and published again; no JSON is typed. */

let portal: Portal
let folder: string
let schemas: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'policyforms-workshop-'))
  schemas = join(folder, 'schemas')
  await cp('schemas', schemas, { recursive: true })
  portal = await openPortal(schemas)
})

afterAll(async () => {
  await portal?.close()
  await rm(folder, { recursive: true, force: true })
})

const word = attachment([
  '附件1',
  '某省技术创新中心申报书',
  '一、申报单位',
  '单位名称：____________',
  '经费总额（单位：万元）：________',
  '二、建设方案',
  '（一）建设目标（限500字）',
  '三、主要人员',
  [
    ['序号', '姓名', '专业', '分工'],
    ['1', '', '', ''],
    ['2', '', '', ''],
  ],
  '四、经费预算（单位：万元）',
  [
    ['科目', '财政资金', '自筹资金'],
    ['设备费', '', ''],
    ['材料费', '', ''],
  ],
])

const policy = `第一条 为规范省技术创新中心管理，制定本办法。
第二条 牵头单位应当是在本省注册的独立法人。
第三条 建设经费由省财政和牵头单位共同承担。
`

const saved = (page: Page) => page.locator('.workbench-state .saving', { hasText: '已保存' }).waitFor()
const choose = (page: Page, name: string) => page.getByRole('row', { name }).click()
const call = async (page: Page, name: string) => {
  await page.getByRole('button', { name: /改名/ }).click()
  await page.getByLabel('姓名').fill(name)
  await page.getByRole('button', { name: '就用这个名字' }).click()
  await page.getByText(`您是：${name}`).waitFor()
}

/** One person asks, another publishes. */
const publish = async (page: Page, note: string) => {
  await page.getByRole('link', { name: '发布', exact: true }).click()
  await call(page, '王工')
  await page.getByLabel('说明改了什么、为什么改').fill(note)
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByRole('heading', { name: '待审核' }).waitFor()
  await call(page, '李工')
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByText('已发布。').first().waitFor()
}

it('goes from an attachment to a published template, to a draft, and on to its next version', {
  timeout: 300_000,
}, async () => {
  const page = await portal.open('/workshop')
  await page.getByRole('link', { name: '新建地区' }).click()
  await page.locator('input[type=file]').setInputFiles({
    name: '附件1.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(word),
  })
  await page.getByRole('button', { name: '确认“单位名称”' }).click()
  await page.getByLabel('名称：单位名称').fill('牵头单位名称')
  expect(await axeFaults(page)).toEqual([])
  await page.getByLabel('地区的全称').fill('云岭省')
  await page.getByLabel('文件夹名').fill('yunling')
  await page.getByRole('button', { name: '新建', exact: true }).click()

  // In the workshop: the fields that it read, one renamed, a rule on the money.
  await choose(page, '申报单位')
  await choose(page, '经费总额')
  const key = page.getByLabel('键', { exact: true })
  await key.fill('total')
  await key.press('Enter')
  // What follows a renamed field is loaded when it is first asked for; then the panel is that of the new key.
  await page.locator('button[title*="的键"]').waitFor()
  await page.getByText('更多设置').click()
  await page.getByRole('button', { name: '添一条规则' }).click()
  const rule = page.locator('[data-keyword="x-rules"]')
  await rule.getByRole('textbox', { name: '应当成立的判断' }).fill('self > 0')
  await rule.getByLabel('不成立时的提示').fill('经费总额应大于 0。')
  await rule.getByLabel('编号').fill('total-given')
  await saved(page)
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByRole('button', { name: '重做' }).click()
  await saved(page)

  // The policy, cut into clauses; two of them hung on what carries them.
  await page.getByRole('link', { name: '条款', exact: true }).click()
  await page.getByRole('button', { name: '读入政策原文' }).click()
  await page.getByLabel('政策全称').fill('云岭省技术创新中心管理办法')
  await page.getByLabel('或者贴入原文').fill(policy)
  await page.getByRole('button', { name: '读入并分条' }).click()
  for (const [clause, field] of [
    ['第二条', '牵头单位名称'],
    ['第三条', '经费总额'],
  ] as const) {
    await page.getByRole('button', { name: new RegExp(clause) }).click()
    await page.getByRole('button', { name: `挂到${field}`, exact: true }).click()
  }
  await page.getByText('已落实 2 / 3').waitFor()
  await saved(page)
  expect(await axeFaults(page)).toEqual([])

  await publish(page, '第一版')
  const path = join(schemas, 'yunling', 'application.schema.json')
  expect(await readFile(path, 'utf8')).toContain('total-given')

  // An applicant fills it.
  const fill = await portal.open('/new')
  await fill.getByRole('heading', { name: '云岭省' }).waitFor()
  await beginDraft(fill, 'yunling', '某省技术创新中心申报书')
  await openSection(fill, '申报单位')
  await fill.locator('[data-at="/applicant/total"] input').fill('120.5')
  await fill.keyboard.press('Control+s')
  await fill.locator('.saving', { hasText: '已保存于' }).waitFor()
  await fill.close()

  // The next version calls it something else: the draft is known to follow before anybody publishes.
  await page.getByRole('link', { name: '搭建', exact: true }).click()
  await choose(page, '经费总额')
  await key.fill('funding')
  await key.press('Enter')
  await saved(page)
  await page.getByRole('link', { name: '发布', exact: true }).click()
  await page.getByRole('button', { name: '升为 0.2.0' }).click()
  await page.getByText('挪了地方 1 处').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await publish(page, '第二版：改名')
  await page.getByRole('row', { name: /第 2 版/ }).waitFor()
  expect(JSON.parse(await readFile(path, 'utf8')).properties.applicant.properties.funding['x-was']).toBe('total')
  expect(portal.complaints).toEqual([])
})
