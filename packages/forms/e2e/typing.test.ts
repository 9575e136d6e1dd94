import type { CDPSession, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { mount } from './open-page.ts'
import { field, section, table, templateOf } from './template-of.ts'
import { pages } from './the-page.ts'

const text = (key: string) => field('text', key, `文字 ${key}`)
const template = templateOf([
  section('one', '第一部分', [text('a'), field('narrative', 'b', '长文'), text('c')]),
  section('two', '第二部分', [text('d'), table('rows', '表', [text('x'), text('y')])]),
])

const places = ['/one/a', '/one/b', '/one/c', '/two/d', '/two/rows/0/x', '/two/rows/1/y'] as const
type Place = (typeof places)[number]

/** mulberry32: the same rounds in every run. */
const randomFrom = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

const sectionOf = (place: Place) => (place.startsWith('/one') ? 0 : 1)

/** What a person would have on paper. */
class Paper {
  readonly texts = new Map<Place, string>(places.map((place) => [place, '']))
  add(place: Place, typed: string): void {
    this.texts.set(place, (this.texts.get(place) ?? '') + typed)
  }
}

const enter = async (page: Page, place: Place): Promise<void> => {
  await page.evaluate((at) => {
    window.harness.controls().goTo(at)
  }, place)
  await page.waitForFunction(
    (at) =>
      document.activeElement?.closest('[data-at]')?.getAttribute('data-at') === at && 'value' in document.activeElement,
    place,
  )
  // Cells select what is in them; a person who goes on writing presses End.
  await page.keyboard.press('Control+End')
}

const stored = (page: Page) =>
  page.evaluate((all) => {
    const answers = window.harness.controls().flush()
    return all.map((place) =>
      String(
        place
          .split('/')
          .slice(1)
          .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], answers) ?? '',
      ),
    )
  }, places)

interface Round {
  readonly page: Page
  readonly ime: CDPSession
  readonly random: (below: number) => number
  readonly paper: Paper
  place: Place
}

const letters = 'abcdefghijklmnopqrstuvwxyz技术创新中心'

const type = async ({ page, random, paper, place }: Round) => {
  const typed = Array.from({ length: 1 + random(4) }, () => letters[random(letters.length)]).join('')
  for (const letter of typed) await page.keyboard.insertText(letter)
  paper.add(place, typed)
}

/** Pinyin that is composed in steps and ends as characters, while commits, blurs and new props come in between. */
const compose = async (round: Round) => {
  const { page, ime, random, paper, place } = round
  for (const half of ['j', 'ji', 'jis', "ji's", "ji'shu"].slice(0, 1 + random(5))) {
    await ime.send('Input.imeSetComposition', { text: half, selectionStart: half.length, selectionEnd: half.length })
    if (random(8) === 0) await page.waitForTimeout(random(2) ? 330 : 20)
    if (random(4) === 0) await reload(round)
    const [now = ''] = (await stored(page)).filter((_, i) => places[i] === place)
    expect(now, 'half-composed text was stored').toBe(paper.texts.get(place))
  }
  await ime.send('Input.insertText', { text: '技术' })
  paper.add(place, '技术')
}

/** Answers come from outside, equal and yet all new, and the form renders anew. */
const reload = async ({ page }: Round) => {
  await page.evaluate(() => {
    const { controls } = window.harness
    controls().replace(structuredClone(controls().flush()))
  })
}

const change = async (round: Round) => {
  const place = places[round.random(places.length)] ?? '/one/a'
  if (sectionOf(place) !== sectionOf(round.place) && round.random(2))
    await round.page.getByRole('button', { name: sectionOf(place) ? /^第二部分 / : /^第一部分 / }).click()
  round.place = place
  await enter(round.page, place)
}

const rest = ({ page, random }: Round) => page.waitForTimeout(random(10) === 0 ? 320 : random(12))
const blur = async (round: Round) => {
  await round.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await enter(round.page, round.place)
}

const run = async (seed: number, rounds: number) => {
  const page = await pages.open()
  await mount(page, template, { initial: { two: { rows: [{}, {}] } } })
  const ime = await page.context().newCDPSession(page)
  const round: Round = { page, ime, random: randomFrom(seed), paper: new Paper(), place: '/one/a' }
  await enter(page, round.place)
  const steps = [type, type, type, compose, compose, reload, blur, rest, change]
  for (let i = 0; i < rounds; i++) {
    const step = steps[round.random(steps.length)] ?? type
    await step(round)
    if (i % 10 === 9) expect(await stored(page), `round ${i} of seed ${seed}`).toEqual([...round.paper.texts.values()])
  }
  expect(await stored(page)).toEqual([...round.paper.texts.values()])
  await page.close()
}

test.each([1, 2, 3, 4])('250 random rounds lose nothing and store nothing half-composed (seed %i)', (seed) =>
  run(seed, 250),
)

test('a composition that is cut off by another section leaves what was there before it', async () => {
  const page = await pages.open()
  await mount(page, template)
  const ime = await page.context().newCDPSession(page)
  await enter(page, '/one/a')
  await page.keyboard.insertText('已写')
  await ime.send('Input.imeSetComposition', { text: "ji'shu", selectionStart: 6, selectionEnd: 6 })
  await page.evaluate(() => window.harness.controls().goTo('/two/d'))
  expect((await stored(page))[0]).toMatch(/^已写(ji'shu)?$/)
  await page.close()
})

test('replaced answers show everywhere but in the field being typed into', async () => {
  const page = await pages.open()
  await mount(page, template, { initial: { one: { a: '旧', c: '旧' } } })
  await enter(page, '/one/a')
  await page.keyboard.insertText('我的')
  await page.evaluate(() => window.harness.controls().replace({ one: { a: '别人的', c: '新' }, two: { d: '新' } }))
  expect(await page.getByLabel('文字 a').inputValue()).toBe('旧我的')
  expect(await page.getByLabel('文字 c').inputValue()).toBe('新')
  expect(await page.evaluate(() => window.harness.answers())).toEqual({
    one: { a: '旧我的', c: '新' },
    two: { d: '新' },
  })
  await page.close()
})

test('a field that merely has the focus takes the new answer', async () => {
  const page = await pages.open()
  await mount(page, template, { initial: { one: { a: '旧' } } })
  await enter(page, '/one/a')
  await page.evaluate(() => window.harness.controls().replace({ one: { a: '新' } }))
  expect(await page.getByLabel('文字 a').inputValue()).toBe('新')
  await page.close()
})
