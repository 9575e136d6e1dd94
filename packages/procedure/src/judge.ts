import {
  type Expression,
  evaluate,
  isIsoDate,
  type Json,
  type JsonObject,
  jsonOf,
  newBudget,
  ruleValue,
  withinBudget,
} from '@policyforms/core'
import type { Procedure } from './procedure.ts'

/** What expressions of a procedure may read, each by its name. `due` is a function: working it out costs something. */
export interface Known {
  readonly procedure: Pick<Procedure, 'parameters'>
  readonly facts: JsonObject
  readonly now: string
  readonly period?: number | undefined
  readonly due?: () => JsonObject
}

/** What an expression gives; undefined is blank. One that costs too much is blank too. */
export const judge = ({ term }: Expression, known: Known): Json | undefined => {
  const named = (name: string): Json | undefined => {
    if (name === 'facts') return known.facts
    if (name === 'parameters') return Object.fromEntries(known.procedure.parameters.map(({ id, value }) => [id, value]))
    return name === 'period' ? known.period : known.due?.()
  }
  const scope = { named: (name: string) => ruleValue(named(name)), today: known.now, budget: newBudget() }
  return withinBudget(() => jsonOf(evaluate(term, scope)), undefined)
}

export const holds = (expression: Expression | undefined, known: Known): boolean =>
  expression === undefined || judge(expression, known) === true

/** The day that an expression gives, where it gives one. Facts come from outside: what is no day of our time counts as blank. */
export const dayOf = (expression: Expression, known: Known): string | undefined => {
  const day = judge(expression, known)
  return typeof day === 'string' && /^(19|2\d)\d\d-\d\d-\d\d$/.test(day) && isIsoDate(day) ? day : undefined
}
