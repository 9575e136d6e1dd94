import { beforeEach, expect, test } from 'vitest'
import { formFaults } from './form-faults.ts'
import { answersOf, mount } from './open-page.ts'
import { field, section, table, templateOf } from './template-of.ts'
import { page, pages } from './the-page.ts'

const refersTo = (path: string, list: string) => ({ refers: { table: path.split('.'), show: ['name'] }, list })

const template = templateOf([
  section('s', '知识产权和任务', [
    table('ip', '知识产权', [field('text', 'name', '名称')], {
      rowNumber: { prefix: 'IP', digits: 2, title: '编号' },
    }),
    table(
      'tasks',
      '任务',
      [
        field('text', 'name', '任务名称'),
        field('reference', 'ip', '依托的知识产权', refersTo('s.ip', 'ip')),
        field('references', 'after', '在先任务', refersTo('s.tasks', 'tasks')),
      ],
      { rowNumber: { prefix: '任务', digits: 1, title: '编号' } },
    ),
    field('references', 'key', '核心知识产权', refersTo('s.ip', 'ip')),
  ]),
  section('t', '经费', [
    table('costs', '支出', [field('reference', 'task', '用于哪项任务', refersTo('s.tasks', 'tasks'))], {}),
  ]),
])
const initial = {
  s: {
    ip: [{ name: '甲专利' }, { id: 'k7', name: '乙专利' }, { name: '丙专利' }],
    tasks: [
      { name: '研制', ip: 'k7' },
      { name: '试验', after: ['任务1'] },
    ],
    key: ['IP01', 'k7'],
  },
  t: { costs: [{ task: '任务1' }] },
}

beforeEach(() => mount(page, template, { initial }))

const cell = (at: string) => page.locator(`[id="at/${at}"]`)
const fill = async (at: string, text: string) => {
  await cell(at).click()
  await page.keyboard.type(text)
}
const menu = async (row: number, action: RegExp, of = page) => {
  await of
    .locator('[data-at="/s/ip"]')
    .getByRole('button', { name: `第 ${row} 行的操作` })
    .click()
  await of.getByRole('menuitem', { name: action }).click()
}

test('rows show their numbers, and references the numbers and names of their rows', async () => {
  await expect.poll(() => cell('s/tasks/0/ip').textContent()).toBe('IP02 乙专利')
  expect(await cell('s/tasks/1/after').textContent()).toBe('任务1 研制')
  expect(await page.locator('[data-at="/s/ip"] tbody .pf-row-head').allInnerTexts()).toEqual(['IP01', 'IP02', 'IP03'])
  expect(await page.locator('[data-at="/s/ip"] .pf-corner').textContent()).toBe('编号')
})

test('a row is found by typing and chosen, and never itself', async () => {
  await fill('s/tasks/1/ip', '丙')
  await page.keyboard.press('Enter')
  expect(await answersOf(page)).toMatchObject({ s: { tasks: [{}, { ip: 'IP03' }] } })
  await cell('s/tasks/1/after').click()
  await page.locator('[id="at/s/tasks/1/after-control"]').press('ArrowDown')
  await page.getByText('已全部选上').waitFor()
  await fill('s/tasks/0/after', '任务')
  expect(await page.getByRole('option').allInnerTexts()).toEqual(['任务2 试验'])
  await page.keyboard.press('Enter')
  expect(await answersOf(page)).toMatchObject({ s: { tasks: [{ after: ['任务2'] }, {}] } })
})

test('a number alone is enough, and what names no row is kept and said', async () => {
  await fill('s/tasks/1/ip', 'ip1')
  await page.keyboard.press('Tab')
  expect(await answersOf(page)).toMatchObject({ s: { tasks: [{}, { ip: 'IP01' }] } })
  await fill('s/tasks/0/ip', 'IP77')
  await page.keyboard.press('Tab')
  await page.getByText('“知识产权”里没有所引用的这一行（IP77）').first().waitFor()
})

