import type { Issue } from '@policyforms/core'
import { eventsOfStage, stageOf } from './case.ts'
import { holds } from './judge.ts'
import type { Transition } from './procedure.ts'
import { groundsFor, type Standing } from './standing.ts'

export const caseIssue = (code: Issue['code'], params: Issue['params'], more: Partial<Issue> = {}): Issue => ({
  code,
  at: '',
  severity: 'error',
  params,
  ...more,
})

/** What keeps a transition from being made now, whoever makes it. */
export const hindrances = (standing: Standing, transition: Transition): readonly Issue[] => {
  const { title: action } = transition
  const { procedure, case: one, known } = standing
  const clauses = transition.clauses.length > 0 ? transition.clauses : (stageOf(procedure, one)?.clauses ?? [])
  const missing = transition.needsAll ? missingAt(standing) : []
  const possible = procedure.consequences.filter((consequence) => consequence.transition === transition.id)
  const isGrounded = possible.length === 0 || groundsFor(standing, transition.id).length > 0
  return [
    ...(holds(transition.when, known) ? [] : [caseIssue('action-condition', { action }, { clauses })]),
    ...(isGrounded ? [] : [caseIssue('action-grounds', { action, grounds: titles(possible) }, { clauses })]),
    ...(missing.length > 0 ? [caseIssue('action-incomplete', { action, missing: titles(missing) }, { clauses })] : []),
  ]
}

/** What the stage of a case asks for and has not been given since the case came to it. */
const missingAt = ({ procedure, case: one, known }: Standing) => {
  const stage = stageOf(procedure, one)
  const events = eventsOfStage(procedure, one)
  return [
    ...(stage?.documents ?? []).filter(
      ({ id }) => !events.some((event) => 'document' in event && event.document === id),
    ),
    ...(stage?.opinions ?? []).filter(({ id }) => !events.some((event) => 'opinion' in event && event.opinion === id)),
  ].filter(({ isOptional, when }) => !isOptional && holds(when, known))
}

const titles = (named: readonly { readonly title: string }[]): string =>
  named.map(({ title }) => `“${title}”`).join('、')
