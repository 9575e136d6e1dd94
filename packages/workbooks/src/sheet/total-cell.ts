import { Exact, type Json } from '@policyforms/core'
import type { Cell } from '../book/book.ts'

/** A live sum of ranges, with the sum as it stands now; blank while nothing stands in them, for 0 says something else. */
export const totalCell = (ranges: string, values: readonly (Json | undefined)[], style: number): Cell => {
  const numbers = values.filter((value) => typeof value === 'number')
  const sum = numbers.reduce<Exact>((so, value) => so.plus(value), new Exact(0))
  return {
    formula: `IF(COUNT(${ranges})=0,"",SUM(${ranges}))`,
    value: numbers.length === 0 ? undefined : sum.toNumber(),
    style,
  }
}
