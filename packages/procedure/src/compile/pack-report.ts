import type { Issue, PackListing, Template, TemplateListing } from '@policyforms/core'
import { type CheckedFolder, once } from '@policyforms/core/pack'
import { compileProcedure } from './compile-procedure.ts'

/** What a list of packs needs to know of a folder, and everything that is wrong with it, its procedure included. */
export interface PackReport {
  readonly issues: readonly Issue[]
  /** Absent for a folder that is no pack. */
  readonly listing?: PackListing
}

export const packReport = ({ pack, issues: found }: CheckedFolder): PackReport => {
  if (!pack) return { issues: found }
  const course = pack.procedure && compileProcedure(pack.procedure)
  const issues = once([...found, ...(course?.issues ?? [])])
  const { id, name, code, level, templates, policies } = pack
  const listing = {
    id,
    name,
    code,
    level,
    templates: templates.map(listingOf),
    hasProcedure: course?.procedure !== undefined,
    hasPolicies: policies.length > 0,
    ...(pack.indicators && { hasIndicators: true }),
    faults: issues.length,
  }
  return { issues, listing }
}

const listingOf = ({ id, title, description, version, hash }: Template): TemplateListing => ({
  id,
  title,
  version,
  hash,
  ...(description !== undefined && { description }),
})
