import { valueAt } from '@policyforms/core'
import { type Keys, moveProperty, renameKey, setValue } from '@policyforms/core/editing'
import { changeOf, followNames } from './follow-names.ts'
import { type Added, freeKey, requiredAt, requiredOf, setRequired } from './node-edits.ts'
import { parsed } from './outline.ts'

/* Nodes that get another key or place. Whatever names them follows: `required`, rules, computations, references. */

export { followInFiles } from './follow-files.ts'
export { changeOf } from './follow-names.ts'
export { groupToTableInFiles } from './group-to-table.ts'
export { changeOfHead, hadHead, renameHead } from './heads.ts'

/** Another key in the same place. A node that was published leaves word of its former key. */
export const renameNode = (text: string, keys: Keys, key: string, formerKey?: string): string => {
  const old = String(keys.at(-1))
  const list = requiredOf(text, keys)
  const renamed = renameKey(text, keys, key)
  const asked = list.includes(old)
    ? setValue(
        renamed,
        requiredAt(keys),
        list.map((one) => (one === old ? key : one)),
      )
    : renamed
  const now = [...keys.slice(0, -1), key]
  const followed = followNames(text, asked, changeOf({ from: keys, to: now }))
  const hasWord = valueAt(parsed(text), [...keys, 'x-was']) !== undefined
  return formerKey === undefined || hasWord ? followed : setValue(followed, [...now, 'x-was'], formerKey)
}

/** To a place in the same holder or another; the index counts the children that are there without it. */
export const moveNode = (text: string, keys: Keys, holder: Keys, index: number): Added => {
  const isSame = keys.slice(0, -1).join('/') === holder.join('/')
  if (isSame) return { text: moveProperty(text, keys, holder, index), keys }
  const wasRequired = requiredOf(text, keys).includes(String(keys.at(-1)))
  const key = freeKey(text, holder, String(keys.at(-1)))
  const moved = moveProperty(text, keys, holder, index, key)
  if (moved === text) return { text, keys }
  const dropped = wasRequired ? setRequired(moved, keys, false) : moved
  const now = [...holder, key]
  const asked = wasRequired ? setRequired(dropped, now, true) : dropped
  return { text: followNames(text, asked, changeOf({ from: keys, to: now })), keys: now }
}
