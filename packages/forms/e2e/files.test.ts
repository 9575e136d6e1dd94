import { beforeAll, expect, test } from 'vitest'
import { answersOf, mount } from './open-page.ts'
import { field, section, table, templateOf } from './template-of.ts'
import { page, pages } from './the-page.ts'

const files = { accept: ['.pdf'], maxBytes: 1024, maxItems: 2 }
const template = templateOf([
  section('s', '附件', [
    field('attachment', 'attachment', '附件', files),
    field('picture', 'picture', '照片', { accept: ['.png'] }),
    table('rows', '名单', [
      field('text', 'name', '姓名'),
      field('attachment', 'proof', '证明', files),
      field('picture', 'photo', '照片', { accept: ['.png'] }),
    ]),
  ]),
])

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const pdf = (name: string, size = 10) => ({ name, mimeType: 'application/pdf', buffer: Buffer.alloc(size, 'x') })
const picture = { name: '照片.png', mimeType: 'image/png', buffer: png }

beforeAll(async () => {
  await page.route('**/files/**', (route) => route.fulfill({ contentType: 'image/png', body: png }))
})

const answer = async (key: string) => JSON.parse(JSON.stringify(await answersOf(page))).s?.[key]
const picker = (place: string) => page.locator(`[data-at="/s/${place}"] input[type=file]`)
const act = async (row: number, action: RegExp) => {
  await page.getByRole('button', { name: `第 ${row} 行的操作` }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

test('files are checked before they are sent, sent with progress, and removed with undo', async () => {
  await mount(page, template)
  await picker('attachment').setInputFiles([pdf('a.exe'), pdf('大.pdf', 2000), pdf('坏.pdf'), pdf('等.pdf')])
  await page.getByText('“a.exe”的类型不符，请上传 .pdf').waitFor()
  await page.getByText(/“大.pdf”有 .*超过/).waitFor()
  await page.getByRole('progressbar', { name: '正在上传 等.pdf' }).waitFor()
  await page.evaluate(() => window.harness.arrive())
  await page.getByText('“坏.pdf”未能上传：服务器没有收下这个文件').waitFor()
  await page.getByRole('link', { name: '等.pdf' }).waitFor()
  expect(await answer('attachment')).toEqual([{ id: 'id-等.pdf', name: '等.pdf', size: 10 }])
  await page.getByRole('button', { name: '移除 等.pdf' }).click()
  expect(await answer('attachment')).toBeUndefined()
  await page.getByRole('button', { name: '撤销' }).click()
  expect(await answer('attachment')).toHaveLength(1)
})

/** What the picture at a place is as wide as, once it has been loaded under the policy. */
const thumbnail = (place: string) =>
  page.locator(`[data-at="/s/${place}"] img`).evaluate(async (image) => {
    if (!(image instanceof HTMLImageElement)) return 0
    await image.decode()
    return image.naturalWidth
  })

test('a picture shows itself, and is removed with undo', async () => {
  await mount(page, template)
  await picker('picture').setInputFiles(picture)
  await page.getByRole('link', { name: '照片.png' }).waitFor()
  expect(await thumbnail('picture')).toBe(1)
  await page.getByRole('button', { name: '移除 照片.png' }).click()
  expect(await answer('picture')).toBeUndefined()
  await page.getByRole('button', { name: '撤销' }).click()
  expect(await answer('picture')).toEqual([{ id: 'id-照片.png', name: '照片.png', size: png.length }])
})

test('so does a picture in a cell, after the focus has been elsewhere too', async () => {
  await mount(page, template, { initial: { s: { rows: [{ name: '甲' }] } } })
  await page.locator('[id="at/s/rows/0/photo"]').click()
  await picker('rows/0/photo').setInputFiles(picture)
  await page.getByRole('link', { name: '照片.png' }).waitFor()
  expect(await thumbnail('rows/0/photo')).toBe(1)
  await page.getByRole('button', { name: '移除 照片.png' }).click()
  expect(await answer('rows')).toEqual([{ name: '甲' }])
  await page.locator('[id="at/s/rows/0/name"]').click()
  await page.locator('[id="at/s/rows/0/photo"]').click()
  await page.getByRole('button', { name: '撤销' }).click()
  expect(await answer('rows')).toEqual([{ name: '甲', photo: [expect.objectContaining({ name: '照片.png' })] }])
})

test('what is being uploaded goes with its row, and ends when the row is deleted', async () => {
  const names = ['甲', '乙', '丙', '丁']
  await mount(page, template, { initial: { s: { rows: names.map((name) => ({ name })) } } })
  for (const row of [1, 2]) {
    await page.locator(`[id="at/s/rows/${row}/proof"]`).click()
    await picker(`rows/${row}/proof`).setInputFiles(pdf(`${names[row]}慢.pdf`))
  }
  await act(2, /上移/)
  await act(4, /在下方插入/)
  await act(2, /删除/)
  await act(2, /删除/)
  await page.getByRole('button', { name: '撤销' }).click()
  await page.waitForTimeout(2000)
  const proof = (await answer('rows')).map((row: { name?: string; proof?: unknown[] }) => [row.name, row.proof?.length])
  expect(proof).toEqual([
    ['乙', 1],
    ['丙', undefined],
    ['丁', undefined],
    [undefined, undefined],
  ])
})

test('nothing was refused by the policy or complained of by React', () => {
  expect(pages.complaints).toEqual([])
})
