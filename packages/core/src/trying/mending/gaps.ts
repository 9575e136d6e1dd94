import { evaluate, type Scope, withinBudget } from '../../rules/evaluate.ts'
import type { Term } from '../../rules/expression.ts'
import { isExact } from '../../rules/value.ts'

const comparing = new Set(['==', '<', '<=', '>', '>='])

type Comparison = Extract<Term, { op: 'binary' }>

/** The comparisons that an assertion is made of. Those over each item of a list are not among them: they have no scope. */
export const comparisonsOf = (term: Term): readonly Comparison[] => {
  switch (term.op) {
    case 'binary':
      return comparing.has(term.operator) ? [term] : [...comparisonsOf(term.left), ...comparisonsOf(term.right)]
    case 'unary':
      return comparisonsOf(term.of)
    case 'if':
      return [term.test, term.yes, term.no].flatMap(comparisonsOf)
    default:
      return []
  }
}

/** By how much the left side of a comparison is above the right one, where both are numbers. */
export const gapOf = ({ left, right }: Comparison, scope: Scope): number | undefined =>
  withinBudget(() => {
    const [one, other] = [evaluate(left, scope), evaluate(right, scope)]
    return isExact(one) && isExact(other) ? one.minus(other).toNumber() : undefined
  }, undefined)
