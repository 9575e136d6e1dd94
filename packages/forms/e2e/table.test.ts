import { expect, test } from 'vitest'
import { answersOf, mount } from './open-page.ts'
import { expression, field, get, listOfTitles, matrix, section, table, templateOf } from './template-of.ts'
import { page, pages } from './the-page.ts'

const heads = (...titles: string[]) => titles.map((title, i) => ({ key: `k${i + 1}`, title }))

const template = templateOf(
  [
    section('s', '表格', [
      table(
        'rows',
        '共建单位',
        [
          field('text', 'name', '名称', { required: true }),
          field('choice', 'type', '类型', { list: 'types' }),
          field('money', 'amount', '出资额', { unit: '万元', places: 2, minimum: 0 }),
          field('percent', 'share', '比例', { places: 2 }),
          field('money', 'half', '一半', { unit: '万元', places: 2, compute: expression({ op: 'list', items: [] }) }),
          field('narrative', 'note', '说明'),
        ],
        { totals: ['amount', 'share'] },
      ),
      matrix('funds', '经费', field('money', 'cell', '金额', { unit: '万元', places: 2 }), {
        corner: '来源',
        rows: heads('企业', '财政'),
        columns: heads('第一年', '第二年'),
      }),
      table('marks', '评分', [field('text', 'what', '指标'), field('number', 'score', '得分', { maximum: 100 })], {
        fixedRows: [{ what: '产出' }, { what: '服务' }],
      }),
      table(
        'long',
        '很长的表',
        Array.from({ length: 8 }, (_, i) => field('text', `c${i}`, `列 ${i}`)),
      ),
    ]),
  ],
  {
    lists: { types: listOfTitles('types', ['企业', '高校', '科研院所']) },
    derivations: [
      {
        path: ['s', 'rows', '*', 'half'],
        is: 'compute',
        expression: expression({
          op: 'binary',
          operator: '/',
          left: get('row.amount'),
          right: { op: 'literal', type: 'number', value: '2' },
        }),
      },
    ],
  },
)

const cell = (row: number, column: string, of = 'rows') => page.locator(`[id="at/s/${of}/${row}/${column}"]`)
const paste = (text: string) =>
  page.evaluate((block) => {
    const data = new DataTransfer()
    data.setData('text/plain', block)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, text)
const focused = () => page.evaluate(() => document.activeElement?.closest('td')?.id)
const rows = async () => {
  const answers = await answersOf(page)
  return JSON.parse(JSON.stringify(answers)).s?.rows
}

test('keys move as in a sheet, typing replaces, Enter below the last row adds one', async () => {
  await mount(page, template)
  await cell(0, 'name').click()
  await page.keyboard.type('包钢集团')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('1,200.5')
  await page.keyboard.press('Tab')
  await page.keyboard.type('６０')
  await page.keyboard.press('ArrowLeft')
  expect(await focused()).toBe('at/s/rows/0/share')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.closest('td')?.id === 'at/s/rows/1/name')
  await page.keyboard.type('内蒙古大学')
  await page.keyboard.press('ArrowUp')
  expect(await focused()).toBe('at/s/rows/0/name')
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toBe('at/s/rows/0/type')
  await page.keyboard.press('Shift+Tab')
  expect(await focused()).toBe('at/s/rows/0/name')
  expect(await rows()).toEqual([{ name: '包钢集团', amount: 1200.5, share: 60 }, { name: '内蒙古大学' }])
  await expect.poll(() => cell(0, 'half').textContent()).toBe('600.25')
})

test('a block from Excel fills cells, adds rows, keeps what it cannot read, and is undone', async () => {
  await mount(page, template, { initial: { s: { rows: [{ name: '原有' }] } } })
  await cell(0, 'name').click()
  await paste(
    '甲公司\t企业\t"1,000.00"\t50\t\t一段\r\n"乙\n大学"\t高校\t约三百万\t50\t\t二段\r\n丙所\t研究所\t300\t\t\t\t多出来的\r\n',
  )
  expect(await rows()).toEqual([
    { name: '甲公司', type: 'c1', amount: 1000, share: 50, note: '一段' },
    { name: '乙 大学', type: 'c2', amount: '约三百万', share: 50, note: '二段' },
    { name: '丙所', type: '研究所', amount: 300 },
  ])
  await page.getByText('已粘贴 15 格；其中 2 格未能识别，已保留原文并标出；表外的 1 格未写入：多出来的').waitFor()
  await page.getByRole('button', { name: /第 2 行 出资额：.*约三百万/ }).click()
  expect(await focused()).toBe('at/s/rows/1/amount')
  expect(await cell(1, 'amount').locator('input').inputValue()).toBe('约三百万')
  await expect.poll(() => page.locator('#at\\/s\\/rows tfoot').textContent()).toBe('合计1,300.00100.00')
  await page.getByRole('button', { name: '撤销' }).click()
  expect(await rows()).toEqual([{ name: '原有' }])
})

