import { isObject, type Json, type JsonObject, valueAt } from '@policyforms/core'
import { insertProperty, type Keys, moveProperty, setValue } from '@policyforms/core/editing'
import { freeName } from './free-name.ts'
import { holderBelow, parsed } from './outline.ts'

/* What a person does to the outline, as changes of the text. Other keys and other places are in `moves.ts`. */

/** A key that is free in an object, made from one that is wanted. */
export const freeKey = (text: string, holder: Keys, wanted: string): string => {
  const taken = valueAt(parsed(text), holder)
  return freeName(isObject(taken) ? taken : {}, wanted)
}

export interface Added {
  readonly text: string
  readonly keys: Keys
}

/** A new node at a place among its siblings. */
export const addNode = (text: string, holder: Keys, index: number, wanted: string, node: JsonObject): Added => {
  const key = freeKey(text, holder, wanted)
  return { text: insertProperty(text, holder, key, node, index), keys: [...holder, key] }
}

export const requiredAt = (keys: Keys): Keys => [...keys.slice(0, -2), 'required']
export const requiredOf = (text: string, keys: Keys): readonly Json[] => {
  const list = valueAt(parsed(text), requiredAt(keys))
  return Array.isArray(list) ? list : []
}

/** Asks for a node, or no longer. An empty list goes. */
export const setRequired = (text: string, keys: Keys, isRequired: boolean): string => {
  const key = String(keys.at(-1))
  const others = requiredOf(text, keys).filter((one) => one !== key)
  const list = isRequired ? [...others, key] : others
  return setValue(text, requiredAt(keys), list.length > 0 ? list : undefined)
}

export const removeNode = (text: string, keys: Keys): string => {
  const without = setValue(text, keys, undefined)
  return requiredOf(text, keys).includes(String(keys.at(-1))) ? setRequired(without, keys, false) : without
}

export const duplicateNode = (text: string, keys: Keys): Added => {
  const holder = keys.slice(0, -1)
  const siblings = valueAt(parsed(text), holder)
  const node = valueAt(parsed(text), keys)
  if (!isObject(siblings) || !isObject(node)) return { text, keys }
  const title = typeof node.title === 'string' ? { title: `${node.title}（副本）` } : {}
  const index = Object.keys(siblings).indexOf(String(keys.at(-1))) + 1
  return addNode(text, holder, index, String(keys.at(-1)), { ...withoutRuleIds(node), ...title })
}

/** One field as two: what was filled in is taken apart at a sign, and each takes its part over. */
export const splitNode = (text: string, keys: Keys, sign: string): Added => {
  const key = String(keys.at(-1))
  const part = (n: number) => ({ at: key, split: sign, part: n })
  const copy = duplicateNode(text, keys)
  const first = setValue(copy.text, [...keys, 'x-was'], part(1))
  return { text: setValue(first, [...copy.keys, 'x-was'], part(2)), keys: copy.keys }
}

/** Ids of rules are unique in a template. */
const withoutRuleIds = (node: JsonObject): JsonObject => {
  const { 'x-rules': _, 'x-was': __, ...rest } = node
  return rest
}

/** Whichever of them a choice is made from. */
const offering = ['oneOf', 'x-codes']

/** Another kind; what both kinds admit stays, and what the new one cannot be without begins as in a new node. */
export const changeKind = (
  text: string,
  keys: Keys,
  kind: string,
  admitted: readonly string[],
  begun: JsonObject,
): string => {
  const node = valueAt(parsed(text), keys)
  if (!isObject(node)) return text
  const kept = Object.entries(node).filter(([keyword]) => keyword !== 'x-kind' && admitted.includes(keyword))
  const offers = kept.some(([keyword]) => offering.includes(keyword))
  const first = Object.entries(begun).filter(([keyword]) => !(offers && offering.includes(keyword)))
  return setValue(text, keys, { ...Object.fromEntries(first), 'x-kind': kind, ...Object.fromEntries(kept) })
}

/** Where a new child of a node goes: into it if it can hold any, else behind it. */
export const placeFor = (text: string, keys: Keys, kind: string): { readonly holder: Keys; readonly index: number } => {
  const below = holderBelow[kind]
  const holder = below ? [...keys, ...below] : keys.slice(0, -1)
  const siblings = valueAt(parsed(text), holder)
  const names = isObject(siblings) ? Object.keys(siblings) : []
  return { holder, index: below ? names.length : names.indexOf(String(keys.at(-1))) + 1 }
}

const keysIn = (text: string, holder: Keys): readonly string[] => {
  const siblings = valueAt(parsed(text), holder)
  return isObject(siblings) ? Object.keys(siblings) : []
}

/** The index at which a moved node stands before or behind another, counted without itself; else at the end. */
export const placeAmong = (
  text: string,
  holder: Keys,
  moved: Keys,
  beside: { readonly key: string; readonly position: 'before' | 'after' } | undefined,
): number => {
  const isSame = moved.slice(0, -1).join('/') === holder.join('/')
  const others = keysIn(text, holder).filter((key) => !(isSame && key === moved.at(-1)))
  return beside ? others.indexOf(beside.key) + (beside.position === 'after' ? 1 : 0) : others.length
}

/** One place up or down among its siblings. */
export const shiftNode = (text: string, keys: Keys, by: -1 | 1): string => {
  const index = keysIn(text, keys.slice(0, -1)).indexOf(String(keys.at(-1))) + by
  return index < 0 ? text : moveProperty(text, keys, keys.slice(0, -1), index)
}
