import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeFaults } from './axe-faults.ts'
import { openPortal, type Portal } from './open-portal.ts'

/* A person without a mouse goes from nothing to a template that is sent for review. */

let portal: Portal
let schemas: string
beforeAll(async () => {
  schemas = await mkdtemp(join(tmpdir(), 'policyforms-keyboard-'))
  await cp('apps/server/src/sample/schemas', schemas, { recursive: true })
  portal = await openPortal(schemas)
})
afterAll(async () => {
  await portal?.close()
  await rm(schemas, { recursive: true, force: true })
})

const isInHand = (locator: Locator) =>
  locator.evaluate((element) => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    return element.contains(active)
  })

/** Tabs until something is in hand. What cannot be reached so fails the story. */
const reach = async (locator: Locator, key = 'Tab'): Promise<void> => {
  await locator.waitFor()
  for (let tabs = 0; tabs < 200; tabs++) {
    if (await isInHand(locator)) return
    await locator.page().keyboard.press(key)
  }
  throw new Error(`No key leads to ${locator}`)
}
const press = async (locator: Locator, back?: 'Shift+Tab') => {
  await reach(locator, back)
  await locator.page().keyboard.press('Enter')
}
const type = async (locator: Locator, text: string) => {
  await reach(locator)
  await locator.page().keyboard.press('Control+a')
  await locator.page().keyboard.insertText(text)
}
const tab = (page: Page, name: string) => press(page.getByRole('link', { name, exact: true }), 'Shift+Tab')

const outline = `某省重点实验室申报书
一、基本信息
实验室名称：________
经费总额（单位：万元）：________
`

it('builds, tries and sends a template for review without a mouse', { timeout: 180_000 }, async () => {
  const page = await portal.open('/workshop')
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  await press(page.getByRole('link', { name: '新建地区' }))
  await type(page.getByLabel('或者把提纲粘贴在这里'), outline)
  await press(button('读提纲'))
  await type(page.getByLabel('地区的全称'), '海岳省')
  await type(page.getByLabel('文件夹名'), 'haiyue')
  await page.keyboard.press('Enter')

  // The outline by arrows; a field is added, called something, moved, and all of it undone and done again.
  const rows = page.getByRole('treegrid', { name: '模板的结构' }).getByRole('row')
  const titles = () => rows.locator('.outline-title').allInnerTexts()
  await reach(page.getByRole('treegrid', { name: '模板的结构' }))
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowDown')
  await press(page.locator('.build-tools summary'), 'Shift+Tab')
  await press(page.locator('.build-tools .menu-items').getByRole('button').nth(4))
  await expect.poll(titles).toHaveLength(4)
  await type(page.locator('[data-keyword="title"] input'), '联系人')
  await expect.poll(titles).toContain('联系人')
  const before = await titles()
  await press(button('上移'), 'Shift+Tab')
  await expect.poll(titles).not.toEqual(before)
  await press(button('撤销'), 'Shift+Tab')
  await expect.poll(titles).toEqual(before)
  await press(button('重做'))
  await expect.poll(titles).not.toEqual(before)

  // The same from the outline itself.
  await reach(rows.last(), 'Shift+Tab')
  const held = await titles()
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(titles).toEqual(before)
  await page.keyboard.press('Delete')
  await expect.poll(titles).toHaveLength(3)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(titles).toEqual(held)
  await reach(page.getByRole('treegrid', { name: '模板的结构' }))
  await page.keyboard.press('Home')
  const chosen = page.getByRole('row', { selected: true })
  for (let i = 0; i < 4 && !(await chosen.allInnerTexts()).join().includes('联系人'); i++)
    await page.keyboard.press('ArrowDown')

  await press(page.locator('.more-properties > summary'))
  await press(button('添一条规则'))
  const rule = page.locator('[data-keyword="x-rules"]')
  await type(rule.getByRole('textbox', { name: '应当成立的判断' }), 'self != "无"')
  await page.keyboard.press('Escape')
  await type(rule.getByLabel('不成立时的提示'), '联系人不能写“无”。')
  expect(await axeFaults(page)).toEqual([])

  await tab(page, '条款')
  await press(button('读入政策原文'))
  await type(page.getByLabel('政策全称'), '海岳省重点实验室管理办法')
  await type(page.getByLabel('或者贴入原文'), '第一条 为规范管理，制定本办法。\n第二条 实验室应当有固定联系人。\n')
  await press(button('读入并分条'))
  await press(page.getByRole('button', { name: /第二条/ }))
  await press(button('挂到联系人'))
  await page.getByText('已落实 1 / 2').waitFor()

  await tab(page, '试填')
  await page.frameLocator('.preview-cell iframe').locator('.pf-title').waitFor()
  await tab(page, '发布')
  await type(page.getByLabel('说明改了什么、为什么改'), '第一版')
  // Who has not said a name is asked for it, and goes on.
  await press(button('送审'))
  await type(page.getByLabel('姓名'), '王工')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '待审核' }).waitFor()
  expect(portal.complaints).toEqual([])
})
