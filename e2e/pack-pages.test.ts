import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Coverage, PackListing } from '../packages/core/src/index.ts'
import type { Procedure } from '../packages/procedure/src/index.ts'
import { axeFaults } from './axe-faults.ts'
import { openPortal, type Portal } from './open-portal.ts'

let portal: Portal
let folder: string
let packs: readonly PackListing[]

const asked = async <T>(path: string): Promise<T> => (await fetch(portal.url + path)).json()

/** Copies a pack of the project, and lets nothing carry one more clause of its first policy. */
const withUncovered = async (pack: string) => {
  const policies = join(folder, pack, 'policies')
  const [name = ''] = await readdir(policies)
  const policy = JSON.parse(await readFile(join(policies, name), 'utf8'))
  policy.clauses.push({ id: 'zz', heading: '无人落实的一条', gist: '应当做一件谁也没有写进材料的事。' })
  await writeFile(join(policies, name), JSON.stringify(policy))
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'policyforms-packs-'))
  await cp('schemas', folder, { recursive: true })
  await withUncovered('national')
  portal = await openPortal(folder)
  do packs = await asked('/api/packs')
  while (packs.some(({ isChecking }) => isChecking))
})

afterAll(async () => {
  await portal?.close()
  await rm(folder, { recursive: true, force: true })
})

const pagesOf = ({ id, hasProcedure, hasPolicies }: PackListing) => [
  ...(hasProcedure ? [`/packs/${id}/procedure`] : []),
  ...(hasPolicies ? [`/packs/${id}/coverage`] : []),
]

const isShown = (page: Page) => page.locator('.course-picture, .clause').first().waitFor()

it.each(['light', 'dark'] as const)(
  'every pack’s procedure and coverage can be used by everybody, in %s',
  async (colorScheme) => {
    const page = await portal.open('/', { colorScheme })
    const seen: Record<string, readonly string[]> = {}
    // One page of clauses is like another, and long to look at.
    for (const path of [
      ...packs.flatMap(pagesOf).filter((one) => one.endsWith('/procedure')),
      '/packs/national/coverage',
    ]) {
      await page.goto(portal.url + path)
      await isShown(page)
      seen[path] = await axeFaults(page)
    }
    expect(Object.keys(seen).length).toBeGreaterThan(1)
    expect(Object.entries(seen).filter(([, faults]) => faults.length > 0)).toEqual([])
  },
)

it('fits a phone: only the picture scrolls sideways', async () => {
  const page = await portal.open('/', { viewport: { width: 390, height: 844 } })
  for (const path of ['/new', ...packs.flatMap(pagesOf)]) {
    await page.goto(portal.url + path)
    await (path === '/new' ? page.locator('.template').first().waitFor() : isShown(page))
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390)
  }
})

it('draws a procedure and says the same in words, each with its clause', async () => {
  for (const { id } of packs.filter(({ hasProcedure }) => hasProcedure)) {
    const procedure = await asked<Procedure>(`/api/packs/${id}/procedure`)
    const page = await portal.open('/new')
    await page.locator(`#${id}`).getByRole('link', { name: '程序', exact: true }).click()
    const picture = page.locator('.course-picture')
    await picture.waitFor()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(procedure.title)

    expect(await picture.getByRole('link').count()).toBe(procedure.stages.length)
    // Lines are broken anywhere in the picture.
    const drawn = ((await picture.textContent()) ?? '').replaceAll(' ', '')
    const words = (await page.locator('.course-beside, .course-words').allTextContents()).join('').replaceAll(/\s/g, '')
    for (const { title } of [...procedure.stages, ...procedure.transitions]) {
      expect(drawn).toContain(title.replaceAll(' ', ''))
      expect(words).toContain(title.replaceAll(/\s/g, ''))
    }
    for (const { title } of [...procedure.obligations, ...procedure.consequences, ...procedure.parameters])
      expect(words).toContain(title.replaceAll(/\s/g, ''))

    const [first] = procedure.stages
    await picture.getByRole('link').first().click()
    const entry = page.locator(`#stage-${first?.id}`)
    expect(new URL(page.url()).hash).toBe(`#stage-${first?.id}`)
    const clause = procedure.cited[first?.clauses[0] ?? '']
    if (clause) {
      await entry.locator('.clauses > summary').first().click()
      await entry.getByText(clause.gist).first().waitFor()
    }
    await page.context().close()
  }
})

