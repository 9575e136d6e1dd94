import { type Path, pointerOf, type Table } from '@policyforms/core'
import { columnName, quotedSheet } from '../book/address.ts'
import { partPointer } from './leaves.ts'
import { headDepthOf, leadOf, placedColumns, placedRows } from './matrix-layout.ts'
import type { SheetPlan } from './plan.ts'
import { labelOf, type Slot } from './slot.ts'
import { linesAtMost, placedSums, rangesWithout } from './table-lines.ts'

/** Rows of the sheets: title, note, head; then what they hold. */
export const headRow = 3
export const firstRow = (plan: SheetPlan): number => {
  if (plan.plan === 'matrix') return headRow + headDepthOf(plan.matrix)
  if (plan.plan === 'fields') return headRow + 1
  return headRow + headDepthOf(plan.table) + (plan.table.totals.length > 0 ? 1 : 0)
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
  /** What is printed at the left of its row and never changes, and in which column; empty in a table. */
  readonly label: string
  readonly labelColumn: number
  /** Of a tree: the cells of its lower levels. */
  readonly lower?: readonly Reference[]
  /** Rows between them that hold subtotals, and no answers. */
  readonly sums?: readonly number[]
}

export const lastRowOf = (plan: SheetPlan): number =>
  plan.plan === 'table' ? firstRow(plan) + linesAtMost(plan.table) - 1 : firstRow(plan)

export const referencesOf = (plan: SheetPlan): readonly Reference[] => {
  const first = firstRow(plan)
  const at = (slot: Slot, column: number, row: number, last = row, label = '', labelColumn = 0): Reference => ({
    slot,
    label,
    labelColumn,
    pointer: partPointer(slot),
    sheet: plan.name,
    column,
    row,
    last,
  })
  switch (plan.plan) {
    case 'fields':
      return plan.lines.flatMap((line, i) =>
        line.line === 'slot' ? [at(line.slot, firstColumn, first + i, first + i, labelOf(line.slot), 1)] : [],
      )
    case 'table':
      return plan.slots.map((slot, i) => ({
        ...at(slot, firstColumn + i, first, lastRowOf(plan)),
        ...sumsOf(plan.table, first),
      }))
    case 'matrix': {
      const columns = placedColumns(plan)
      return placedRows(plan.matrix, first).flatMap(({ row, index, group, title }) =>
        columns.flatMap(({ slot: i, column }) => {
          const slot = i === undefined ? undefined : plan.rows[index]?.slots[i]
          const isFixed = plan.matrix.rows[index]?.titleFrom === undefined
          const labelColumn = group === undefined ? 1 : leadOf(plan.matrix)
          return slot ? [at(slot, column, row, row, isFixed ? title : '', labelColumn)] : []
        }),
      )
    }
  }
}

const sumsOf = (table: Table, first: number): Pick<Reference, 'sums'> => {
  const sums = placedSums(table).map(({ offset }) => first + offset)
  return sums.length > 0 ? { sums } : {}
}

/** Finds the cells of answers for formulas. */
export interface References {
  /** The cell or column of one part; continuation cells of a long text are left out. */
  readonly at: (path: Path) => Reference | undefined
  /** All cells and columns at or below a path. */
  readonly below: (path: Path) => readonly Reference[]
}

export const referenceBook = (plans: readonly SheetPlan[]): References => {
  const every = plans.flatMap(referencesOf)
  const lower = Map.groupBy(
    every.filter(({ slot }) => slot.isLevel && slot.continuation > 0),
    ({ pointer }) => pointer,
  )
  const all = every
    .filter(({ slot }) => slot.continuation === 0)
    .map((one) => (lower.has(one.pointer) ? { ...one, lower: lower.get(one.pointer) ?? [] } : one))
  const byPointer = new Map(all.map((reference) => [reference.pointer, reference]))
  return {
    at: (path) => byPointer.get(pointerOf(path)),
    below: (path) => {
      const start = pointerOf(path)
      return all.filter(({ pointer }) => pointer === start || pointer.startsWith(`${start}/`))
    },
  }
}

/**
 * `'表'!$C$5:$C$204`, or `$C7` when the row is given: the same row of the sheet that the formula stands in. The levels of
 * a tree are joined to the text that its list gives the whole trail.
 */
export const formulaReference = (reference: Reference, inRow?: number): string => {
  const { lower = [] } = reference
  const below = lower.map((one) => ownReference(one, inRow)).map((cell) => `REPT(" / ",--(${cell}<>""))&${cell}`)
  const own = ownReference(reference, inRow)
  return below.length === 0 ? own : `(${[own, ...below].join('&')})`
}

const ownReference = ({ sheet, column, row, last }: Reference, inRow?: number): string => {
  const name = columnName(column)
  if (inRow !== undefined) return `$${name}${inRow}`
  const cell = `$${name}$${row}`
  return `${quotedSheet(sheet)}!${row === last ? cell : `${cell}:$${name}$${last}`}`
}

/** The same in pieces that hold answers alone. */
export const formulaReferences = (reference: Reference, inRow?: number): readonly string[] => {
  const { row, last, sums = [] } = reference
  if (inRow !== undefined || sums.length === 0) return [formulaReference(reference, inRow)]
  return rangesWithout(row, last, sums).map(([from, to]) => formulaReference({ ...reference, row: from, last: to }))
}

/** For array formulas: a test that fails in rows of subtotals, which have no row number. */
export const isAnswerRow = ({ sheet, row, last, sums }: Reference): string | undefined =>
  sums && `(${quotedSheet(sheet)}!$A$${row}:$A$${last}<>"")`
