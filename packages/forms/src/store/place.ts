import { isObject, type Json, type JsonObject, keysOf, type Pointer, property } from '@policyforms/core'

/** From the root of the answers: property names, and numbers for rows of a table. */
export type Keys = readonly (string | number)[]

const emptied = (object: JsonObject, name: string): JsonObject => {
  const { [name]: _, ...others } = object
  return others
}

/**
 * A copy with one place set, or its property removed when the value is undefined. What is not on the way is shared.
 * Unlike `withValue` of core it makes the rows that a number in the keys asks for: typing into a row that is only
 * displayed brings it into being.
 */
export const withPlace = (root: Json | undefined, keys: Keys, value: Json | undefined): Json | undefined => {
  const [key, ...rest] = keys
  if (key === undefined) return value
  if (typeof key === 'number') {
    const rows = Array.isArray(root) ? [...root] : []
    while (rows.length <= key) rows.push({})
    rows[key] = withPlace(rows[key], rest, value) ?? {}
    return rows
  }
  const object = isObject(root) ? root : {}
  const inner = withPlace(property(object, key), rest, value)
  return inner === undefined ? emptied(object, key) : { ...object, [key]: inner }
}

/** The keys of a pointer, numbers where the answers have rows. */
export const keysIn = (root: Json | undefined, place: Pointer): Keys => {
  let here = root
  return keysOf(place).map((name) => {
    const key = Array.isArray(here) ? Number(name) : name
    here = Array.isArray(here) ? here[Number(name)] : property(here, name)
    return key
  })
}