test('rows are duplicated, moved and deleted, and a deletion is undone after other edits', async () => {
  await mount(page, template, { initial: { s: { rows: [{ name: '一' }, { name: '二' }, { name: '三' }] } } })
  const act = async (row: number, action: RegExp) => {
    await page
      .locator('[id="at/s/rows"]')
      .getByRole('button', { name: `第 ${row} 行的操作` })
      .click()
    await page.getByRole('menuitem', { name: action }).click()
  }
  await act(1, /下移/)
  expect(await rows()).toEqual([{ name: '二' }, { name: '一' }, { name: '三' }])
  await act(3, /复制/)
  expect(await rows()).toHaveLength(4)
  await act(1, /删除/)
  await cell(0, 'name').click()
  await page.keyboard.type('改过')
  await page.getByRole('button', { name: '撤销' }).click()
  expect(await rows()).toEqual([{ name: '二' }, { name: '改过' }, { name: '三' }, { name: '三' }])
})

test('a matrix adds up both ways while it is filled', async () => {
  await mount(page, template)
  for (const [row, column, value] of [
    ['k1', 'k1', '0.1'],
    ['k1', 'k2', '0.2'],
    ['k2', 'k1', '100'],
  ] as const) {
    await page.locator(`[id="at/s/funds/${row}/${column}"]`).click()
    await page.keyboard.type(value)
  }
  await page.keyboard.press('Enter')
  expect(JSON.parse(JSON.stringify(await answersOf(page))).s.funds).toEqual({
    k1: { k1: 0.1, k2: 0.2 },
    k2: { k1: 100 },
  })
  await expect
    .poll(() => page.locator('#at\\/s\\/funds tbody tr').first().locator('td').last().textContent())
    .toBe('0.30')
  expect(await page.locator('#at\\/s\\/funds tfoot').textContent()).toBe('合计100.100.20100.30')
})

test('rows that the template gives are filled beside, not changed, and neither come nor go', async () => {
  await mount(page, template)
  expect(await cell(1, 'what', 'marks').textContent()).toBe('服务')
  await cell(0, 'what', 'marks').click()
  await page.keyboard.type('改')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('90')
  await page.keyboard.press('Enter')
  await page.keyboard.type('80')
  await page.keyboard.press('Enter')
  expect(JSON.parse(JSON.stringify(await answersOf(page))).s.marks).toEqual([{ score: 90 }, { score: 80 }])
  await cell(0, 'what', 'marks').click()
  await paste('甲\t1\n乙\t2\n丙\t3')
  expect(JSON.parse(JSON.stringify(await answersOf(page))).s.marks).toEqual([{ score: 1 }, { score: 2 }])
  await page.getByText('已粘贴 2 格；表外的 2 格未写入：丙、3').waitFor()
})

test('five hundred rows open and answer at once', async () => {
  const long = Array.from({ length: 500 }, (_, i) =>
    Object.fromEntries(Array.from({ length: 8 }, (_, j) => [`c${j}`, `${i}-${j}`])),
  )
  await mount(page, template, { initial: { s: { long } } })
  const edit = (row: number) =>
    page.evaluate(async (at) => {
      const target = document.getElementById(`at/s/long/${at}/c3`)
      const before = performance.now()
      target?.focus()
      await new Promise((resolve) => setTimeout(resolve))
      document.execCommand('insertText', false, '改')
      window.harness.controls().flush()
      target?.getBoundingClientRect()
      return performance.now() - before
    }, row)
  // The best of three: the machine may be busy with something else.
  const took = Math.min(await edit(250), await edit(251), await edit(252))
  expect(took).toBeLessThan(500)
  const answers = JSON.parse(JSON.stringify(await answersOf(page)))
  expect(answers.s.long[250].c3).toBe('改')
  expect(answers.s.long[499].c7).toBe('499-7')
})

test('on a phone each row is a card that opens', async () => {
  const phone = await pages.open(390)
  await mount(phone, template, { initial: { s: { rows: [{ name: '包钢', amount: 5 }] } } })
  await phone.getByRole('button', { name: /^第 1 行 ?包钢/ }).click()
  await phone.getByLabel('名称').fill('包钢股份')
  await phone.getByRole('button', { name: '添加一行' }).first().click()
  await phone.waitForFunction(() => document.activeElement?.id === 'at/s/rows/1/name')
  await phone.keyboard.type('新单位')
  expect(JSON.parse(JSON.stringify(await answersOf(phone))).s.rows).toEqual([
    { name: '包钢股份', amount: 5 },
    { name: '新单位' },
  ])
  await phone.close()
})

test('nothing was refused by the policy or complained of by React', () => {
  expect(pages.complaints).toEqual([])
})
