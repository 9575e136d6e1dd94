import { isObject, type Json, type JsonObject } from '../answers/json.ts'
import { valueAt } from '../answers/pointer.ts'
import { insertItem, insertProperty, type Keys, moveProperty, renameKey, setValue } from './edit-text.ts'

/*
 * A form that edits a whole value knows only what it says now. Written out anew it would lose how a person had laid it
 * out, so the text is brought there piece by piece: what says the same keeps its bytes.
 */

/** Brings the value at a place to another; none takes it away. */
export const changeValue = (text: string, keys: Keys, next: Json | undefined): string => {
  const now = valueAt(JSON.parse(text), keys)
  return now === undefined || next === undefined ? setValue(text, keys, next) : changed(text, keys, now, next)
}

const isSame = (one: Json | undefined, other: Json | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

const changed = (text: string, keys: Keys, now: Json, next: Json): string => {
  if (isSame(now, next)) return text
  if (isObject(now) && isObject(next)) return changedObject(text, keys, now, next)
  if (Array.isArray(now) && Array.isArray(next)) return changedList(text, keys, now, next)
  return setValue(text, keys, next)
}

const changedObject = (text: string, keys: Keys, now: JsonObject, next: JsonObject): string => {
  const found = renamedKey(now, next)
  const renamed = found && isSame(now[found.from], next[found.to]) ? found : undefined
  let result = renamed ? renameKey(text, [...keys, renamed.from], renamed.to) : text
  const there = Object.keys(now).map((key) => (key === renamed?.from ? renamed.to : key))
  for (const key of there.filter((one) => !Object.hasOwn(next, one)))
    result = setValue(result, [...keys, key], undefined)
  const left = there.filter((key) => Object.hasOwn(next, key))
  for (const [i, [key, value]] of Object.entries(next).entries()) {
    if (value === undefined) continue
    if (!left.includes(key)) result = insertProperty(result, keys, key, value, i)
    else if (left[i] !== key) result = moveProperty(result, [...keys, key], keys, i)
    if (left[i] !== key) left.splice(i, 0, ...(left.includes(key) ? left.splice(left.indexOf(key), 1) : [key]))
    const before = now[key]
    if (before !== undefined) result = changed(result, [...keys, key], before, value)
  }
  return result
}

/** The one key that has another name in its place. */
export const renamedKey = (
  now: JsonObject,
  next: JsonObject,
): { readonly from: string; readonly to: string } | undefined => {
  const [before, after] = [Object.keys(now), Object.keys(next)]
  const at = before.findIndex((key, i) => key !== after[i])
  const [from, to] = [before[at], after[at]]
  const isOne = before.length === after.length && before.every((key, i) => i === at || key === after[i])
  return isOne && from !== undefined && to !== undefined ? { from, to } : undefined
}

const changedList = (text: string, keys: Keys, now: readonly Json[], next: readonly Json[]): string => {
  const shorter = Math.min(now.length, next.length)
  let start = 0
  while (start < shorter && isSame(now[start], next[start])) start++
  let end = 0
  while (end < shorter - start && isSame(now[now.length - 1 - end], next[next.length - 1 - end])) end++
  const [before, after] = [now.slice(start, now.length - end), next.slice(start, next.length - end)]
  let result = text
  for (const [i, value] of after.entries()) {
    const was = before[i]
    result =
      was === undefined ? insertItem(result, keys, start + i, value) : changed(result, [...keys, start + i], was, value)
  }
  for (let i = before.length - 1; i >= after.length; i--) result = setValue(result, [...keys, start + i], undefined)
  return result
}
