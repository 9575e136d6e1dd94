import type { Frame, Locator, Page } from 'playwright-core'

declare global {
  interface Window {
    /** ms that each check took, from the page's asking to the first answer. */
    checks: number[]
  }
}

/** Runs in the page before anything else: takes the time of every question to the thread that checks. */
export const timeChecks = (): void => {
  window.checks = []
  const ask = Worker.prototype.postMessage
  const since = new WeakMap<Worker, number>()
  Worker.prototype.postMessage = function (this: Worker, message: unknown) {
    if (!since.has(this))
      this.addEventListener('message', () => {
        const begun = since.get(this)
        if (begun === undefined) return
        since.delete(this)
        window.checks.push(performance.now() - begun)
      })
    since.set(this, performance.now())
    ask.call(this, message)
  }
}

/** When a text stands where `selector` looks, painted, as ms since the epoch. */
const seenAt = (where: Frame | Page, selector: string, text: string): Promise<number> =>
  where.evaluate(
    ([place, wanted]) =>
      new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error(`${wanted} is not to be seen in ${place}`)), 15_000)
        const holds = (one: Element) => (one.shadowRoot ?? one).textContent?.includes(wanted)
        const look = () => {
          const isThere = [...document.querySelectorAll(place)].some(holds)
          const tell = () => resolve(performance.timeOrigin + performance.now())
          requestAnimationFrame(isThere ? () => setTimeout(tell) : look)
        }
        look()
      }),
    [selector, text] as const,
  )

/** Types a text so many times; ms from each until it is seen. The first rounds warm up. */
const timeTyping = async (page: Page, input: Locator, where: Frame | Page, seen: string) => {
  const found: number[] = []
  for (let i = 0; i < 24; i++) {
    const title = `改名${i}。`
    await input.evaluate((element: HTMLInputElement) => element.select())
    const stands = seenAt(where, seen, title)
    const begun = await input.evaluate((_, text) => {
      const now = performance.timeOrigin + performance.now()
      document.execCommand('insertText', false, text)
      return now
    }, title)
    found.push((await stands) - begun)
    await page.waitForTimeout(150)
  }
  return found.slice(4)
}

export const timeEdits = (page: Page, where: Frame | Page, seen: string) =>
  timeTyping(page, page.locator('[data-keyword="title"] input'), where, seen)

/** The same in a page that has nothing but an input and what is typed into it. */
export const timePlainEdits = async (page: Page) => {
  await page.evaluate(() => {
    const [input, said] = [document.createElement('input'), document.createElement('p')]
    input.addEventListener('input', () => {
      said.textContent = input.value
    })
    document.body.replaceChildren(input, said)
  })
  return timeTyping(page, page.locator('input'), page, 'p')
}
