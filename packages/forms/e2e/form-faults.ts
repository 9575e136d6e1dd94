import type { Page } from 'playwright-core'
import { axeFaults } from '../../../e2e/axe-faults.ts'

/** What is against accessibility. The page around the form is not ours: its landmarks and first heading are the portal's. */
export const formFaults = (page: Page): Promise<readonly string[]> =>
  axeFaults(page, ['region', 'page-has-heading-one'])
