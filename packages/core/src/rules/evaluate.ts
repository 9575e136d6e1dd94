import { property } from '../answers/json.ts'
import { Exact } from '../numbers/decimal.ts'
import { isIsoDate } from './calendar.ts'
import type { BinaryOperator, Term } from './expression.ts'
import { type Accepts, functionNamed, isFunction } from './functions.ts'
import { isExact, isRecord, itemsOf, ruleValue, type Value } from './value.ts'

/** What an expression is evaluated with: what a name stands for, the day, and how much work is left. */
export interface Scope {
  readonly named: (name: string) => Value
  readonly today: string
  readonly budget: Budget
}

/** Steps that one pass over the answers may take in all. A pack cannot make the page hang. */
export interface Budget {
  left: number
}
export const newBudget = (): Budget => ({ left: 2_000_000 })
class BudgetSpent extends Error {}

/** What is worked out of expressions, or `spent` where that takes more steps than are left. */
export const withinBudget = <T>(work: () => T, spent: T): T => {
  try {
    return work()
  } catch (error) {
    if (error instanceof BudgetSpent) return spent
    throw error
  }
}

/** Evaluates a term that has passed its type check. Blank in, blank out: see `docs/decisions`. */
export const evaluate = (term: Term, scope: Scope): Value => {
  scope.budget.left -= 1
  if (scope.budget.left < 0) throw new BudgetSpent()
  switch (term.op) {
    case 'literal':
      return term.type === 'number' ? exactOf(term) : term.value
    case 'list':
      return term.items.map((item) => evaluate(item, scope))
    case 'name':
      return scope.named(term.name)
    case 'get':
      return get(evaluate(term.of, scope), term.key, scope)
    case 'unary':
      return unary(term.operator, evaluate(term.of, scope))
    case 'binary':
      return term.operator === '&&' || term.operator === '||'
        ? connective(term.operator, evaluate(term.left, scope), () => evaluate(term.right, scope))
        : binary(term.operator, evaluate(term.left, scope), evaluate(term.right, scope))
    case 'if': {
      const test = evaluate(term.test, scope)
      return test === null ? null : evaluate(test === true ? term.yes : term.no, scope)
    }
    case 'lookup': {
      const key = evaluate(term.key, scope)
      return ruleValue(property(term.table, typeof key === 'string' ? key : ''))
    }
    case 'row':
      return rowOf(term, scope)
    case 'band': {
      const value = evaluate(term.of, scope)
      return (isExact(value) && term.bounds.find(({ least }) => value.greaterThanOrEqualTo(least))?.code) || null
    }
    case 'call':
      return call(
        term.name,
        term.args.map((arg) => evaluate(arg, scope)),
        scope,
      )
    case 'each':
      return each(term, itemsOf(evaluate(term.over, scope)), scope)
  }
}

const exact = new WeakMap<Term, Exact>()

/** A number that is written in a rule, made once. */
const exactOf = (term: Extract<Term, { op: 'literal' }>): Exact => {
  const known = exact.get(term)
  if (known) return known
  const made = new Exact(String(term.value))
  exact.set(term, made)
  return made
}

const get = (value: Value, key: string, scope: Scope): Value => {
  if (!Array.isArray(value)) return isRecord(value) ? ruleValue(property(value, key)) : null
  scope.budget.left -= value.length
  return value.map((row) => ruleValue(property(row, key)))
}

const rowOf = ({ table, id }: Extract<Term, { op: 'row' }>, scope: Scope): Value => {
  const [wanted, rows] = [evaluate(id, scope), scope.named(table)]
  if (typeof wanted !== 'string' || !Array.isArray(rows)) return null
  scope.budget.left -= rows.length
  return ruleValue(rows.find((row) => property(row, 'id') === wanted))
}

const unary = (operator: '!' | '-', value: Value): Value => {
  if (value === null) return null
  return operator === '!' ? value !== true : isExact(value) ? value.negated() : null
}

