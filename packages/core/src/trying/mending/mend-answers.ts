import type { Answers } from '../../answers/json.ts'
import { settle } from '../../answers/settle.ts'
import { validate } from '../../answers/validate.ts'
import type { Issue } from '../../issues/issue.ts'
import type { Rule, Template } from '../../template/template.ts'
import { type Change, changed } from './change.ts'
import type { Draft } from './draft.ts'
import { fieldChanges } from './mend-field.ts'
import { distanceOf, ruleChanges } from './mend-rule.ts'

export interface Mended {
  readonly answers: Answers
  /** What is still wrong with them. */
  readonly left: readonly Issue[]
}

export interface MendOptions {
  readonly today: string
  /** The search ends after so long, with the best that it has found. */
  readonly ms: number
}

/** So many changes that put an issue right are weighed, and so many of them followed further. */
const [mostWeighed, mostFollowed] = [16, 4]
/** A change may break something else that so many more put right. */
const deepest = 3

interface State extends Draft {
  readonly issues: readonly Issue[]
}

const keyOf = ({ code, at, params }: Issue): string => `${code} ${at} ${params.rule ?? ''}`
const isGone = ({ issues }: State, issue: Issue) => issues.every((one) => keyOf(one) !== keyOf(issue))

/** An error counts for more than any number of warnings, and anything broken for more than how far it is broken. */
const costOf = (state: State): number =>
  state.issues.reduce((cost, issue) => {
    const rule = ruleOf(state, issue)
    const far = rule ? distanceOf(state, rule, issue) : 0
    // What a rule says is not mended by taking away what must be there.
    const weight = rule ? 1 + (0.9 * far) / (1 + far) : 3
    return cost + (issue.severity === 'error' ? 1000 : 1) * weight
  }, 0)

const ruleOf = ({ template }: Draft, issue: Issue): Rule | undefined =>
  issue.code === 'rule' ? template.rules.find(({ id }) => id === issue.params.rule) : undefined

/**
 * Answers of which less is wrong: looks for small changes that put one issue after the other right, and takes what lets
 * fewer of them stand. It finds no solution that takes many changes at once.
 */
export const mendAnswers = (template: Template, answers: Answers, { today, ms }: MendOptions): Mended => {
  const end = performance.now() + ms
  const isOver = () => performance.now() > end
  const stateOf = (next: Answers): State => {
    const settled = settle(template, next, { today })
    return { template, today, isOver, answers: next, settled, issues: validate(template, next, { today, settled }) }
  }
  const changesFor = (state: State, issue: Issue): Iterable<Change> => {
    const rule = ruleOf(state, issue)
    return rule ? ruleChanges(state, rule, issue) : fieldChanges(state, issue)
  }
  const tried = (state: State, issue: Issue): readonly (readonly [cost: number, State])[] => {
    const found: (readonly [number, State])[] = []
    const before = costOf(state)
    for (const change of changesFor(state, issue)) {
      if (isOver()) break
      const next = stateOf(changed(state.answers, change))
      const cost = costOf(next)
      found.push([cost, next])
      if (found.length >= mostWeighed || (cost < before && isGone(next, issue))) break
    }
    return found.sort(([one], [other]) => one - other)
  }
  /** A state that costs less than `bound`, by putting an issue right and then what that has broken. */
  const better = (
    state: State,
    issue: Issue,
    known: ReadonlySet<string>,
    bound: number,
    depth: number,
  ): State | undefined => {
    const found = tried(state, issue)
    const [best] = found
    if (best && best[0] < bound) return best[1]
    if (depth === 0) return undefined
    for (const [, next] of found.slice(0, mostFollowed)) {
      const broken = next.issues.find((one) => !known.has(keyOf(one)))
      const mended = broken && !isOver() ? better(next, broken, known, bound, depth - 1) : undefined
      if (mended) return mended
    }
    return undefined
  }
  let state = stateOf(answers)
  const hopeless = new Set<string>()
  for (;;) {
    const issue = state.issues.find((one) => !hopeless.has(keyOf(one)))
    if (!issue || isOver()) return { answers: state.answers, left: state.issues }
    const next = better(state, issue, new Set(state.issues.map(keyOf)), costOf(state), deepest)
    if (next) {
      state = next
      // What could not be put right before may be now.
      hopeless.clear()
    } else hopeless.add(keyOf(issue))
  }
}
