import { isObject, type Json, type JsonObject } from '../answers/json.ts'
import { type Pointer, pointerOf, valueAt } from '../answers/pointer.ts'
import { insertProperty, type Keys, setValue } from './edit-text.ts'

/** One thing that somebody changed in a JSON value. */
interface Change {
  readonly keys: Keys
  /** Undefined: taken away. */
  readonly value: Json | undefined
}

const same = (one: Json | undefined, other: Json | undefined): boolean => JSON.stringify(one) === JSON.stringify(other)
const keysIn = (value: JsonObject): readonly string[] => Object.keys(value)

/** The order of what both have: if that changed, only the whole object says it. */
const isReordered = (before: JsonObject, after: JsonObject): boolean => {
  const kept = keysIn(before).filter((key) => Object.hasOwn(after, key))
  return !same(
    kept,
    keysIn(after).filter((key) => Object.hasOwn(before, key)),
  )
}

/** What turns one value into another, as far down as objects go. Lists are taken whole. */
const changesBetween = (before: Json | undefined, after: Json | undefined, keys: Keys = []): readonly Change[] => {
  if (same(before, after)) return []
  if (!isObject(before) || !isObject(after) || isReordered(before, after)) return [{ keys, value: after }]
  return [...new Set([...keysIn(before), ...keysIn(after)])].flatMap((key) =>
    changesBetween(before[key], after[key], [...keys, key]),
  )
}

const touches = (one: Keys, other: Keys): boolean => {
  const length = Math.min(one.length, other.length)
  return one.slice(0, length).every((key, i) => key === other[i])
}

/** Where a new key goes: behind the neighbour that it has in the changed file. */
const indexOf = (theirs: Json | undefined, mine: Json | undefined, keys: Keys): number => {
  const [there, here] = [theirs, mine].map((value) => {
    const holder = valueAt(value, keys.slice(0, -1))
    return isObject(holder) ? keysIn(holder) : []
  })
  const before = (here ?? []).slice(0, (here ?? []).indexOf(String(keys.at(-1)))).toReversed()
  const neighbour = before.find((key) => there?.includes(key))
  return neighbour === undefined ? 0 : (there ?? []).indexOf(neighbour) + 1
}

export interface Merged {
  readonly text: string
  /** Where both changed the same thing to something else; there, the text keeps theirs or mine as it was asked. */
  readonly conflicts: readonly Pointer[]
}

/** Whose stays where both changed the same place. */
export type Side = 'theirs' | 'mine'

/** As much above a place as has to come back for the place to be there at all. */
const whole = ({ keys, value }: Change, now: Json, mine: Json): Change => {
  const gone = keys.findIndex((_, i) => !isObject(valueAt(now, keys.slice(0, i))))
  if (gone < 0 || value === undefined) return { keys, value }
  const above = keys.slice(0, Math.max(0, gone))
  return { keys: above, value: valueAt(mine, above) }
}

/**
 * My changes since `base` on top of theirs. All three are texts of JSON files that parse. `take` decides only where both
 * changed the same place; everything else that either did stays.
 */
export const mergeTexts = (base: string, theirs: string, mine: string, take: Side = 'theirs'): Merged => {
  if (theirs === base || theirs === mine) return { text: mine, conflicts: [] }
  const [before, there, here]: readonly Json[] = [base, theirs, mine].map((text) => JSON.parse(text))
  const others = changesBetween(before, there)
  const own = changesBetween(before, here)
  const isContested = ({ keys, value }: Change) =>
    others.some(
      (other) => touches(keys, other.keys) && !(same(keys as Json, other.keys as Json) && same(value, other.value)),
    )
  const text = own
    .filter((change) => take === 'mine' || !isContested(change))
    .reduce((so, change) => {
      const now: Json = JSON.parse(so)
      const { keys, value } = whole(change, now, here ?? null)
      if (value === undefined || valueAt(now, keys) !== undefined || keys.length === 0) return setValue(so, keys, value)
      return insertProperty(so, keys.slice(0, -1), String(keys.at(-1)), value, indexOf(now, here, keys))
    }, theirs)
  return { text, conflicts: own.filter(isContested).map(({ keys }) => pointerOf(keys)) }
}
