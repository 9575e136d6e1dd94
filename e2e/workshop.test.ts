import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { attachment } from './attachment.ts'
import { axeFaults } from './axe-faults.ts'
import { beginDraft, openPortal, type Portal } from './open-portal.ts'
import { besideLabel, readExcel, readWord, rowWith } from './read-back.ts'
import { fillIn, fillRows, openSection } from './typist.ts'
import { choose, hang, keepExample, openTab, publish, rename, saved } from './workshop-steps.ts'

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

const received = attachment([
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

/** A file that the page gives, where another program reads it. */
const download = async (page: Page, name: string, file: string) => {
  await page.getByText('更多', { exact: true }).click()
  const [got] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
  const path = join(folder, file)
  await got.saveAs(path)
  return path
}

/** An amount stands otherwise while it is in hand than before. */
const write = async (input: Locator, text: string) => {
  await input.focus()
  await input.fill(text)
}

const inFolder = async (path: string) => JSON.parse(await readFile(join(schemas, 'yunling', path), 'utf8'))

it('goes from an attachment to a published template, to a draft, and on to its next version', {
  timeout: 300_000,
}, async () => {
  const page = await portal.open('/workshop')
  await page.getByRole('link', { name: '新建地区' }).click()
  await page.locator('input[type=file]').setInputFiles({
    name: '附件1.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(received),
  })
  await page.getByRole('button', { name: '确认“单位名称”' }).click()
  await page.getByLabel('名称：单位名称').fill('牵头单位名称')
  expect(await axeFaults(page)).toEqual([])
  await page.getByLabel('地区的全称').fill('云岭省')
  await page.getByLabel('行政区划代码').fill('990000')
  await page.getByLabel('文件夹名').fill('yunling')
  await page.getByRole('button', { name: '新建', exact: true }).click()

  // In the workshop: the fields that it read, one renamed, a rule on the money.
  await choose(page, '申报单位')
  await choose(page, '经费总额')
  await rename(page, 'total')
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
  await openTab(page, '条款')
  await page.getByRole('button', { name: '读入政策原文' }).click()
  await page.getByLabel('政策全称').fill('云岭省技术创新中心管理办法')
  await page.getByLabel('或者贴入原文').fill(policy)
  await page.getByRole('button', { name: '读入并分条' }).click()
  await hang(page, { 第二条: '牵头单位名称', 第三条: '经费总额' })
  await page.getByText('已落实 2 / 3').waitFor()
  await saved(page)
  expect(await axeFaults(page)).toEqual([])

  // Examples of how it is filled: one as it should be, and one that breaks the rule, which the check has been asking for.
  await page.getByText('1 处问题').waitFor()
  await openTab(page, '试填')
  await page.getByLabel('用什么内容试').selectOption('自动填满')
  const tried = page.frameLocator('.preview-cell iframe').locator('[data-at="/applicant/total"] input')
  await write(tried, '120.5')
  await page.locator('.answers-bar', { hasText: '没有问题' }).waitFor()
  await keepExample(page, 'complete', '这些内容没有错误')
  await write(tried, '0')
  await page.locator('.verdict', { hasText: '1 处问题' }).waitFor()
  await keepExample(page, 'invalid-no-money', '这些内容有 1 处问题，存为应当报出这些问题的例子')
  await page.getByRole('button', { name: '例子', exact: true }).click()
  await page.getByText('3 个例子，都与预期相符').waitFor()
  await page.getByText('应当报 1 处，违反规则 total-given').waitFor()
  await page.getByText('检查通过').waitFor()
  await saved(page)
  expect(await axeFaults(page)).toEqual([])

  await publish(page, '第一版')
  const broken = { code: 'rule', rule: 'total-given', at: '/applicant/total' }
  const example = 'examples/application/invalid-no-money.json'
  expect(await inFolder(example)).toMatchObject({ answers: { applicant: { total: 0 } }, issues: [broken] })

  // An applicant fills it, the table and the matrix too, and takes it away in Word and in Excel.
  const fill = await portal.open('/new', { acceptDownloads: true })
  await fill.getByRole('heading', { name: '云岭省' }).waitFor()
  await beginDraft(fill, 'yunling', '某省技术创新中心申报书')
  await openSection(fill, '申报单位')
  await fillIn(fill, '/applicant/qianTouOrganisationName', '云岭新材料研究院')
  await fillIn(fill, '/applicant/total', '120.5')
  await openSection(fill, '主要人员')
  await fillRows(fill, '/mainStaff/rows', [{ name: '张三', speciality: '材料学', duties: '总负责' }])
  await openSection(fill, '经费预算')
  await fillIn(fill, '/budget/cells/equipmentFei/publicFunds', '80')
  await fillIn(fill, '/budget/cells/materialFei/ownFunds', '40.5')
  await fill.keyboard.press('Control+s')
  await fill.locator('.saving', { hasText: '已保存于' }).waitFor()
  const word = await readWord(await download(fill, '下载 Word', '申报书.docx'))
  const excel = await readExcel(await download(fill, '下载 Excel', '申报书.xlsx'))
  expect(besideLabel(word, '经费总额')).toContain('120.50')
  expect(besideLabel(excel, '经费总额')).toContain('120.5')
  for (const file of [word, excel]) {
    expect(besideLabel(file, '牵头单位名称')).toContain('云岭新材料研究院')
    expect(rowWith(file, ['张三', '材料学', '总负责'])).toBeDefined()
  }
  expect(rowWith(word, ['设备费', '80.00'])).toBeDefined()
  expect(rowWith(word, ['材料费', '40.50'])).toBeDefined()
  expect(rowWith(excel, ['设备费', '80'])).toBeDefined()
  expect(rowWith(excel, ['材料费', '40.5'])).toBeDefined()
  const draft = fill.url()
  await fill.goto('about:blank')

  // The next version calls it something else: examples follow, and the draft is known to before anybody publishes.
  await openTab(page, '搭建')
  await choose(page, '经费总额')
  await rename(page, 'funding')
  await saved(page)
  await openTab(page, '发布')
  await page.getByRole('button', { name: '升为 0.2.0' }).click()
  await page.getByText('挪了地方 1 处').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await publish(page, '第二版：改名')
  await page.getByRole('row', { name: /第 2 版/ }).waitFor()
  const { applicant } = (await inFolder('application.schema.json')).properties
  expect(applicant.properties.funding['x-was']).toBe('total')
  expect(await inFolder(example)).toMatchObject({
    answers: { applicant: { funding: 0 } },
    issues: [{ ...broken, at: '/applicant/funding' }],
  })

  // The applicant comes back, sees what would become of the draft, and takes it over.
  await fill.goto(draft)
  await fill.getByText('现在的模板是 0.2.0 版').waitFor()
  await fill.getByRole('button', { name: '看看换到新版会怎样' }).click()
  const dialog = fill.getByRole('dialog')
  await dialog.getByRole('listitem').filter({ hasText: '换了位置' }).filter({ hasText: '经费总额' }).waitFor()
  expect(await axeFaults(fill)).toEqual([])
  await dialog.getByRole('button', { name: '换到新版' }).click()
  await fill.getByRole('dialog', { name: '已换到 0.2.0 版' }).waitFor()
  await dialog.getByRole('button', { name: '继续填写' }).click()
  await openSection(fill, '申报单位')
  const carried = fill.locator('[data-at="/applicant/funding"] input')
  await expect.poll(() => carried.inputValue().catch(() => '')).toBe('120.50')
  expect(besideLabel(await readWord(await download(fill, '下载 Word', '新版.docx')), '经费总额')).toContain('120.50')
  expect(portal.complaints).toEqual([])
})
