import { type Answers, type Json, property } from './json.ts'

/** Answers being changed at many places. What is not on the way to any of them stays shared with what was given. */
export interface Changing {
  /** As they are by now: the same object all along. */
  readonly answers: Answers
  /** Sets a value, or removes it when it is undefined. Objects on the way are made; rows are not. */
  readonly put: (place: readonly (string | number)[], value: Json | undefined) => void
}

type Holder = { [key: string]: Json | undefined } | (Json | undefined)[]

const childOf = (holder: Holder, key: string | number): Json | undefined =>
  Array.isArray(holder) ? holder[Number(key)] : property(holder, String(key))

const assign = (holder: Holder, key: string | number, value: Json | undefined): void => {
  if (Array.isArray(holder)) {
    if (Number(key) in holder) holder[Number(key)] = value ?? null
  } else if (value === undefined) delete holder[key]
  else holder[key] = value
}

export const changing = (given: Answers): Changing => {
  const copies = new Set<Json>()
  const copyOf = (value: Json): Json => {
    if (typeof value !== 'object' || value === null || copies.has(value)) return value
    // Spreading keeps a property named __proto__ a plain one.
    const copy: Json = Array.isArray(value) ? value.slice() : { ...value }
    copies.add(copy)
    return copy
  }
  const answers = copyOf(given)
  const put = (place: readonly (string | number)[], value: Json | undefined): void => {
    let holder = answers as Holder // what is written to is a copy, made here
    for (const [i, key] of place.slice(0, -1).entries()) {
      const found = childOf(holder, key)
      const isMade = value !== undefined && !Array.isArray(holder) && typeof place[i + 1] === 'string'
      const below = copyOf(found ?? (isMade ? {} : null))
      if (typeof below !== 'object' || below === null) return
      if (below !== found) assign(holder, key, below)
      holder = below as Holder // likewise
    }
    const last = place.at(-1)
    if (last !== undefined && childOf(holder, last) !== value) assign(holder, last, value)
  }
  return { answers: answers as Answers, put } // a copy of an object is one
}
