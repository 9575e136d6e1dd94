import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from 'playwright-core'
import { fillEverything } from '../conformance/fill-everything.ts'
import { kindCases } from '../conformance/kinds.ts'
import { beginDraft, openPortal } from '../open-portal.ts'
import { openSection } from '../typist.ts'

/* Draws the pictures of the reference, from the form and the preview of Word as they are. Run by hand: `pnpm pictures`. */

const folder = fileURLToPath(new URL('../../docs/guide/pictures/', import.meta.url))
const shoot = (what: Locator, name: string) => what.screenshot({ path: `${folder}${name}.png`, animations: 'disabled' })

const field = (page: Page, place: string) => page.locator(`[data-at="${place}"]:not(td)`).last()

const drawForm = async (page: Page) => {
  for (const [section, prefix] of [
    ['各种字段', '/kinds/'],
    ['表格与矩阵', '/tables/'],
  ] as const) {
    await openSection(page, section)
    for (const [kind, { at }] of Object.entries(kindCases))
      if (at.startsWith(prefix)) await shoot(field(page, at), kind)
  }
  for (const [name, at] of Object.entries({ group: '/tables/team', table: '/tables/people', matrix: '/tables/budget' }))
    await shoot(page.locator(`[data-at="${at}"]`).first(), name)
}

const drawWord = async (page: Page) => {
  await page.getByRole('button', { name: '预览 Word' }).click()
  const tables = page.locator('.preview table')
  await tables.first().waitFor()
  for (const [name, words] of Object.entries({ group: '带头人姓名', table: '投入月数', matrix: '差旅会议' }))
    await shoot(tables.filter({ hasText: words }).last(), `${name}-word`)
}

await mkdir(folder, { recursive: true })
const portal = await openPortal('fixtures/schemas')
try {
  const page = await portal.open('/new', { viewport: { width: 1000, height: 900 } })
  await beginDraft(page, 'everything', '全式样申报书')
  await fillEverything(page, async () => '')
  await drawForm(page)
  await drawWord(page)
} finally {
  await portal.close()
}
