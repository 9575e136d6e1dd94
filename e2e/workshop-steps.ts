import type { Page } from 'playwright-core'

/* What a person does again and again in the workshop. */

export const saved = (page: Page) => page.locator('.workbench-state .saving', { hasText: '已保存' }).waitFor()

export const openTab = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click()

export const choose = (page: Page, name: string) => page.getByRole('row', { name }).click()

/** Another key for the node in hand. What names it is loaded when it is first asked for; then everything follows. */
export const rename = async (page: Page, to: string) => {
  const key = page.getByLabel('键', { exact: true })
  await key.fill(to)
  await key.press('Enter')
  await page.locator('button[title*="的键"]').waitFor()
}

/** Hangs clauses on what carries them. */
export const hang = async (page: Page, clauses: Readonly<Record<string, string>>) => {
  for (const [clause, field] of Object.entries(clauses)) {
    await page.getByRole('button', { name: new RegExp(clause) }).click()
    await page.getByRole('button', { name: `挂到${field}`, exact: true }).click()
  }
}

/** Keeps what is being tried as an example; `expecting` is what the page says of it. */
export const keepExample = async (page: Page, name: string, expecting: string) => {
  await page.getByRole('button', { name: '存为例子' }).click()
  await page.getByLabel('例子的名称').fill(name)
  await page.getByText(expecting).waitFor()
  await page.getByRole('button', { name: /^(存为新|更新这个)例子$/ }).click()
}

const call = async (page: Page, name: string) => {
  await page.getByRole('button', { name: /改名/ }).click()
  await page.getByLabel('姓名').fill(name)
  await page.getByRole('button', { name: '就用这个名字' }).click()
  await page.getByText(`您是：${name}`).waitFor()
}

/** One person asks, another publishes. */
export const publish = async (page: Page, note: string) => {
  await openTab(page, '发布')
  await call(page, '王工')
  await page.getByLabel('说明改了什么、为什么改').fill(note)
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByRole('heading', { name: '待审核' }).waitFor()
  await call(page, '李工')
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByText('已发布。').first().waitFor()
}
