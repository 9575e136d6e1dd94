import { type Budget, evaluate, newBudget, withinBudget } from '../rules/evaluate.ts'
import type { Expression } from '../rules/expression.ts'
import { scopeAt } from '../rules/scope.ts'
import { jsonOf, type Value } from '../rules/value.ts'
import type { Path, Template } from '../template/template.ts'
import { fixedTables, walkLeaves } from '../template/walk.ts'
import { changing } from './changing.ts'
import { type Answers, isObject, type Json, type JsonObject } from './json.ts'
import { type Pointer, placesOf, pointerOf, valueAt, withValue } from './pointer.ts'
import { withRowIds } from './rows.ts'

export interface Settled {
  /** The answers with computed values and the ids of rows filled in, and hidden ones removed. */
  readonly answers: Answers
  /** Where a condition that does not hold has hidden something, and all below it. */
  readonly hidden: ReadonlySet<Pointer>
}

export type Place = readonly (string | number)[]

/** Makes the answers consistent: conditions and computed values, each after what it reads. */
export const settle = (
  template: Pick<Template, 'derivations' | 'sections'>,
  answers: Answers,
  options: { readonly today: string; readonly budget?: Budget },
): Settled => {
  const { answers: draft, put } = changing(withRowIds(template, withPresets(template, answers)))
  const hidden = new Set<Pointer>()
  const budget = options.budget ?? newBudget()
  for (const derivation of template.derivations) {
    for (const place of placesOf(draft, derivation.path)) {
      if (isHidden(hidden, place)) continue
      const value = judge(derivation.expression, draft, place, options.today, budget)
      if (derivation.is === 'compute')
        put(place, readsNothing(derivation.expression, draft, place) ? undefined : jsonOf(value))
      else if (value !== true) {
        hidden.add(pointerOf(place))
        put(place, undefined)
      }
    }
  }
  return { answers: draft, hidden }
}

/** The answers with the rows that the template prints beforehand, and what was filled in beside them. */
export const withPresets = (template: Pick<Template, 'sections'>, answers: Answers): Answers =>
  fixedTables(template).reduce<Answers>((so, { path, fixedRows = [] }) => {
    const rows = withFixedRows(valueAt(so, path), fixedRows)
    return withValue(so, path, rows) as Answers // an object stays one
  }, answers)

/** The rows that a template prints beforehand, with what was filled in beside them. */
const withFixedRows = (given: Json | undefined, rows: readonly JsonObject[]): readonly Json[] =>
  rows.map((row, i) => {
    const filled = Array.isArray(given) ? given[i] : undefined
    return { ...(isObject(filled) ? filled : {}), ...row }
  })

/** What is computed from blanks alone is blank: an empty book does not print 0 where nothing was counted. */
const readsNothing = ({ reads }: Expression, answers: Answers, place: Place): boolean =>
  reads.length > 0 &&
  reads.every((read) =>
    placesOf(answers, inRowOf(read.at(-1) === '' ? read.slice(0, -1) : read, place)).every((one) =>
      isEmpty(valueAt(answers, one)),
    ),
  )

/** A path with the rows that it shares with a place: what a row reads of itself is read of that row alone. */
const inRowOf = (read: Path, place: Place): Path => {
  const shared = read.findIndex((key, i) => key !== place[i] && !(key === '*' && typeof place[i] === 'number'))
  return read.map((key, i) => (key === '*' && (shared < 0 || i < shared) ? String(place[i]) : key))
}

const isEmpty = (value: Json | undefined): boolean => {
  if (Array.isArray(value)) return value.every(isEmpty)
  if (isObject(value)) return Object.values(value).every(isEmpty)
  return value === undefined || value === null || value === ''
}

/** Whether a place, or anything around it, is hidden. */
export const isHidden = (hidden: ReadonlySet<Pointer>, place: Place): boolean =>
  hidden.size > 0 && place.some((_, i) => hidden.has(pointerOf(place.slice(0, i + 1))))

/** What an expression gives at a place; blank when the budget is spent. */
export const judge = (expression: Expression, answers: Answers, place: Place, today: string, budget: Budget): Value =>
  withinBudget(() => evaluate(expression.term, scopeAt(answers, place, today, budget)), null)

/** The answers with what is computed of them. What a condition hides stays as it is. */
export const withComputed = (template: Pick<Template, 'sections'>, answers: Answers, settled: Answers): Answers => {
  const { answers: computed, put } = changing(answers)
  for (const { field, path } of walkLeaves(template)) {
    if (!field.compute) continue
    for (const place of placesOf(settled, path)) {
      const value = valueAt(settled, place)
      if (value !== undefined) put(place, value)
    }
  }
  return computed
}

/** What a new draft begins with. */
export const prefill = (template: Template, options: { readonly today: string }): Answers => {
  const { answers, put } = changing(withRowIds(template, withPresets(template, {})))
  const budget = newBudget()
  for (const { path, expression } of template.prefills) {
    put(path, jsonOf(judge(expression, answers, path, options.today, budget)))
  }
  return answers
}
