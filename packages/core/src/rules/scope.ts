import { type Answers, type Json, property } from '../answers/json.ts'
import { keysOf, valueAt } from '../answers/pointer.ts'
import type { Budget, Scope } from './evaluate.ts'
import { ruleValue } from './value.ts'

/**
 * The names that an expression sees at one concrete place: every section, `self` (the value there), `parent` (the
 * object around it) and `row` (the nearest row of a table around or at it). A pointer
 * names a table whose rows are referred to: no macro can take its name.
 */
export const scopeAt = (
  answers: Answers,
  place: readonly (string | number)[],
  today: string,
  budget: Budget,
): Scope => {
  const at = (length: number): Json | undefined => valueAt(answers, place.slice(0, Math.max(0, length)))
  const written = (name: string): Json | undefined => {
    if (name === 'self') return at(place.length)
    if (name === 'parent') return at(place.length - 1)
    if (name.startsWith('/')) return valueAt(answers, keysOf(name))
    if (name !== 'row') return property(answers, name)
    const row = place.findLastIndex((key) => typeof key === 'number')
    return row < 0 ? undefined : at(row + 1)
  }
  return { named: (name) => ruleValue(written(name)), today, budget }
}
