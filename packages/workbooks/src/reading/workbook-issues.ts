import type { Issue, Pointer } from '@policyforms/core'
import type { ZipFault } from '../zip/zip-fault.ts'

export interface CellPlace {
  readonly sheet: string
  readonly cell: string
}

export const faultIssue = ({ code, reason }: ZipFault): Issue => ({
  code,
  at: '',
  severity: 'error',
  params: { reason },
})

/** The issue with the cell of its place, or of the nearest place around it that has one. */
export const located = (issue: Issue, cells: ReadonlyMap<Pointer, CellPlace>): Issue => {
  for (let at = issue.at; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = cells.get(at)
    if (place) return { ...issue, ...place }
  }
  return issue
}
