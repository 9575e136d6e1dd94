import type { JsonObject } from '@policyforms/core'
import { type Occurrence, occurrences } from './calendar/occurrences.ts'
import { type Case, hasEnded } from './case.ts'
import { dayOf, holds, type Known } from './judge.ts'
import type { Obligation, Procedure } from './procedure.ts'

/** Something to be done by a day, or excused from being done. */
export interface DueObligation extends Occurrence {
  readonly obligation: string
  readonly what: string
  readonly role: string
  readonly clauses: readonly string[]
  readonly exemptBecause?: string
  /** The day on which it was done. */
  readonly metOn?: string
  readonly isOverdue: boolean
}

/**
 * Every obligation of a case that has fallen due, and of each the next one that is really to be done, by due day.
 * `now` is a day in Asia/Shanghai. A case that has ended owes nothing.
 */
export const obligationsOf = (procedure: Procedure, one: Case, now: string): readonly DueObligation[] =>
  hasEnded(procedure, one)
    ? []
    : procedure.obligations
        .flatMap((obligation) => timesOf(obligation, procedure, one, now))
        .sort((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due)))

const timesOf = (obligation: Obligation, procedure: Procedure, one: Case, now: string): readonly DueObligation[] => {
  const known: Known = { procedure, facts: one.facts, now }
  const { due, when } = obligation
  if (!holds(when, known)) return []
  const from = dayOf(due.from, known)
  if (from === undefined) return []
  const until = due.kind === 'yearly' && due.until ? dayOf(due.until, known) : undefined
  const met = metBy(obligation, one)
  const times: DueObligation[] = []
  for (const time of occurrences(due, from, until)) {
    const exemption = obligation.exempt.find(({ when }) => holds(when, { ...known, period: time.period }))
    const metOn = met.get(time.due)
    const isOwed = metOn === undefined && exemption === undefined
    times.push({
      obligation: obligation.id,
      what: obligation.title,
      role: obligation.role,
      clauses: [...new Set([...obligation.clauses, ...(exemption?.clauses ?? [])])],
      ...time,
      ...(exemption && { exemptBecause: exemption.because }),
      ...(metOn !== undefined && { metOn }),
      isOverdue: isOwed && time.due < now,
    })
    if (time.due >= now && (isOwed || time.due > farthest(now))) break
  }
  return times
}

/** How far ahead exempt times are passed over in search of one that is owed. */
const farthest = (now: string) => `${Number(now.slice(0, 4)) + 20}${now.slice(4)}`

/** The days for which an obligation has been met, and when. What was undone since is not met. */
const metBy = ({ id, doneBy, undoneBy }: Obligation, { events }: Case): ReadonlyMap<string, string> => {
  const met = new Map<string, string>()
  let last: string | undefined
  for (const event of events) {
    if (!('transition' in event)) continue
    const time = event.meets?.find(({ obligation }) => obligation === id)
    if (doneBy.includes(event.transition) && time) {
      met.set(time.due, event.at)
      last = time.due
    } else if (undoneBy.includes(event.transition) && last !== undefined) met.delete(last)
  }
  return met
}

/** For `due` in expressions: of each obligation the earliest day on which something owed is due. */
export const dueDays = (procedure: Procedure, one: Case, now: string): JsonObject =>
  Object.fromEntries(
    obligationsOf(procedure, one, now)
      .filter(({ metOn, exemptBecause }) => metOn === undefined && exemptBecause === undefined)
      .map(({ obligation, due }) => [obligation, due] as const)
      .reverse(),
  )

/** What a transition meets if it is made now: of each obligation the earliest time that is owed and open. */
export const metNow = (procedure: Procedure, one: Case, transition: string, now: string) =>
  procedure.obligations
    .filter(({ doneBy }) => doneBy.includes(transition))
    .flatMap((obligation) => {
      const time = timesOf(obligation, procedure, one, now).find(
        ({ metOn, exemptBecause, opens }) =>
          metOn === undefined && exemptBecause === undefined && (opens === undefined || opens <= now),
      )
      return time ? [{ obligation: obligation.id, due: time.due }] : []
    })
