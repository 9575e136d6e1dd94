import type { Json } from '../answers/json.ts'

// Readers of keywords for the builder: a value of the wrong type has been reported by the check and counts as absent.
export const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined)
export const numberOf = (value: Json | undefined): number | undefined => (typeof value === 'number' ? value : undefined)
export const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])
export const textsOf = (value: Json | undefined): readonly string[] =>
  listOf(value).filter((item): item is string => typeof item === 'string')

/** `x-clause` and its like: one text or several. */
export const clauseRefs = (value: Json | undefined): readonly string[] =>
  typeof value === 'string' ? [value] : textsOf(value)

/** Keys with a value, so that absent facets stay absent. */
export const present = <T extends object>(facets: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  // Object.fromEntries forgets the keys' types; what is left has no undefined in it.
  Object.fromEntries(Object.entries(facets).filter(([, value]) => value !== undefined)) as never
