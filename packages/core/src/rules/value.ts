import { isObject, type Json, type JsonObject } from '../answers/json.ts'
import { Exact } from '../numbers/decimal.ts'

/** A value while rules are evaluated. Numbers are exact; `null` is blank. Records and tables stay the answers' own JSON. */
export type Value = Exact | string | boolean | null | readonly (Value | Json)[] | JsonObject

/** An answer as rules see it: a missing or empty one is blank. */
export const ruleValue = (json: Json | Value | undefined): Value => {
  if (typeof json === 'number') return new Exact(json)
  return json === undefined || json === '' ? null : json
}

export const isExact = (value: Value): value is Exact => value instanceof Exact
export const isRecord = (value: Value): value is JsonObject => !isExact(value) && isObject(value)

/** As an answer: what a computed field stores. */
export const jsonOf = (value: Value): Json | undefined => {
  if (isExact(value)) return value.toNumber()
  if (value === null) return undefined
  if (Array.isArray(value)) return value.map((item) => jsonOf(ruleValue(item)) ?? null)
  return value as Json // records and lists of answers are JSON already
}

/** Every number inside a list, a record or a matrix; blanks are passed over. */
export const numbersIn = (value: Value): readonly Exact[] => {
  if (isExact(value)) return [value]
  if (Array.isArray(value)) return value.flatMap((item) => numbersIn(ruleValue(item)))
  return isRecord(value) ? Object.values(value).flatMap((item) => numbersIn(ruleValue(item))) : []
}

export const itemsOf = (value: Value): readonly Value[] => (Array.isArray(value) ? value.map(ruleValue) : [])
