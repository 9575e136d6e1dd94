import type { Path } from '../template/template.ts'
import { isObject, type Json, property } from './json.ts'

/** A JSON pointer (RFC 6901) to one place among the answers or in a file. */
export type Pointer = string

export const pointerOf = (keys: readonly (string | number)[]): Pointer =>
  keys.reduce<string>((pointer, key) => `${pointer}/${typeof key === 'number' ? key : escaped(key)}`, '')

// Most keys have nothing to escape, and pointers are made for every answer.
const escaped = (key: string) => (/[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key)

export const keysOf = (pointer: Pointer): readonly string[] =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))

/** The value at a concrete place, or undefined. */
export const valueAt = (root: Json | undefined, keys: readonly (string | number)[]): Json | undefined =>
  keys.reduce<Json | undefined>(
    (value, key) => (Array.isArray(value) ? value[Number(key)] : property(value, String(key))),
    root,
  )

/** Every concrete place that a path with `*` stands for, in order. Absent values are places too; absent rows are not. */
export const placesOf = (root: Json | undefined, path: Path): readonly (readonly (string | number)[])[] => {
  const star = path.indexOf('*')
  if (star < 0) return [path]
  const head = path.slice(0, star)
  const rows = valueAt(root, head)
  if (!Array.isArray(rows)) return []
  return rows.flatMap((row, index) => placesOf(row, path.slice(star + 1)).map((rest) => [...head, index, ...rest]))
}

/** A copy with one place set, or removed when the value is undefined. What is not on the way is shared. */
export const withValue = (
  root: Json | undefined,
  keys: readonly (string | number)[],
  value: Json | undefined,
): Json => {
  const [key, ...rest] = keys
  if (key === undefined) return value ?? null
  if (Array.isArray(root)) {
    const index = Number(key)
    return root.map((item, i) => (i === index ? withValue(item, rest, value) : item))
  }
  const object = isObject(root) ? root : {}
  const name = String(key)
  if (rest.length === 0 && value === undefined) {
    const { [name]: _, ...others } = object
    return others
  }
  return { ...object, [name]: rest.length === 0 ? value : withValue(property(object, name), rest, value) }
}
