import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds wrong with a page, by rule and place. */
export const axeFaults = async (page: Page, without: readonly string[] = []): Promise<readonly string[]> => {
  // Through the debugger, as the page's own policy admits no script but its files.
  await page.evaluate(axe.source)
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]))
  return page.evaluate(async (chosen) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, { rules: chosen }) // put there by its source
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target.join(' ')}`))
  }, rules)
}