it('shows what carries each clause, what nothing carries first, and why some ask nothing', async () => {
  const { policies } = await asked<Coverage>('/api/packs/national/coverage')
  const page = await portal.open('/new')
  await page.locator('#national').getByRole('link', { name: '条款落实' }).click()
  await page.getByText(/^\d+ 条没有落实$/).waitFor()
  expect(await page.locator('.clause h3').first().textContent()).toBe('无人落实的一条')
  expect(await page.locator('.clause').count()).toBe(policies.flatMap(({ clauses }) => clauses).length)
  const idle = policies.flatMap(({ clauses }) => clauses).find(({ asksNothing }) => asksNothing)
  await page
    .getByText(idle?.asksNothing ?? '')
    .first()
    .waitFor()
  const entry = page
    .locator('.clause')
    .filter({ has: page.getByRole('button', { name: /^还有/ }) })
    .first()
  const before = await entry.locator('.carriers li').count()
  await entry.getByRole('button', { name: /^还有/ }).first().click()
  expect(await entry.locator('.carriers li').count()).toBeGreaterThan(before)
})

it('narrows the clauses down by how they stand, by what carries them and by their words', async () => {
  const page = await portal.open('/packs/national/coverage')
  await page.getByRole('button', { name: /^没有落实/ }).click()
  await expect.poll(() => page.locator('.clause h3').allTextContents()).toEqual(['无人落实的一条'])
  await page.getByRole('searchbox', { name: '查找条款' }).fill('没有这样的字')
  await page.getByText('没有这样的条款').waitFor()
  await page.getByRole('button', { name: '显示全部' }).click()
  await page.locator('.clause').nth(1).waitFor()
  const all = await page.locator('.clause').count()
  const select = page.getByRole('combobox', { name: '落实在哪份材料' })
  const [, title] = await select.locator('option').allTextContents()
  await select.selectOption(title ?? '')
  await expect.poll(() => page.locator('.clause').count()).toBeLessThan(all)
  expect(await page.locator('.clause').count()).toBe(await page.locator('.clause', { hasText: title ?? '' }).count())
  await page.context().close()
})

it('takes up a folder that is dropped in while the page stands open, and a broken one beside it', async () => {
  const page = await portal.open('/new')
  await page.locator('#national').waitFor()
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))
  await cp(join(folder, 'inner-mongolia'), join(folder, 'dropped'), { recursive: true })
  const jurisdiction = join(folder, 'dropped/jurisdiction.json')
  const text = await readFile(jurisdiction, 'utf8')
  await writeFile(
    jurisdiction,
    text.replace('"inner-mongolia"', '"dropped"').replace(/"name": "[^"]+"/, '"name": "放进来的地区"'),
  )
  await mkdir(join(folder, 'damaged'))
  await writeFile(join(folder, 'damaged/jurisdiction.json'), '{ "id": "damaged" ')

  const listed = async () => (await asked<readonly PackListing[]>('/api/packs')).map(({ id }) => id)
  await expect.poll(listed).toEqual(expect.arrayContaining(['dropped', 'damaged']))
  // As when one comes back to the window after copying.
  const comeBack = async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    return page.locator('#dropped, #damaged').count()
  }
  await expect.poll(comeBack, { interval: 500 }).toBe(2)
  // It is listed before it is checked.
  await page.locator('#dropped .template').first().waitFor()
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
  await page
    .locator('#damaged')
    .getByRole('link', { name: /看看是什么问题/ })
    .click()
  await page.locator('.faults [data-severity="error"]').first().waitFor()
  expect(await page.locator('.faults h2').allInnerTexts()).toEqual(['damaged/jurisdiction.json'])
})

it('complained of nothing', () => {
  expect(portal.complaints).toEqual([])
})
