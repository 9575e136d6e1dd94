import { Exact, type Field, fieldKindOf, type Json, type Lists } from '@policyforms/core'

/** The exact sum of what are numbers among the values, or undefined when none is. */
export const sumOf = (values: readonly (Json | undefined)[]): number | undefined => {
  const numbers = values.filter((value) => typeof value === 'number')
  if (numbers.length === 0) return undefined
  return numbers.reduce<Exact>((sum, value) => sum.plus(value), new Exact(0)).toNumber()
}

export const showSum = (values: readonly (Json | undefined)[], field: Field, lists: Lists): string => {
  const sum = sumOf(values)
  return sum === undefined ? '' : fieldKindOf(field).show(sum, field, lists)
}