/** Three-valued: what decides alone decides, even beside a blank. */
const connective = (operator: '&&' | '||', left: Value, right: () => Value): Value => {
  const decisive = operator === '||'
  if (left === decisive) return decisive
  const other = right()
  if (other === decisive) return decisive
  return left === null || other === null ? null : !decisive
}

const equal = (left: Value, right: Value): boolean =>
  isExact(left) && isExact(right)
    ? left.equals(right)
    : left === right || JSON.stringify(left) === JSON.stringify(right)

/** Undefined where the two are not of one kind: a malformed answer, which rules leave to the fields to report. */
const compare = (left: Value, right: Value): number | undefined => {
  if (isExact(left) && isExact(right)) return left.comparedTo(right)
  if (typeof left !== 'string' || typeof right !== 'string') return undefined
  return left < right ? -1 : Number(left > right)
}

const compared = (left: Value, right: Value, holds: (order: number) => boolean): Value => {
  const order = compare(left, right)
  return order === undefined ? null : holds(order)
}

const arithmetic = (operator: '+' | '-' | '*' | '/' | '%', left: Exact, right: Exact): Value => {
  switch (operator) {
    case '+':
      return left.plus(right)
    case '-':
      return left.minus(right)
    case '*':
      return left.times(right)
    case '/':
      return right.isZero() ? null : left.div(right)
    case '%':
      return right.isZero() ? null : left.mod(right)
  }
}

const binary = (operator: Exclude<BinaryOperator, '&&' | '||'>, left: Value, right: Value): Value => {
  if (left === null || right === null) return null
  switch (operator) {
    case '==':
      return equal(left, right)
    case '!=':
      return !equal(left, right)
    case '<':
      return compared(left, right, (order) => order < 0)
    case '<=':
      return compared(left, right, (order) => order <= 0)
    case '>':
      return compared(left, right, (order) => order > 0)
    case '>=':
      return compared(left, right, (order) => order >= 0)
    case 'in':
      return itemsOf(right).some((item) => item !== null && equal(left, item))
    default:
      if (isExact(left) && isExact(right)) return arithmetic(operator, left, right)
      return operator === '+' && typeof left === 'string' && typeof right === 'string' ? left + right : null
  }
}

const call = (name: string, given: readonly Value[], scope: Scope): Value => {
  if (!isFunction(name)) return null
  const { accepts, takesBlanks, run } = functionNamed(name)
  const args = given.map((arg, i) => (fits(accepts[Math.min(i, accepts.length - 1)] ?? 'any', arg) ? arg : null))
  return !takesBlanks && args.includes(null) ? null : run(args, scope.today)
}

/** The types are right since the check, but answers come from outside: what is malformed counts as blank. */
const fits = (wanted: Accepts, value: Value): boolean => {
  switch (wanted) {
    case 'number':
      return isExact(value)
    case 'text':
      return typeof value === 'string'
    case 'date':
      return typeof value === 'string' && isIsoDate(value)
    case 'truth':
      return typeof value === 'boolean'
    case 'list':
      return Array.isArray(value)
    case 'record':
      return isRecord(value)
    case 'numbers':
    case 'any':
      return true
  }
}

const each = (term: Extract<Term, { op: 'each' }>, items: readonly Value[], scope: Scope): Value => {
  const judge = (item: Value) =>
    evaluate(term.body, { ...scope, named: (name) => (name === term.as ? item : scope.named(name)) })
  switch (term.macro) {
    case 'map':
      return items.map(judge)
    case 'filter':
      return items.filter((item) => judge(item) === true)
    case 'exists_one':
      return items.filter((item) => judge(item) === true).length === 1
    case 'all':
      return items.reduce<Value>((so, item) => connective('&&', so, () => judge(item)), true)
    case 'exists':
      return items.reduce<Value>((so, item) => connective('||', so, () => judge(item)), false)
  }
}
