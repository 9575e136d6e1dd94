import type { Case } from './case.ts'
import { hasEnded } from './case.ts'
import { holds, type Known } from './judge.ts'
import { dueDays } from './obligations.ts'
import type { Consequence, Procedure } from './procedure.ts'

/** A case on a day: what its expressions may read, and the grounds that hold. Each is worked out once, when asked for. */
export interface Standing {
  readonly procedure: Procedure
  readonly case: Case
  readonly now: string
  readonly known: Known
  readonly grounds: () => readonly Consequence[]
}

export const standingOf = (procedure: Procedure, one: Case, now: string): Standing => {
  const due = once(() => dueDays(procedure, one, now))
  const known: Known = { procedure, facts: one.facts, now, due }
  const grounds = once(() =>
    hasEnded(procedure, one) ? [] : procedure.consequences.filter(({ when }) => holds(when, known)),
  )
  return { procedure, case: one, now, known, grounds }
}

const once = <T>(made: () => T): (() => T) => {
  let kept: { readonly value: T } | undefined
  return () => {
    kept ??= { value: made() }
    return kept.value
  }
}

/** The grounds that hold on a day for what can be done where the case is: what may now be done to it, and why. */
export const consequencesOf = (procedure: Procedure, one: Case, now: string): readonly Consequence[] => {
  const possible = new Set(procedure.transitions.flatMap(({ id, from }) => (from.includes(one.stage) ? [id] : [])))
  return standingOf(procedure, one, now)
    .grounds()
    .filter(({ transition }) => possible.has(transition))
}

/** Those of them that a transition would rest on. */
export const groundsFor = ({ grounds }: Standing, transition: string): readonly string[] =>
  grounds()
    .filter((consequence) => consequence.transition === transition)
    .map(({ id }) => id)
