import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds wrong with a page, by rule and place. */
export const axeFaults = async (page: Page): Promise<readonly string[]> => {
  // Through the debugger, as the page's own policy admits no script but its files.
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run() // put there by its source
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target.join(' ')}`))
  })
}
