import { daysBetween, isIsoDate } from '../../rules/calendar.ts'
import { evaluate, type Scope, withinBudget } from '../../rules/evaluate.ts'
import type { Term } from '../../rules/expression.ts'
import { isExact, itemsOf, type Value } from '../../rules/value.ts'

type Binary = Extract<Term, { op: 'binary' }>
type Each = Extract<Term, { op: 'each' }>

const total = (distances: readonly number[]) => distances.reduce((sum, one) => sum + one, 0)
const bit = (isThere: boolean) => (isThere ? 0 : 1)
/** Between nothing and one, more for more. */
const below1 = (gap: number) => gap / (1 + gap)

const dayOf = (text: string) => daysBetween('1900-01-01', text.length === 7 ? `${text}-01` : text)

const gapBetween = (left: Value, right: Value): number | undefined => {
  if (isExact(left) && isExact(right)) return left.minus(right).toNumber()
  const isDated = typeof left === 'string' && typeof right === 'string' && isIsoDate(left) && isIsoDate(right)
  return isDated ? dayOf(left) - dayOf(right) : undefined
}

/** The smallest gap that counts, where equality itself is what is wrong. */
const step = 0.001

const comparisonDistance = ({ operator, left, right }: Binary, wanted: boolean, scope: Scope): number => {
  const gap = gapBetween(evaluate(left, scope), evaluate(right, scope)) ?? 0
  const isEquality = operator === '==' || operator === '!='
  return gap === 0 && isEquality && wanted === (operator === '==') ? 1 : below1(Math.max(Math.abs(gap), step))
}

const eachDistance = (term: Each, wanted: boolean, scope: Scope): number => {
  const items = itemsOf(evaluate(term.over, scope))
  const distances = items.map((item) =>
    distanceTo(wanted, term.body, { ...scope, named: (name) => (name === term.as ? item : scope.named(name)) }),
  )
  const isAny = (term.macro === 'exists') === wanted
  return isAny ? Math.min(items.length === 0 ? 2 : Number.POSITIVE_INFINITY, ...distances) : total(distances)
}

const distanceTo = (wanted: boolean, term: Term, scope: Scope): number => {
  const value = evaluate(term, scope)
  if (value === wanted || value === null) return 0
  if (term.op === 'unary') return distanceTo(!wanted, term.of, scope)
  if (term.op === 'if') return distanceTo(wanted, evaluate(term.test, scope) === true ? term.yes : term.no, scope)
  if (term.op === 'each' && (term.macro === 'all' || term.macro === 'exists')) return eachDistance(term, wanted, scope)
  if (term.op !== 'binary') return bit(value === wanted)
  if (term.operator !== '&&' && term.operator !== '||') return comparisonDistance(term, wanted, scope)
  const parts = [distanceTo(wanted, term.left, scope), distanceTo(wanted, term.right, scope)]
  return (term.operator === '&&') === wanted ? total(parts) : Math.min(...parts)
}

/**
 * Nothing where a term is true, or blank; more, the more is wrong about it, and most where that takes too many steps to
 * tell. It guides a search.
 */
export const distanceFromTrue = (term: Term, scope: Scope): number =>
  withinBudget(() => distanceTo(true, term, scope), Number.MAX_VALUE)
