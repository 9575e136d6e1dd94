import { isObject, type Json, property } from '../answers/json.ts'
import { pointerOf } from '../answers/pointer.ts'
import { unwritten } from '../editing/unwritten.ts'
import type { Issue } from '../issues/issue.ts'
import { packIssue, type Source } from './source.ts'

/*
 * What the workshop and `policyforms new` write until somebody says what is meant. A pack works with it, and is told so
 * until it is gone.
 */

const isPlaceholder = (title: Json | undefined): title is string =>
  typeof title === 'string' && [unwritten.entry, ...unwritten.options].includes(title)

/** For a place whose code nobody has told. */
export const unknownCode = '000000'

const told = (source: Source, keys: readonly string[], text: string): Issue =>
  packIssue('unfinished', { source, pointer: pointerOf(keys) }, { text }, { severity: 'warning' })

/** Options and entries of lists that are still to be written, wherever they stand in a file. */
export const unfinishedOptions = (source: Source): readonly Issue[] => {
  const found: Issue[] = []
  const keys: string[] = []
  const walk = (value: Json | undefined): void => {
    if (typeof value !== 'object' || value === null) return
    if (isObject(value) && isPlaceholder(value.title) && (value.const ?? value.code) !== undefined)
      found.push(told(source, [...keys, 'title'], value.title))
    for (const [key, item] of Object.entries(value)) {
      keys.push(key)
      walk(item)
      keys.pop()
    }
  }
  walk(source.value)
  return found
}

export const unfinishedCode = (source: Source): readonly Issue[] =>
  property(source.value, 'code') === unknownCode ? [told(source, ['code'], unknownCode)] : []
