import { isObject, type Json } from '@policyforms/core'

/** A row or column of a matrix that has another key. */
export interface RenamedHead {
  readonly side: 'x-rows' | 'x-columns'
  readonly index: number
  readonly from: string
  readonly to: string
}

const keyOf = (head: Json | undefined): string | undefined =>
  isObject(head) && typeof head.key === 'string' ? head.key : undefined

/** What a change of a keyword comes to, if it gives a head another key and does nothing else. */
export const renamedHead = (
  keyword: string,
  now: Json | undefined,
  next: Json | undefined,
): RenamedHead | undefined => {
  if ((keyword !== 'x-rows' && keyword !== 'x-columns') || !Array.isArray(now) || !Array.isArray(next)) return undefined
  const index = now.findIndex((head: Json, i) => keyOf(head) !== keyOf(next[i]))
  const [from, to] = [keyOf(now[index]), keyOf(next[index])]
  if (now.length !== next.length || from === undefined || to === undefined) return undefined
  const back = next.with(index, { ...(isObject(next[index]) ? next[index] : {}), key: from })
  return JSON.stringify(back) === JSON.stringify(now) ? { side: keyword, index, from, to } : undefined
}
