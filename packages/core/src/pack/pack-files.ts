import { isObject, type Json, property } from '../answers/json.ts'
import type { Clause, PackSummary } from '../template/template.ts'
import type { Source } from './source.ts'

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])

export const packSummary = (id: string, jurisdiction: Source | undefined): PackSummary => {
  const value = jurisdiction?.value
  const roles = property(value, 'roles')
  return {
    id,
    name: text(property(value, 'name')) || id,
    code: text(property(value, 'code')),
    roles: isObject(roles) ? Object.fromEntries(Object.entries(roles).map(([key, title]) => [key, text(title)])) : {},
  }
}

/** A policy of a pack as its file tells it. */
export interface Policy {
  readonly id: string
  readonly title: string
  readonly number?: string
  readonly clauses: readonly PolicyClause[]
}

export interface PolicyClause extends Clause {
  /** Why it asks nothing of any material; absent when it does ask. */
  readonly asksNothing?: string
}

export const policyOf = (source: Source): Policy => {
  const written = list(property(source.value, 'clauses'))
  const number = text(property(source.value, 'number'))
  return {
    id: text(property(source.value, 'id')),
    title: text(property(source.value, 'title')),
    ...(number && { number }),
    clauses: clausesOf(source).map(([, clause], i) => ({
      ...clause,
      ...(property(written[i], 'asks') === false && { asksNothing: text(property(written[i], 'reason')) }),
    })),
  }
}

/** The clauses of a policy, by `policy#id`. */
export const clausesOf = (policy: Source): readonly (readonly [string, Clause])[] => {
  const id = text(property(policy.value, 'id'))
  const number = text(property(policy.value, 'number'))
  return list(property(policy.value, 'clauses')).map((clause) => {
    const ref = `${id}#${text(property(clause, 'id'))}`
    const heading = text(property(clause, 'heading'))
    const gist = text(property(clause, 'gist'))
    return [ref, { ref, policy: text(property(policy.value, 'title')), ...(number && { number }), heading, gist }]
  })
}
