import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeFaults } from './axe-faults.ts'
import { openPortal, type Portal } from './open-portal.ts'

/* What a pack is beside its templates - the jurisdiction, code lists, the procedure - is edited as forms; no JSON typed. */

let portal: Portal
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'policyforms-pack-files-'))
  const schemas = join(folder, 'schemas')
  await cp('schemas', schemas, { recursive: true })
  portal = await openPortal(schemas)
})

afterAll(async () => {
  await portal?.close()
  await rm(folder, { recursive: true, force: true })
})

it('a code list is pasted from Excel, a procedure is drawn as it is written, a second template is added', {
  timeout: 300_000,
}, async () => {
  const page = await portal.open('/workshop')
  await page.getByRole('link', { name: '新建地区' }).click()
  await page.getByRole('button', { name: '从空白开始' }).click()
  await page.getByLabel('地区的全称').fill('云岭省')
  await page.getByLabel('文件夹名').fill('yunling')
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await page.getByRole('link', { name: '资料', exact: true }).click()

  // The jurisdiction: a wrong code is told, with the way to it, from wherever one is.
  const code = page.getByLabel('行政区划代码')
  await code.fill('5300')
  await page.getByRole('link', { name: '搭建', exact: true }).click()
  await page.getByText(/处问题/).click()
  await page
    .getByRole('button', { name: /行政区划代码/ })
    .first()
    .click()
  await code.fill('530000')
  await page.getByText('检查通过').waitFor()
  expect(await axeFaults(page)).toEqual([])

  // A code list with two levels and a threshold by region.
  await page.getByRole('button', { name: '添一张代码表' }).click()
  await page.getByLabel('代码表的名称').fill('地区档次')
  await page.getByLabel('文件名').fill('bands')
  await page.getByRole('button', { name: '添上', exact: true }).click()
  await page.getByRole('button', { name: '从 Excel 粘贴' }).click()
  await page.getByLabel('在 Excel 里选好').fill('一类\t甲市\n\t乙市\n二类\t丙市\n')
  await page.getByText('读出 5 项').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: '换成这 5 项' }).click()
  await page.getByRole('button', { name: '添一列参数' }).click()
  await page.getByLabel('参数的键').fill('threshold')
  await page.keyboard.press('Enter')
  await page.getByLabel('一类的 threshold').fill('3000')
  await page.keyboard.press('Enter')
  expect(await page.getByLabel('甲市的 threshold').getAttribute('placeholder')).toBe('3000')
  expect(await axeFaults(page)).toEqual([])

  // A procedure: a stage gets another key, and what names it follows.
  await page.getByRole('button', { name: '添办理程序' }).click()
  await page.locator('.pack-picture').getByText('退回修改').waitFor()
  const review = page.locator('[data-key="review"]')
  await review.locator('summary').first().click()
  await review.getByLabel('名称（必填）').fill('论证')
  await review.getByLabel('键').fill('judging')
  await page.keyboard.press('Enter')
  await page.locator('.pack-picture').getByText('论证').waitFor()
  await page.locator('[data-key="approve"] summary').first().click()
  expect(await page.locator('[data-key="approve"]').getByLabel('论证').first().isChecked()).toBe(true)
  await page.getByText('检查通过').waitFor()
  expect(await axeFaults(page)).toEqual([])

  // A second template from an outline, at once a form to build on; a copy of it, taken back.
  await page.getByText('已保存').waitFor()
  await page.getByRole('button', { name: '添一份材料' }).click()
  await page
    .getByLabel('或者把提纲粘贴在这里')
    .fill('云岭省年度报告\n一、年度情况\n总收入（万元）：____\n二、工作总结（限500字）')
  await page.getByRole('button', { name: '读提纲' }).click()
  await page.getByLabel('文件名').fill('annual-report')
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: '添上', exact: true }).click()
  await page.getByRole('heading', { name: '云岭省年度报告' }).waitFor()
  await page.getByRole('button', { name: '复制一份' }).click()
  await page.getByLabel('材料的名称').fill('半年报告')
  await page.getByLabel('文件名').fill('half-year')
  await page.getByRole('button', { name: '复制', exact: true }).click()
  await page.getByRole('heading', { name: '半年报告' }).waitFor()
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByRole('button', { name: '半年报告' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '云岭省年度报告' }).click()
  await page.locator('.pack-panel').getByRole('link', { name: '搭建' }).click()
  await page.getByRole('row', { name: '年度情况' }).waitFor()
  await page.getByText('检查通过').waitFor()
  expect(portal.complaints).toEqual([])
})
