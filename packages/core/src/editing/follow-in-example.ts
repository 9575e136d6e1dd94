import { isObject, type Json, property } from '../answers/json.ts'
import { keysOf, pointerOf, valueAt } from '../answers/pointer.ts'
import { type Keys, moveProperty, renameKey, setValue } from './edit-text.ts'

type Path = readonly string[]

const isIndex = (key: string) => /^\d+$/.test(key)
const same = (one: Path, other: Path) => one.length === other.length && one.every((key, i) => key === other[i])

/**
 * An example after a node of its template has got another path (both without rows): plain answers, answers with the
 * issues expected of them, or changes to another example. What cannot follow stays, and the check tells of it.
 */
export const followInExample = (text: string, from: Path, to: Path): string => {
  const root = parsed(text)
  if (!isObject(root) || same(from, to)) return text
  const base: Keys = typeof root.from === 'string' ? ['set'] : root.answers === undefined ? [] : ['answers']
  const answers = typeof root.from === 'string' ? followInSet(text, from, to) : followInAnswers(text, base, from, to)
  return followInIssues(answers, from, to)
}

const parsed = (text: string): Json | undefined => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Every place that a path without rows leads to. */
const placesIn = (value: Json | undefined, path: Path, above: Keys): readonly Keys[] => {
  if (Array.isArray(value)) return value.flatMap((row, i) => placesIn(row, path, [...above, i]))
  const [key, ...rest] = path
  if (key === undefined) return [above]
  return isObject(value) && Object.hasOwn(value, key) ? placesIn(value[key], rest, [...above, key]) : []
}

const followInAnswers = (text: string, base: Keys, from: Path, to: Path): string =>
  placesIn(valueAt(parsed(text), base), from.slice(0, -1), base)
    .filter((holder) => property(valueAt(parsed(text), holder), from.at(-1) ?? '') !== undefined)
    .reduce((so, holder) => followOne(so, [...holder, from.at(-1) ?? ''], base, from, to), text)

const followOne = (text: string, place: Keys, base: Keys, from: Path, to: Path): string => {
  const key = to.at(-1) ?? ''
  if (same(from.slice(0, -1), to.slice(0, -1))) return renameKey(text, place, key)
  // Out of a table there is no one place for many rows.
  if (place.some((one) => typeof one === 'number')) return text
  return moveProperty(text, place, [...base, ...to.slice(0, -1)], Number.POSITIVE_INFINITY, key)
}

/** A pointer with the path that it begins with changed; rows keep their numbers. */
const followed = (pointer: string, from: Path, to: Path): string => {
  const keys = keysOf(pointer)
  const names = keys.flatMap((key, i) => (isIndex(key) ? [] : [i]))
  const isBelow = from.every((key, i) => keys[names[i] ?? -1] === key)
  const last = names[from.length - 1]
  if (!isBelow || last === undefined) return pointer
  if (same(from.slice(0, -1), to.slice(0, -1))) return pointerOf(keys.with(last, to.at(-1) ?? ''))
  return keys.slice(0, last).some(isIndex) ? pointer : pointerOf([...to, ...keys.slice(last + 1)])
}

const followInSet = (text: string, from: Path, to: Path): string => {
  const set = property(parsed(text), 'set')
  return Object.keys(isObject(set) ? set : {}).reduce((so, pointer) => {
    const next = followed(pointer, from, to)
    return next === pointer ? followInChange(so, pointer, from, to) : renameKey(so, ['set', pointer], next)
  }, text)
}

/** A change may set a whole part, in which the node is. What leaves that part cannot follow. */
const followInChange = (text: string, pointer: string, from: Path, to: Path): string => {
  const part = keysOf(pointer).filter((key) => !isIndex(key))
  const isIn = (path: Path) => part.length < path.length && part.every((key, i) => path[i] === key)
  if (!isIn(from) || !isIn(to)) return text
  return followInAnswers(text, ['set', pointer], from.slice(part.length), to.slice(part.length))
}

const followInIssues = (text: string, from: Path, to: Path): string => {
  const issues = property(parsed(text), 'issues')
  return (Array.isArray(issues) ? issues : []).reduce<string>((so, issue: Json, i) => {
    const at = property(issue, 'at')
    return typeof at === 'string' ? setIfOther(so, ['issues', i, 'at'], at, followed(at, from, to)) : so
  }, text)
}

const setIfOther = (text: string, keys: Keys, before: string, after: string): string =>
  before === after ? text : setValue(text, keys, after)
