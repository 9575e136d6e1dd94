import { isIsoDate, type Json, type RuleType } from '@policyforms/core'
import type { Names } from '@policyforms/core/pack'
import type { WrittenFact, WrittenProcedure } from './written.ts'

/** The names that expressions may use, by where they stand. */
export interface Scopes {
  /** Where the start is chosen, and where a due date is worked out. */
  readonly facts: Names
  /** Whether a yearly obligation is exempt. */
  readonly period: Names
  /** Conditions, effects and consequences: due dates too. */
  readonly due: Names
  /** Counts and days of the year, which are worked out once for all. */
  readonly parameters: Names
}

export const scopesOf = (written: WrittenProcedure): Scopes => {
  const parameters = record(written.parameters ?? {}, ({ value }) => typeOfValue(value))
  const facts = record(written.facts, typeOfFact)
  const due = record(written.obligations ?? {}, () => ({ is: 'date' }))
  const bound = (types: Readonly<Record<string, RuleType>>): Names =>
    new Map(Object.entries(types).map(([name, type]) => [name, { type, path: [name] }] as const))
  return {
    parameters: bound({ parameters }),
    facts: bound({ parameters, facts }),
    period: bound({ parameters, facts, period: { is: 'number' } }),
    due: bound({ parameters, facts, due }),
  }
}

const record = <T>(map: Readonly<Record<string, T>>, typeOf: (item: T) => RuleType): RuleType => ({
  is: 'record',
  fields: Object.fromEntries(Object.entries(map).map(([key, item]) => [key, typeOf(item)])),
})

export const typeOfFact = ({ kind, oneOf = [] }: WrittenFact): RuleType => {
  switch (kind) {
    case 'choice':
      return { is: 'text', codes: oneOf.map((option) => option.const) }
    case 'yes-no':
      return { is: 'truth' }
    default:
      return { is: kind }
  }
}

const typeOfValue = (value: Json): RuleType => {
  if (typeof value === 'number') return { is: 'number' }
  if (typeof value === 'boolean') return { is: 'truth' }
  return { is: typeof value === 'string' && isIsoDate(value) ? 'date' : 'text' }
}
