import type { Issue } from '../issues/issue.ts'
import { evaluate, type Scope, withinBudget } from '../rules/evaluate.ts'
import { isExact, type Value } from '../rules/value.ts'
import type { Rule, Template } from '../template/template.ts'
import { blockAt } from '../template/walk.ts'
import type { Answers } from './json.ts'
import { placesOf, pointerOf } from './pointer.ts'
import { isHidden, type Place } from './settle.ts'

interface Judging {
  readonly template: Template
  readonly settled: Answers
  readonly hidden: ReadonlySet<string>
}

/** Where a rule does not hold. A broken off evaluation is told too. */
export const ruleIssues = (rule: Rule, on: Judging, scope: (place: Place) => Scope): readonly Issue[] => {
  // A rule that cites nothing of its own has the clauses of its block; a row may have closer ones.
  const holder = blockAt(on.template, rule.path)
  const inherits = holder?.clauses.join() === rule.clauses.join()
  return placesOf(on.settled, rule.path).flatMap((place): readonly Issue[] => {
    if (isHidden(on.hidden, place)) return []
    const here = scope(place)
    const at = [...place, ...rule.at]
    const clauses = inherits || rule.clauses.length === 0 ? {} : { clauses: rule.clauses }
    const found = (): readonly Issue[] => {
      if (evaluate(rule.assert.term, here) !== false) return []
      const values = Object.entries(rule.values).map(
        ([name, value]) => [name, inWords(evaluate(value.term, here))] as const,
      )
      const text = values.reduce((message, [name, value]) => message.replaceAll(`{${name}}`, value), rule.message)
      return [{ code: 'rule', at: pointerOf(at), severity: rule.severity, params: { rule: rule.id, text }, ...clauses }]
    }
    const tooBig = (): readonly Issue[] => [
      { code: 'too-big', at: pointerOf(at), severity: 'error', params: { rule: rule.id }, ...clauses },
    ]
    return withinBudget(found, undefined) ?? tooBig()
  })
}

const inWords = (value: Value): string => {
  if (isExact(value)) return value.toDecimalPlaces(6).toFixed()
  if (typeof value === 'boolean') return value ? '是' : '否'
  return Array.isArray(value)
    ? value.map((item) => inWords(item as Value)).join('、')
    : typeof value === 'string'
      ? value
      : ''
}
