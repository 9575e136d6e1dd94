import { type Issue, isIsoDate, type Json, type JsonObject, property } from '@policyforms/core'
import { caseIssue } from './hindrances.ts'
import type { Fact, FactKind } from './procedure.ts'

/** What is wrong with the facts that were given, against those that were asked for. */
export const askedIssues = (asked: readonly Fact[], given: JsonObject): readonly Issue[] => [
  ...asked.flatMap((fact) => factIssue(fact, property(given, fact.id))),
  ...Object.keys(given)
    .filter((key) => !asked.some(({ id }) => id === key))
    .map((key) => caseIssue('unknown-property', { key }, { at: '/facts' })),
]

const factIssue = (fact: Fact, value: Json | undefined): readonly Issue[] => {
  const place = { at: `/facts/${fact.id}`, clauses: fact.clauses }
  if (value === undefined || value === null || value === '') return [caseIssue('required', {}, place)]
  const [type, expected] = shapes[fact.kind]
  if (typeof value !== type || (type === 'number' && !Number.isFinite(value)))
    return [caseIssue('type', { expected }, place)]
  const shown = String(value)
  if (fact.kind === 'date' && !(shown.length === 10 && isIsoDate(shown)))
    return [caseIssue('not-a-date', { value: shown }, place)]
  return fact.kind === 'choice' && !fact.options?.some(({ code }) => code === value)
    ? [caseIssue('not-an-option', { value: shown }, place)]
    : []
}

const shapes: Readonly<Record<FactKind, readonly [string, string]>> = {
  text: ['string', 'text'],
  number: ['number', 'number'],
  date: ['string', 'text'],
  'yes-no': ['boolean', 'truth'],
  choice: ['string', 'option'],
}
