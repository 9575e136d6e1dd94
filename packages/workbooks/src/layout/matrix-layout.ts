import { type Band, bandsOf, isGrouped, type Matrix } from '@policyforms/core'

/** The columns at the left that hold row heads: groups, where there are any, and titles. */
export const leadOf = ({ rows }: Matrix): number => (isGrouped(rows) ? 2 : 1)

/** The rows of heads: groups of columns, where there are any, and titles. */
export const headDepthOf = ({ columns }: Matrix): number => (isGrouped(columns) ? 2 : 1)

/** Rows of one group, or a single one that belongs to none: where they stand on the sheet. */
export interface Strip extends Band {
  readonly top: number
  readonly bottom: number
  /** The row of their subtotals, below them. */
  readonly sums?: number
}

export const stripsOf = ({ rows, totals }: Matrix, first: number): readonly Strip[] => {
  let next = first
  return bandsOf(rows).map((band) => {
    const top = next
    const bottom = top + band.heads.length - 1
    const isSummed = totals.groups === true && band.group !== undefined
    next = bottom + (isSummed ? 2 : 1)
    return { ...band, top, bottom, ...(isSummed && { sums: bottom + 1 }) }
  })
}
