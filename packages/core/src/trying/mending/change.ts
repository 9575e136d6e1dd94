import { type Answers, isObject, type Json } from '../../answers/json.ts'
import { withValue } from '../../answers/pointer.ts'
import type { Place } from '../../answers/settle.ts'

/** Values for some places; undefined takes away. */
export type Change = readonly { readonly place: Place; readonly value: Json | undefined }[]

export const changed = (answers: Answers, change: Change): Answers => {
  const next = change.reduce<Json>((so, { place, value }) => withValue(so, place, value), answers)
  return isObject(next) ? next : {}
}
