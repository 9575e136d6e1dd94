import { type JsonObject, type Path, valueAt } from '@policyforms/core'
import { insertItem, type Keys, setValue } from '@policyforms/core/editing'
import { answerPath, plainPath } from '../model/answer-path.ts'
import { parsed } from '../model/outline.ts'
import type { WrittenRule } from './rule-list.ts'

export const newRule = (id: string): JsonObject => ({ id, assert: 'true', message: '请写明应当怎样' })

export const freeRuleId = (wanted: string, taken: readonly string[]): string => {
  let id = wanted
  for (let n = 2; taken.includes(id); n++) id = `${wanted}-${n}`
  return id
}

/** The keys of the node at a path without rows; those of the nearest one around it that the text has itself. */
export const keysOfHolder = (text: string, path: Path, eachRow: boolean): Keys => {
  const root = parsed(text)
  let keys: Keys = []
  for (const key of path) {
    const inside = [...keys, 'properties', key]
    const inRows = [...keys, 'items', 'properties', key]
    const next = [inside, inRows].find((one) => valueAt(root, one) !== undefined)
    if (!next) break
    keys = next
  }
  return eachRow && valueAt(root, [...keys, 'items']) !== undefined ? [...keys, 'items'] : keys
}

/** A rule more at a node; where it then stands. */
export const addRule = (
  text: string,
  holder: Keys,
  rule: JsonObject,
): { readonly text: string; readonly keys: Keys } => {
  const list = valueAt(parsed(text), [...holder, 'x-rules'])
  const index = Array.isArray(list) ? list.length : 0
  const keys = [...holder, 'x-rules']
  return { text: insertItem(text, keys, index, rule), keys: [...keys, index] }
}

/** Without it; the last one takes the keyword with it. */
export const removeRule = (text: string, keys: Keys): string => {
  const list = valueAt(parsed(text), keys.slice(0, -1))
  return setValue(text, Array.isArray(list) && list.length > 1 ? keys : keys.slice(0, -1), undefined)
}

/** The rule at another part of the template; it points to what it pointed to, if that stands there. */
export const moveRule = (
  text: string,
  { keys, path, rule }: WrittenRule,
  holder: Keys,
): { readonly text: string; readonly keys: Keys } => {
  const { at, ...bare } = rule
  const target = [...plainPath(path), ...(typeof at === 'string' && at !== '' ? at.split('/') : [])]
  const place = plainPath(answerPath(holder))
  const rest = place.every((key, i) => target[i] === key) ? target.slice(place.length) : []
  return addRule(removeRule(text, keys), holder, { ...bare, ...(rest.length > 0 && { at: rest.join('/') }) })
}
