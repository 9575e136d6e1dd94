import type { Json } from '@policyforms/core'

/** The clauses that `x-clause` or a rule's `clause` cites: it is written as one text or as several. */
export const citedIn = (value: Json | undefined): readonly string[] => {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}

export const writtenAs = (refs: readonly string[]): string | readonly string[] | undefined =>
  refs.length > 1 ? refs : refs[0]
