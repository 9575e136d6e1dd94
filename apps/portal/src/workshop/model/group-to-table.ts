import { isObject, type Json, keysOf, pointerOf, valueAt } from '@policyforms/core'
import { type Keys, setValue } from '@policyforms/core/editing'
import { answerPath, plainPath } from './answer-path.ts'
import { examplesFolder } from './examples.ts'
import type { Files } from './history.ts'
import { parsed } from './outline.ts'

/** A group's fields as the columns of a table. What a table does not have goes. */
export const groupToTable = (text: string, keys: Keys): string => {
  const node = valueAt(parsed(text), keys)
  if (!isObject(node) || node['x-kind'] !== 'group') return text
  const { 'x-kind': _, properties, required, 'x-rules': rules, ...rest } = node
  const items = { properties: properties ?? {}, ...(required !== undefined && { required }) }
  return setValue(text, keys, { 'x-kind': 'table', ...rest, items, ...(rules !== undefined && { 'x-rules': rules }) })
}

type Path = readonly string[]

/** A pointer to the group or below it, as one to the only row. */
const intoRow = (pointer: string, path: Path): string => {
  const keys = keysOf(pointer)
  const isBelow = keys.length > path.length && path.every((key, i) => keys[i] === key)
  return isBelow ? pointerOf([...path, '0', ...keys.slice(path.length)]) : pointer
}

const wrapped = (value: Json): Json => (isObject(value) ? [value] : value)

/** Changes to another example: what they set of the group is set of the row. */
const setInRow = (set: Json, path: Path): Json =>
  isObject(set)
    ? Object.fromEntries(
        Object.entries(set).map(([pointer, value = null]) => [
          intoRow(pointer, path),
          pointer === pointerOf(path) ? wrapped(value) : value,
        ]),
      )
    : set

/** An example after a group of its template has become a table: what the group said is the only row. */
const rowInExample = (text: string, path: Path): string => {
  const root = parsed(text)
  if (!isObject(root)) return text
  const base = root.answers === undefined ? [] : ['answers']
  const place: Keys = [...base, ...path]
  const held = valueAt(root, place)
  const answered =
    typeof root.from === 'string'
      ? root.set === undefined
        ? text
        : setValue(text, ['set'], setInRow(root.set, path))
      : isObject(held)
        ? setValue(text, place, [held])
        : text
  if (!Array.isArray(root.issues)) return answered
  return root.issues.reduce(
    (so: string, issue: Json, i) =>
      isObject(issue) && typeof issue.at === 'string' && intoRow(issue.at, path) !== issue.at
        ? setValue(so, ['issues', i, 'at'], intoRow(issue.at, path))
        : so,
    answered,
  )
}

/** The files of a pack after a group of a template has become a table: its examples follow. */
export const groupToTableInFiles = (files: Files, file: string, keys: Keys): Files => {
  const path = plainPath(answerPath(keys))
  const folder = examplesFolder(file)
  return new Map(
    [...files].map(([other, text]) => [
      other,
      other === file ? groupToTable(text, keys) : other.startsWith(folder) ? rowInExample(text, path) : text,
    ]),
  )
}
