import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../../../e2e/browser.ts'
import { buildPage, servePage } from '../e2e/serve-page.ts'
import type { BenchTools } from './page.tsx'

declare global {
  interface Window {
    readonly bench: BenchTools
  }
}

const at = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0

const against = (work: string, ours: number, floor: number, must: number) => ({
  work,
  ours,
  floor,
  ratio: ours / floor,
  must,
  unit: 'ms',
})

type Form = Parameters<BenchTools['render']>[0]
type Size = Parameters<BenchTools['render']>[1]

/** The median of renders in turn, so that both see the same machine. */
const renders = async (page: Page, size: Size) => {
  const once = (form: Form) => page.evaluate(([f, s]) => window.bench.render(f, s), [form, size] as const)
  const [ours, plain]: [number[], number[]] = [[], []]
  for (let i = 0; i < 12; i++) {
    plain.push(await once('plain'))
    ours.push(await once('ours'))
  }
  // The first rounds warm up.
  return { ours: at(ours.slice(3), 0.5), plain: at(plain.slice(3), 0.5) }
}

const typing = async (page: Page, form: Form, id: string, size: Size = 'large') => {
  await page.evaluate(([one, of]) => window.bench.render(one, of), [form, size] as const)
  return page.evaluate((one) => window.bench.type(one, 120), id)
}

/** Words that many titles of the list hold, and few. */
const words = ['东西省', '南', '北镇7', '青白', '中县12', '无此地']

const searching = async (page: Page, form: Form, id: string) => {
  await page.evaluate((one) => window.bench.render(one, 'cascade'), form)
  return page.evaluate(([one, all]) => window.bench.search(one, all), [id, words] as const)
}

/** Both in turn: one round has so few letters that its slowest would stand for all. */
const searches = async (page: Page) => {
  const ours: Awaited<ReturnType<typeof searching>>[] = []
  const plain: number[] = []
  for (let i = 0; i < 4; i++) {
    plain.push(...(await searching(page, 'plain', 'place')).keys)
    ours.push(await searching(page, 'ours', 'at/s/place'))
  }
  return { open: ours[0]?.open ?? 0, ours: ours.flatMap(({ keys }) => keys), plain }
}

const run = async () => {
  const files = await buildPage(import.meta.dirname, 'page.html')
  const form = await buildPage(join(import.meta.dirname, '../e2e'), 'page.html')
  const served = await servePage(files)
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(`${served.url}/page.html`)
    const large = await renders(page, 'large')
    const long = await renders(page, 'long')
    const plainKeys = await typing(page, 'plain', 'f0')
    const ourKeys = await typing(page, 'ours', 'at/s0/f0')
    const cellPlain = await typing(page, 'plain', '10-c1')
    const cellKeys = await typing(page, 'ours', 'at/s0/rows/10/c1')
    const matrix = await renders(page, 'matrix')
    const matrixPlain = await typing(page, 'plain', '10-c1', 'matrix')
    const matrixKeys = await typing(page, 'ours', 'at/s/budget/r10/c1', 'matrix')
    const cascade = await renders(page, 'cascade')
    const search = await searches(page)
    await page.evaluate(() => window.bench.render('ours', 'large'))
    const commits = await page.evaluate(() => window.bench.commit('at/s0/f1', 30))
    const scripts = [...form].filter(([path]) => path.endsWith('.js'))
    const kilobytes = scripts.reduce((sum, [, code]) => sum + gzipSync(code).length / 1024, 0)
    return [
      against('first render of a section', large.ours, large.plain, 2),
      against('first render of 500 rows × 8', long.ours, long.plain, 2),
      against('keystroke in a field, p95', at(ourKeys, 0.95), at(plainKeys, 0.95), 2),
      against('keystroke in a cell, p95', at(cellKeys, 0.95), at(cellPlain, 0.95), 2),
      against('first render of a matrix of 22 × 4', matrix.ours, matrix.plain, 2),
      against('keystroke in a matrix of 22 × 4, p95', at(matrixKeys, 0.95), at(matrixPlain, 0.95), 2),
      against('first render with a cascade of 24,000', cascade.ours, cascade.plain, 20),
      { work: 'a cascade of 24,000 opens', ours: search.open, must: 100, unit: 'ms' },
      against('search in 24,000, p95 of a letter', at(search.ours, 0.95), at(search.plain, 0.95), 2),
      { work: 'search in 24,000, p95 of a letter', ours: at(search.ours, 0.95), must: 16, unit: 'ms' },
      { work: 'keystroke in a field, p95', ours: at(ourKeys, 0.95), must: 16, unit: 'ms' },
      { work: 'keystroke in a cell, p95', ours: at(cellKeys, 0.95), must: 16, unit: 'ms' },
      { work: 'keystroke in a matrix of 22 × 4, p95', ours: at(matrixKeys, 0.95), must: 16, unit: 'ms' },
      { work: 'commit of a field, p95', ours: at(commits, 0.95), must: 16, unit: 'ms' },
      { work: 'JavaScript to fill a form, gzipped', ours: kilobytes, must: 220, unit: 'KB' },
    ]
  } finally {
    await browser.close()
    await served.close()
  }
}

export const bench = { name: 'form', run }
