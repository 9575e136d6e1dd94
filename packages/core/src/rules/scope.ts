import type { Answers, Json } from '../answers/json.ts'
import { valueAt } from '../answers/pointer.ts'
import type { Budget, Scope } from './evaluate.ts'
import { ruleValue, type Value } from './value.ts'

/**
 * The names that an expression sees at one concrete place: every section, `self` (the value there), `parent` (the
 * object around it) and `row` (the nearest row of a table around or at it).
 */
export const scopeAt = (
  answers: Answers,
  place: readonly (string | number)[],
  today: string,
  budget: Budget,
): Scope => {
  const names = new Map<string, Value>(Object.keys(answers).map((key) => [key, ruleValue(answers[key])]))
  const at = (length: number): Json | undefined => valueAt(answers, place.slice(0, length))
  const row = place.findLastIndex((key) => typeof key === 'number')
  names.set('self', ruleValue(at(place.length)))
  names.set('parent', ruleValue(at(Math.max(0, place.length - 1))))
  if (row >= 0) names.set('row', ruleValue(at(row + 1)))
  return { names, today, budget }
}
