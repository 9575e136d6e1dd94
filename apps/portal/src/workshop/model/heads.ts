import { isObject, type Json, property, valueAt } from '@policyforms/core'
import { type Keys, setValue } from '@policyforms/core/editing'
import { answerPath, plainPath } from './answer-path.ts'
import { type Change, followNames } from './follow-names.ts'
import { parsed } from './outline.ts'
import type { RenamedHead } from './renamed-head.ts'

/* The rows and columns of a matrix have keys of their own, which sums, rules, examples and drafts know them by. */

const headsOf = (text: string, matrix: Keys, side: RenamedHead['side']): readonly Json[] => {
  const heads = valueAt(parsed(text), [...matrix, side])
  return Array.isArray(heads) ? heads : []
}

const keysOn = (text: string, matrix: Keys, side: RenamedHead['side']): readonly string[] =>
  headsOf(text, matrix, side).map((head) => String(property(head, 'key')))

/** Where the cells of a matrix are after one of its heads has got another key; `text` is as it was before. */
export const changeOfHead = (text: string, keys: Keys, { side, from, to }: RenamedHead): Change => {
  const matrix = plainPath(answerPath(keys))
  const at = matrix.length + (side === 'x-rows' ? 0 : 1)
  const isIn = (path: readonly string[]) => path[at] === from && matrix.every((key, i) => path[i] === key)
  const holders = side === 'x-rows' ? [matrix] : keysOn(text, keys, 'x-rows').map((row) => [...matrix, row])
  return {
    keysNow: (place) => place,
    moved: (path) => (isIn(path) ? path.with(at, to) : path),
    places: holders.map((holder) => [
      [...holder, from],
      [...holder, to],
    ]),
  }
}

/** Another key for a row or column of a matrix. One that was published leaves word of its former key. */
export const renameHead = (text: string, keys: Keys, head: RenamedHead, isPublished: boolean): string => {
  const { side, index, from, to } = head
  const here = [...keys, side, index]
  const renamed = setValue(text, [...here, 'key'], to)
  const hasWord = valueAt(parsed(text), [...here, 'was']) !== undefined
  const told = isPublished && !hasWord ? setValue(renamed, [...here, 'was'], from) : renamed
  const summed = headsOf(text, keys, side).reduce<string>((so, one, i) => {
    const sums = isObject(one) ? one.sums : undefined
    const at = Array.isArray(sums) ? sums.indexOf(from) : -1
    return at < 0 ? so : setValue(so, [...keys, side, i, 'sums', at], to)
  }, told)
  return followNames(text, summed, changeOfHead(text, keys, head))
}

/** Whether the matrix had such a head when its template was published last. */
export const hadHead = (published: string, keys: Keys, { side, from }: RenamedHead): boolean =>
  keysOn(published, keys, side).includes(from)
