import { type Path, pointerOf } from '@policyforms/core'
import { columnName, quotedSheet } from '../book/address.ts'
import { partPointer } from './leaves.ts'
import { headDepthOf, leadOf, stripsOf } from './matrix-layout.ts'
import type { SheetPlan } from './plan.ts'
import type { Slot } from './slot.ts'

/** Rows of the sheets: title, note, head; then what they hold. */
export const headRow = 3
export const firstRow = (plan: SheetPlan): number => {
  if (plan.plan === 'matrix') return headRow + headDepthOf(plan.matrix)
  return headRow + (plan.plan === 'table' && plan.table.totals.length > 0 ? 2 : 1)
}

/** The first column that holds a slot: after the labels or row numbers. A matrix may have two columns of heads. */
export const firstColumn = 2

/** Where a part stands: one cell, or a column of a table from its first row to the last that may be filled. */
export interface Reference {
  readonly slot: Slot
  readonly pointer: string
  readonly sheet: string
  readonly column: number
  readonly row: number
  readonly last: number
}

export const lastRowOf = (plan: SheetPlan): number =>
  plan.plan === 'table' ? firstRow(plan) + plan.table.maxRows - 1 : firstRow(plan)

export const referencesOf = (plan: SheetPlan): readonly Reference[] => {
  const first = firstRow(plan)
  const at = (slot: Slot, column: number, row: number, last = row): Reference => ({
    slot,
    pointer: partPointer(slot),
    sheet: plan.name,
    column,
    row,
    last,
  })
  switch (plan.plan) {
    case 'fields':
      return plan.lines.flatMap((line, i) => (line.line === 'slot' ? [at(line.slot, firstColumn, first + i)] : []))
    case 'table':
      return plan.slots.map((slot, i) => at(slot, firstColumn + i, first, lastRowOf(plan)))
    case 'matrix':
      return stripsOf(plan.matrix, first).flatMap(({ from, heads, top }) =>
        heads.flatMap((_, r) =>
          (plan.rows[from + r]?.slots ?? []).map((slot, i) => at(slot, leadOf(plan.matrix) + 1 + i, top + r)),
        ),
      )
  }
}

/** Finds the cells of answers for formulas. */
export interface References {
  /** The cell or column of one part; continuation cells of a long text are left out. */
  readonly at: (path: Path) => Reference | undefined
  /** All cells and columns at or below a path. */
  readonly below: (path: Path) => readonly Reference[]
}

export const referenceBook = (plans: readonly SheetPlan[]): References => {
  const all = plans.flatMap(referencesOf).filter(({ slot }) => slot.continuation === 0)
  const byPointer = new Map(all.map((reference) => [reference.pointer, reference]))
  return {
    at: (path) => byPointer.get(pointerOf(path)),
    below: (path) => {
      const start = pointerOf(path)
      return all.filter(({ pointer }) => pointer === start || pointer.startsWith(`${start}/`))
    },
  }
}

/** `'表'!$C$5:$C$204`, or `$C7` when the row is given: the same row of the sheet that the formula stands in. */
export const formulaReference = ({ sheet, column, row, last }: Reference, inRow?: number): string => {
  const name = columnName(column)
  if (inRow !== undefined) return `$${name}${inRow}`
  const cell = `$${name}$${row}`
  return `${quotedSheet(sheet)}!${row === last ? cell : `${cell}:$${name}$${last}`}`
}
