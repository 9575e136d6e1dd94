import type { Issue } from '@policyforms/core'
import type { ArchiveFault } from '@policyforms/core/archive'
import type { Locator } from './locate.ts'

const reasons: Readonly<Record<string, string>> = { other: 'not-a-workbook', 'old-document': 'word-format' }

export const faultIssue = ({ is, reason }: ArchiveFault): Issue => ({
  code: `workbook-${is}`,
  at: '',
  severity: 'error',
  params: { reason: reasons[reason] ?? reason },
})

/** The issue with the cell of its place. */
export const located = (issue: Issue, find: Locator['find']): Issue => ({ ...issue, ...find(issue.at) })
