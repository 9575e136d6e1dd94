import type { Issue } from '@policyforms/core'
import { askedIssues } from './asked-facts.ts'
import type { Action, Case, CaseEvent } from './case.ts'
import { hasEnded, stageOf } from './case.ts'
import { caseIssue, hindrances } from './hindrances.ts'
import { holds, judge } from './judge.ts'
import { metNow } from './obligations.ts'
import type { Advanced } from './open-case.ts'
import type { Opinion, Procedure, Stage, StageDocument, Transition } from './procedure.ts'
import { groundsFor, type Standing, standingOf } from './standing.ts'

/** The case after an action. `now` is the day in Asia/Shanghai; what is refused is told with all its reasons. */
export const advance = (procedure: Procedure, one: Case, action: Action, now: string): Advanced => {
  const stage = stageOf(procedure, one)
  if (!stage || hasEnded(procedure, one))
    return { issues: [caseIssue('case-ended', { stage: stage?.title ?? one.stage })] }
  const last = one.events.at(-1)?.at
  if (last !== undefined && now < last) return { issues: [caseIssue('action-order', { at: now, last })] }
  if ('transition' in action) return made(procedure, one, stage, action, now)
  return 'document' in action
    ? given(procedure, one, stage, stage.documents, action.document, {
        document: action.document,
        by: action.by,
        at: now,
      })
    : given(procedure, one, stage, stage.opinions, action.opinion, { opinion: action.opinion, by: action.by, at: now })
}

/** A document or an opinion joins the events of the stage. */
const given = (
  procedure: Procedure,
  one: Case,
  stage: Stage,
  possible: readonly (StageDocument | Opinion)[],
  id: string,
  event: CaseEvent,
): Advanced => {
  const found = possible.find((each) => each.id === id)
  if (!found)
    return { issues: [caseIssue('action-stage', { action: id, stage: stage.title }, { clauses: stage.clauses })] }
  const clauses = found.clauses.length > 0 ? found.clauses : stage.clauses
  if (found.role !== event.by) return { issues: [wrongRole(procedure, { ...found, clauses }, [found.role])] }
  if (!holds(found.when, { procedure, facts: one.facts, now: event.at }))
    return { issues: [caseIssue('action-condition', { action: found.title }, { clauses })] }
  return { case: { ...one, events: [...one.events, event] }, issues: [] }
}

const made = (
  procedure: Procedure,
  one: Case,
  stage: Stage,
  action: Extract<Action, { transition: string }>,
  now: string,
): Advanced => {
  const transition = procedure.transitions.find(({ id }) => id === action.transition)
  if (!transition) return { issues: [caseIssue('action-unknown', { action: action.transition, suggestion: '' })] }
  const { title, from, roles } = transition
  const clauses = transition.clauses.length > 0 ? transition.clauses : stage.clauses
  if (!from.includes(stage.id))
    return { issues: [caseIssue('action-stage', { action: title, stage: stage.title }, { clauses })] }
  if (!roles.includes(action.by)) return { issues: [wrongRole(procedure, { title, clauses }, roles)] }
  const asked = procedure.facts.filter(({ id }) => transition.asks.includes(id))
  const wrong = askedIssues(asked, action.facts ?? {})
  if (wrong.length > 0) return { issues: wrong }
  const informed: Case = { ...one, facts: { ...one.facts, ...action.facts } }
  const standing = standingOf(procedure, informed, now)
  const issues = hindrances(standing, transition)
  return issues.length > 0 ? { issues } : { case: moved(standing, transition, action), issues }
}

const moved = (standing: Standing, transition: Transition, action: Extract<Action, { transition: string }>): Case => {
  const { procedure, case: one, now, known } = standing
  const effects = transition.effects.flatMap(({ fact, value }) => {
    const result = judge(value, known)
    return result === undefined ? [] : [[fact, result] as const]
  })
  const meets = metNow(procedure, one, transition.id, now)
  const grounds = groundsFor(standing, transition.id)
  const event: CaseEvent = {
    transition: transition.id,
    at: now,
    by: action.by,
    ...(action.facts && { facts: action.facts }),
    ...(meets.length > 0 && { meets }),
    ...(grounds.length > 0 && { grounds }),
  }
  return {
    stage: transition.to ?? one.stage,
    events: [...one.events, event],
    facts: { ...one.facts, ...Object.fromEntries(effects) },
  }
}

const wrongRole = (
  procedure: Procedure,
  { title, clauses }: Pick<Transition, 'title' | 'clauses'>,
  roles: readonly string[],
): Issue => {
  const names = roles.map((role) => procedure.pack.roles[role] ?? role).join('、')
  return caseIssue('action-role', { action: title, roles: names }, { clauses })
}
