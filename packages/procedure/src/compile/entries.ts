import { clauseRefs } from '@policyforms/core/pack'

/** A map of the pack as a list, in the order in which it is written. */
export const each = <T, R>(
  map: Readonly<Record<string, T>> | undefined,
  made: (id: string, item: T) => R,
): readonly R[] => Object.entries(map ?? {}).map(([id, item]) => made(id, item))

/** What everything that has a name has. */
export const named = (
  id: string,
  { title, clause }: { readonly title: string; readonly clause?: string | readonly string[] },
) => ({
  id,
  title,
  clauses: clauseRefs(clause),
})
