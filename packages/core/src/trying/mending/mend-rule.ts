import type { Json } from '../../answers/json.ts'
import { placesOf, pointerOf, valueAt } from '../../answers/pointer.ts'
import { type Place, settle } from '../../answers/settle.ts'
import type { Issue } from '../../issues/issue.ts'
import { newBudget } from '../../rules/evaluate.ts'
import { scopeAt } from '../../rules/scope.ts'
import type { Rule } from '../../template/template.ts'
import { edgesOf } from '../boundaries/ladder.ts'
import { readingOf } from '../rule-verdict.ts'
import { type Change, changed } from './change.ts'
import { type Dial, otherRows, roots, rowsDial, valueDials } from './dials.ts'
import { distanceFromTrue } from './distance.ts'
import type { Draft } from './draft.ts'
import { comparisonsOf, gapOf } from './gaps.ts'
import { leavesOf, tablesOf } from './leaves.ts'
import { optionsOf, variantRows, zeros } from './options.ts'

/** Of the answers that a rule reads so many are tried one by one. */
const mostLeaves = 40

/** How wrong a rule is at a place with a change, and what its comparisons say there. */
const judgeOf = ({ template, answers, today }: Draft, rule: Rule, at: Place) => {
  const part = { sections: template.sections, derivations: readingOf(template, rule).derivations }
  const comparisons = comparisonsOf(rule.assert.term)
  const scopeWith = (change: Change) =>
    scopeAt(settle(part, changed(answers, change), { today }).answers, at, today, newBudget())
  return {
    distance: (change: Change): number => distanceFromTrue(rule.assert.term, scopeWith(change)),
    gaps: (change: Change) => {
      const scope = scopeWith(change)
      return comparisons.map((one) => gapOf(one, scope))
    },
  }
}

/** How wrong a rule is where an issue says so. */
export const distanceOf = (draft: Draft, rule: Rule, issue: Issue): number => {
  const at = placeOf(draft, rule, issue)
  return at ? distanceFromTrue(rule.assert.term, scopeAt(draft.settled.answers, at, draft.today, newBudget())) : 0
}

const placeOf = ({ settled }: Draft, rule: Rule, issue: Issue): Place | undefined =>
  placesOf(settled.answers, rule.path).find((place) => pointerOf([...place, ...rule.at]) === issue.at)

/** Changes after which less is wrong about a rule where an issue says that it does not hold, those that mend it first. */
export function* ruleChanges(draft: Draft, rule: Rule, issue: Issue): Generator<Change> {
  const at = placeOf(draft, rule, issue)
  if (!at) return
  const { answers, today, isOver } = draft
  const { distance, gaps } = judgeOf(draft, rule, at)
  const before = distance([])
  const half: (readonly [number, Change])[] = []
  const weigh = function* (changes: Iterable<Change>): Generator<Change> {
    for (const change of changes) {
      if (isOver()) return
      const now = distance(change)
      if (now === 0) yield change
      else if (now < before) half.push([now, change])
    }
  }
  const turned = function* (dial: Dial): Generator<Change> {
    const to = (rung: number): Change => [{ place: dial.place, value: dial.at(rung) }]
    const found = [...weigh(roots(dial, (rung) => gaps(to(rung))).map(to))]
    yield* found
    if (found.length > 0) return
    const within = edgesOf(dial, (value) => isOver() || distance([{ place: dial.place, value }]) === 0)
    yield* within.map(({ outside }) => [{ place: dial.place, value: outside }])
  }
  const all = leavesOf(draft, rule, at)
  const leaves = all.slice(0, mostLeaves)
  for (const { field, place } of leaves)
    for (const dial of valueDials(field, place, valueAt(answers, place), today)) yield* turned(dial)
  const options = optionsOf(draft, rule, leaves)
  const isBlank = (change: Change) => change.some(({ value }) => value === undefined)
  yield* weigh([...options.filter((change) => !isBlank(change)), ...zeros(all)])
  for (const table of tablesOf(draft, rule)) {
    const value = valueAt(answers, table.path)
    const rows: readonly Json[] = Array.isArray(value) ? value : []
    const dial = rowsDial(draft.template, table, rows)
    if (dial) yield* turned(dial)
    yield* weigh(variantRows(draft, rule, table, rows))
    yield* weigh(otherRows(table, rows).map((next): Change => [{ place: table.path, value: next }]))
  }
  // Only what cannot be met is left blank.
  yield* weigh(options.filter(isBlank))
  yield* half.sort(([one], [other]) => one - other).map(([, change]) => change)
}