test('a key that overtakes what waits for the release of a button changes nothing about what is said', async () => {
  // As on a busy machine: the whole of it comes before the page has had a turn.
  await page.evaluate(async () => {
    const at = (id: string) => document.getElementById(id)
    const press = (type: string) => window.dispatchEvent(new PointerEvent(type))
    press('pointerdown')
    at('at/s/key')?.focus()
    press('pointerup')
    at('at/s/ip/0/name')?.focus()
    await new Promise((resolve) => setTimeout(resolve, 50))
  })
  expect(await page.locator('.pf-guide h3').textContent()).toBe('名称')
})

test('a name that is changed is changed wherever the row is mentioned, also while it is typed', async () => {
  await cell('s/ip/1/name').click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('新名称')
  await expect.poll(() => cell('s/tasks/0/ip').textContent()).toBe('IP02 新名称')
  await expect.poll(() => page.locator('.pf-chosen li').nth(1).textContent()).toMatch(/^IP02 新名称/)
})

test('rows that move take their mentions along', async () => {
  await menu(2, /上移/)
  await expect.poll(() => cell('s/tasks/0/ip').textContent()).toBe('IP01 乙专利')
  expect(await page.locator('.pf-chosen li').allInnerTexts()).toEqual([
    expect.stringMatching(/^IP02 甲专利/),
    expect.stringMatching(/^IP01 乙专利/),
  ])
})

test('a row that is referred to is deleted only when one insists, and comes back as it was', async () => {
  await menu(2, /删除本行/)
  const question = page.getByRole('alertdialog')
  await question.waitFor()
  expect(await question.textContent()).toContain('IP02 乙专利被 2 处引用')
  expect(await question.getByRole('listitem').allInnerTexts()).toEqual([
    '知识产权和任务：任务 第 1 行（任务1） “依托的知识产权”',
    '知识产权和任务：“核心知识产权”',
  ])
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('不删除')
  await page.keyboard.press('Escape')
  expect(await question.count()).toBe(0)
  expect(await answersOf(page)).toMatchObject({ s: { ip: [{}, { id: 'k7' }, {}] } })
  await menu(2, /删除本行/)
  await question.getByRole('button', { name: '仍然删除' }).click()
  await page.getByText('没有所引用的这一行').first().waitFor()
  expect(await page.locator('[data-at="/s/ip"] tbody .pf-row-head').allInnerTexts()).toEqual(['IP01', 'IP02'])
  await page.getByRole('button', { name: '撤销' }).click()
  await expect.poll(() => cell('s/tasks/0/ip').textContent()).toBe('IP02 乙专利')
  await menu(3, /删除本行/)
  expect(await question.count()).toBe(0)
})

test('a new row gets an id that none has had, a copy too', async () => {
  await menu(3, /删除本行/)
  await page.locator('[data-at="/s/ip"]').getByRole('button', { name: '添加一行' }).click()
  await page.keyboard.type('丁专利')
  await menu(1, /复制本行/)
  const answers = await answersOf(page)
  const rows = Object(answers.s).ip as { id: string; name: string }[] // the template has them
  expect(rows.map(({ name }) => name)).toEqual(['甲专利', '甲专利', '乙专利', '丁专利'])
  const ids = rows.map(({ id }) => id)
  expect(new Set([...ids, 'IP03']).size).toBe(5)
  expect(ids[0]).toBe('IP01')
})

test('without rows it is said which table to fill first, and one is led there', async () => {
  await mount(page, template, { initial: {}, section: 't' })
  await cell('t/costs/0/task').click()
  await page.getByRole('button', { name: '先填写“任务”' }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('at/s/tasks/0/name-control')
})

test('on a phone the number is the name of the card, and nothing is against accessibility', async () => {
  const phone = await pages.open(390)
  await mount(phone, template, { initial })
  expect(await phone.locator('[data-at="/s/ip"] .pf-card-name strong').allInnerTexts()).toEqual([
    'IP01',
    'IP02',
    'IP03',
  ])
  await phone.locator('[data-at="/s/ip"]').getByRole('button', { name: '第 2 行的操作' }).click()
  await phone.getByRole('menuitem', { name: /删除本行/ }).click()
  await phone.getByRole('alertdialog').waitFor()
  expect(await formFaults(phone)).toEqual([])
  await phone.close()
  expect(pages.complaints).toEqual([])
})
