import type { Issue } from '@policyforms/core'
import type { ArchiveFault } from '@policyforms/core/archive'

const reasons: Readonly<Record<string, string>> = {
  other: 'not-a-document',
  'old-format': 'old-document',
  'text-format': 'not-a-document',
}

/** Why a Word file was not read, as an issue. */
export const documentFault = ({ is, reason }: ArchiveFault): Issue => ({
  code: `document-${is}`,
  at: '',
  severity: 'error',
  params: { reason: reasons[reason] ?? reason },
})
