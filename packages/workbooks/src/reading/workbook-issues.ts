import type { Issue } from '@policyforms/core'
import type { ZipFault } from '../zip/zip-fault.ts'
import type { Locator } from './locate.ts'

export const faultIssue = ({ code, reason }: ZipFault): Issue => ({
  code,
  at: '',
  severity: 'error',
  params: { reason },
})

/** The issue with the cell of its place. */
export const located = (issue: Issue, find: Locator['find']): Issue => ({ ...issue, ...find(issue.at) })
