import { Exact, type Field, fieldKindOf, type Json, type Lists } from '@policyforms/core'

/** The exact sum of the numbers among some values; undefined when there is none. */
export const sumOf = (values: readonly (Json | undefined)[]): number | undefined => {
  const numbers = values.filter((value) => typeof value === 'number')
  return numbers.length === 0 ? undefined : numbers.reduce((sum, value) => sum.plus(value), new Exact(0)).toNumber()
}

/** The sum as a value of the field would be printed; empty when nothing was given, so that it can be written by hand. */
export const shownSum = (values: readonly (Json | undefined)[], field: Field, lists: Lists): string => {
  const sum = sumOf(values)
  return sum === undefined ? '' : fieldKindOf(field).show(sum, field, lists)
}
