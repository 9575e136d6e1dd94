import { expectedOf } from '../answers/held-against.ts'
import { type Answers, isObject, type Json, type JsonObject } from '../answers/json.ts'
import { pointerOf } from '../answers/pointer.ts'
import type { Issue } from '../issues/issue.ts'

/** The places where answers differ, as the `set` of an example that starts from another: null takes away. */
export const changesFrom = (base: Json | undefined, now: Json | undefined): JsonObject =>
  Object.fromEntries(changesAt(base, now, []))

const changesAt = (
  base: Json | undefined,
  now: Json | undefined,
  place: readonly (string | number)[],
): readonly (readonly [string, Json])[] => {
  if (JSON.stringify(base) === JSON.stringify(now)) return []
  if (isObject(base) && isObject(now))
    return [...new Set([...Object.keys(base), ...Object.keys(now)])].flatMap((key) =>
      changesAt(base[key], now[key], [...place, key]),
    )
  // Only a list of the same length can be changed row by row.
  if (Array.isArray(base) && Array.isArray(now) && base.length === now.length)
    return now.flatMap((item, i) => changesAt(base[i], item, [...place, i]))
  return [[pointerOf(place), now ?? null]]
}

/** What an example says that it gives. */
export const expectedIssues = (found: readonly Issue[]): readonly JsonObject[] => found.map(expectedOf)

/** Answers as an example file: plain where nothing is wrong with them, else with what is expected. */
export const exampleOf = (answers: Answers, found: readonly Issue[]): JsonObject =>
  found.length === 0 ? answers : { answers, issues: expectedIssues(found) }

/** The same as changes to another example. */
export const derivedExample = (from: string, set: JsonObject, found: readonly Issue[]): JsonObject => ({
  from,
  set,
  issues: expectedIssues(found),
})
