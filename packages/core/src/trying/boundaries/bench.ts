import { type Answers, isObject, type Json, type JsonObject } from '../../answers/json.ts'
import { keysOf, pointerOf, withValue } from '../../answers/pointer.ts'
import { type Settled, settle } from '../../answers/settle.ts'
import { validate } from '../../answers/validate.ts'
import type { Issue } from '../../issues/issue.ts'
import type { Template } from '../../template/template.ts'

/** An example that nothing is wrong with, from which others are made. */
export interface Base {
  readonly name: string
  readonly answers: Answers
}

export interface Tried {
  /** Null takes away. */
  readonly set: JsonObject
  readonly issues: readonly Issue[]
  /** Those that the base did not give. */
  readonly news: readonly Issue[]
}

/** Answers to try changes on. */
export interface Bench {
  readonly template: Template
  readonly base: Base
  readonly today: string
  readonly settled: Settled
  with(set: JsonObject): Answers
  tryOut(set: JsonObject): Tried
}

export const setOf = (place: readonly (string | number)[], value: Json | undefined): JsonObject => ({
  [pointerOf(place)]: value ?? null,
})

const keyOf = ({ code, at, params }: Issue): string => `${code} ${at} ${params.rule ?? ''}`

export const benchOf = (template: Template, base: Base, today: string): Bench => {
  const before = new Set(validate(template, base.answers, { today }).map(keyOf))
  const changed = (set: JsonObject): Answers => {
    const answers = Object.entries(set).reduce<Json>(
      (so, [pointer, value]) => withValue(so, keysOf(pointer), value ?? undefined),
      base.answers,
    )
    return isObject(answers) ? answers : {}
  }
  const tryOut = (set: JsonObject): Tried => {
    const issues = validate(template, changed(set), { today })
    // An example may have been saved with what is computed: that is another now, and is left to be computed.
    const stale = issues.filter((issue) => issue.code === 'computed' && !before.has(keyOf(issue)) && !(issue.at in set))
    if (stale.length > 0) return tryOut({ ...set, ...Object.fromEntries(stale.map(({ at }) => [at, null])) })
    return { set, issues, news: issues.filter((issue) => !before.has(keyOf(issue))) }
  }
  return {
    template,
    base,
    today,
    settled: settle(template, base.answers, { today }),
    with: changed,
    tryOut,
  }
}
