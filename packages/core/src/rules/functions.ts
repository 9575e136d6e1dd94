import { property } from '../answers/json.ts'
import { lengthOf } from '../fields/text.ts'
import { Exact } from '../numbers/decimal.ts'
import { addDays, addMonths, daysBetween, monthsBetween } from './calendar.ts'
import type { RuleType } from './expression.ts'
import { isExact, isRecord, itemsOf, numbersIn, ruleValue, type Value } from './value.ts'

/** What a parameter accepts. `numbers` is a list, record or matrix of numbers. */
export type Accepts = 'number' | 'text' | 'date' | 'truth' | 'numbers' | 'list' | 'any' | 'record'

/** A function that rules may call: what it takes, what it gives, and what it does. */
export interface RuleFunction {
  readonly accepts: readonly Accepts[]
  /** The last parameter may repeat. */
  readonly repeats?: boolean
  readonly gives: RuleType['is']
  /** Called with blanks too; without it a blank argument makes the call blank. */
  readonly takesBlanks?: boolean
  readonly run: (args: readonly Value[], today: string) => Value
}

const int = (value: Value | undefined): number => (value instanceof Exact ? value.trunc().toNumber() : 0)
const text = (value: Value | undefined): string => (typeof value === 'string' ? value : '')
const exact = (value: Value | undefined): Exact => (value instanceof Exact ? value : new Exact(0))

const number = (accepts: readonly Accepts[], run: (args: readonly Value[]) => Value): RuleFunction => ({
  accepts,
  gives: 'number',
  run,
})
const truth = (accepts: readonly Accepts[], run: (args: readonly Value[]) => Value): RuleFunction => ({
  accepts,
  gives: 'truth',
  run,
})
const date = (accepts: readonly Accepts[], run: RuleFunction['run']): RuleFunction => ({ accepts, gives: 'date', run })

const overNumbers = (fold: (numbers: readonly Exact[]) => Exact): RuleFunction => ({
  accepts: ['numbers'],
  repeats: true,
  gives: 'number',
  takesBlanks: true,
  run: (args) => {
    const numbers = args.flatMap(numbersIn)
    return numbers.length === 0 ? null : fold(numbers)
  },
})
const total = (numbers: readonly Exact[]) => numbers.reduce((sum, n) => sum.plus(n), new Exact(0))

/** Nothing has been said: a blank, an empty list, or a record whose every part is blank. */
const isBlank = (value: Value): boolean => {
  if (value === null) return true
  if (Array.isArray(value)) return value.length === 0
  if (typeof value === 'string') return value.trim() === ''
  return isRecord(value) && Object.values(value).every((part) => isBlank(ruleValue(part)))
}

export const functions = {
  sum: overNumbers(total),
  min: overNumbers((numbers) => Exact.min(...numbers)),
  max: overNumbers((numbers) => Exact.max(...numbers)),
  average: overNumbers((numbers) => total(numbers).div(numbers.length)),
  count: { ...number(['list'], ([list = null]) => new Exact(itemsOf(list).length)), takesBlanks: true },
  size: {
    ...number(
      ['any'],
      ([value = null]) => new Exact(typeof value === 'string' ? lengthOf(value) : itemsOf(value).length),
    ),
    takesBlanks: true,
  },
  round: number(['number', 'number'], ([value, places]) => exact(value).toDecimalPlaces(int(places))),
  floor: number(['number'], ([value]) => exact(value).floor()),
  ceil: number(['number'], ([value]) => exact(value).ceil()),
  abs: number(['number'], ([value]) => exact(value).abs()),
  orZero: { ...number(['number'], ([value]) => exact(value)), takesBlanks: true },
  given: { ...truth(['any'], ([value = null]) => !isBlank(value)), takesBlanks: true },
  blank: { ...truth(['any'], ([value = null]) => isBlank(value)), takesBlanks: true },
  today: date([], (_, today) => today),
  date: date(['text'], ([value]) => text(value)),
  year: number(['date'], ([value]) => new Exact(text(value).slice(0, 4))),
  month: number(['date'], ([value]) => new Exact(text(value).slice(5, 7))),
  addDays: date(['date', 'number'], ([value, count]) => addDays(text(value), int(count))),
  addMonths: date(['date', 'number'], ([value, count]) => addMonths(text(value), int(count))),
  addYears: date(['date', 'number'], ([value, count]) => addMonths(text(value), 12 * int(count))),
  days: number(['date', 'date'], ([from, to]) => new Exact(daysBetween(text(from), text(to)))),
  months: number(['date', 'date'], ([from, to]) => new Exact(monthsBetween(text(from), text(to)))),
  contains: truth(['text', 'text'], ([whole, part]) => text(whole).includes(text(part))),
  startsWith: truth(['text', 'text'], ([whole, part]) => text(whole).startsWith(text(part))),
  endsWith: truth(['text', 'text'], ([whole, part]) => text(whole).endsWith(text(part))),
  // The pattern is a literal that `check` has shown to be safe; the text is cut all the same.
  matches: truth(['text', 'text'], ([whole, pattern]) =>
    new RegExp(text(pattern), 'u').test(text(whole).slice(0, 10_000)),
  ),
  unique: truth(['list'], ([list = null]) => {
    const items = itemsOf(list)
      .filter((item) => item !== null)
      .map((item) => (isExact(item) ? item.toString() : JSON.stringify(item)))
    return new Set(items).size === items.length
  }),
  text: { accepts: ['number'], gives: 'text', run: ([value]) => exact(value).toString() },
  rows: {
    accepts: ['record'],
    gives: 'list',
    run: ([matrix = null]) => (isRecord(matrix) ? Object.values(matrix).map(ruleValue) : []),
  },
  column: {
    accepts: ['record', 'text'],
    gives: 'list',
    run: ([matrix = null, key]) =>
      isRecord(matrix) ? Object.values(matrix).map((row) => ruleValue(property(row, text(key)))) : [],
  },
} satisfies Record<string, RuleFunction>

export type FunctionName = keyof typeof functions
export const isFunction = (name: string): name is FunctionName => Object.hasOwn(functions, name)
export const functionNamed = (name: FunctionName): RuleFunction => functions[name]
