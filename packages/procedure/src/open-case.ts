import type { Issue, JsonObject } from '@policyforms/core'
import { askedIssues } from './asked-facts.ts'
import type { Case } from './case.ts'
import { caseIssue } from './hindrances.ts'
import { holds } from './judge.ts'
import type { Fact, Procedure } from './procedure.ts'

/** A case, or what keeps it from coming about. */
export interface Advanced {
  readonly case?: Case
  readonly issues: readonly Issue[]
}

/** What the choice of a start depends on: what to ask for before a case is opened. */
export const askedToOpen = ({ starts, facts }: Procedure): readonly Fact[] => {
  const reads = starts.flatMap(({ when }) => when?.reads ?? [])
  return facts.filter(({ id }) => reads.some(([name, fact]) => name === 'facts' && fact === id))
}

/** A new case, at the first start whose condition holds for the facts; they are checked as facts that are asked for are. */
export const openCase = (procedure: Procedure, facts: JsonObject, now: string): Advanced => {
  const given = procedure.facts.filter(({ id }) => Object.hasOwn(facts, id))
  const issues = askedIssues(given, facts)
  if (issues.length > 0) return { issues }
  const start = procedure.starts.find(({ when }) => holds(when, { procedure, facts, now }))
  return start
    ? { case: { stage: start.stage, events: [], facts }, issues }
    : { issues: [caseIssue('case-no-start', {})] }
}
