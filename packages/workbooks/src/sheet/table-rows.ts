import { columnInSums, property, rowNumber, type SumLine, sumLabel, type Table } from '@policyforms/core'
import { cellName, columnName } from '../book/address.ts'
import type { Cell, Placed } from '../book/book.ts'
import type { TablePlan } from '../layout/plan.ts'
import { firstColumn, firstRow, lastRowOf } from '../layout/references.ts'
import { cellOf, type Slot } from '../layout/slot.ts'
import { fixedLines, placedSums, rangesWithout, slotInRow } from '../layout/table-lines.ts'
import { type Drafting, formulaOf, isOfOther } from './drafting.ts'
import { heightFor } from './heights.ts'
import { totalCell } from './total-cell.ts'

/** A table on its sheet: how many rows have answers, how wide its columns are, which sheet it is. */
export interface TableSheet {
  readonly plan: TablePlan
  readonly rowCount: number
  readonly widths: readonly number[]
  readonly sheet: number
  readonly drafting: Drafting
}

export const columnRange = (column: number, first: number, last: number): string =>
  first === last ? cellName(first, column) : `${cellName(first, column)}:${cellName(last, column)}`

const placeOf = ({ leaf }: Slot, row: number) => leaf.path.map((key) => (key === '*' ? row : key))

/** A live sum over rows of a column, subtotals between them left out. */
const sumCell = (
  { plan, drafting }: TableSheet,
  slot: Slot,
  i: number,
  lines: readonly [number, number],
  rows: readonly [number, number],
): Cell => {
  const first = firstRow(plan)
  const out = placedSums(plan.table).map(({ offset }) => first + offset)
  const [from, to] = lines
  const inside = out.filter((row) => row > from && row <= to)
  const ranges = rangesWithout(from, to, inside).map(([top, bottom]) => columnRange(firstColumn + i, top, bottom))
  const style = drafting.styles.of('total', slot.part.format(columnInSums(plan.table, slot.leaf.field)), 'end')
  const [start, end] = rows
  const values = Array.from({ length: end - start }, (_, row) => drafting.valueOf(slot, placeOf(slot, start + row)))
  return totalCell(ranges.join(','), values, style)
}

export const totalsRow = (on: TableSheet): Placed => {
  const { plan, rowCount, drafting } = on
  const { styles } = drafting
  const total = (slot: Slot, i: number): Cell =>
    plan.table.totals.includes(slot.leaf.field.key)
      ? sumCell(on, slot, i, [firstRow(plan), lastRowOf(plan)], [0, rowCount])
      : { style: styles.of('total') }
  return {
    sheet: on.sheet,
    cells: [{ value: '合计', style: styles.of('total', undefined, 'center') }, ...plan.slots.map(total)],
    height: 24,
  }
}

/** The rows of answers, with subtotals below the groups of a fixed table. */
export const dataRows = (on: TableSheet, prepared: number): readonly Placed[] => {
  const fixed = fixedLines(on.plan.table)
  if (!fixed) return Array.from({ length: prepared }, (_, i) => dataRow(on, i, i))
  return fixed.lines.map((one, line) => (one.line === 'row' ? dataRow(on, one.index, line) : sumRow(on, one, line)))
}

/** 1, 2, 3, or the numbers that the rows are known by, which stay with their rows when these are sorted. */
const numberCell = ({ rowNumber: number }: Table, index: number, { styles }: Drafting): Cell =>
  number
    ? { value: rowNumber(number, index), style: styles.of('locked', '@', 'center') }
    : { value: index + 1, style: styles.of('locked', '0', 'center') }

const isMergedAway = ({ plan }: TableSheet, line: number, slot: Slot): boolean =>
  fixedLines(plan.table)?.heights(line, slot.leaf.field.key) === 0

const dataRow = (on: TableSheet, index: number, line: number): Placed => {
  const { plan, rowCount, widths, sheet, drafting } = on
  const { lists } = drafting
  const isFilled = index < rowCount
  const row = firstRow(plan) + line
  const preset = plan.table.fixedRows?.[index]
  const cells = plan.slots.map((whole): Cell => {
    const slot = slotInRow(whole, plan.table, index)
    const isLocked = property(preset, slot.leaf.field.key) !== undefined || isOfOther(slot.leaf.field, drafting)
    const value = isFilled && !isMergedAway(on, line, slot) ? drafting.valueOf(slot, placeOf(slot, index)) : undefined
    return cellOf(slot, value, lists, drafting.styles, formulaOf(slot, drafting, row), isLocked)
  })
  const texts = cells.map(({ value }, i) => ({ text: String(value ?? ''), width: widths[i + 1] ?? 12, points: 11 }))
  // A merged cell has the height of all its rows.
  const own = texts.filter((_, i) => {
    const slot = plan.slots[i]
    return slot && (fixedLines(plan.table)?.heights(line, slot.leaf.field.key) ?? 1) === 1
  })
  return {
    sheet,
    cells: [numberCell(plan.table, index, drafting), ...cells],
    height: isFilled ? heightFor(own) : 22,
  }
}

const sumRow = (on: TableSheet, sum: SumLine, line: number): Placed => {
  const { plan, sheet, drafting } = on
  const { styles } = drafting
  const first = firstRow(plan)
  const offsetOf = (index: number) =>
    fixedLines(plan.table)?.lines.findIndex((one) => one.line === 'row' && one.index === index) ?? 0
  const lines = [first + offsetOf(sum.from), first + offsetOf(sum.to - 1)] as const
  const at = plan.slots.findIndex(({ leaf }) => leaf.field.key === labelKey(plan, sum, line))
  const cells = plan.slots.map((slot, i): Cell => {
    if (i === at) return { value: '小计', style: styles.of('total', undefined, 'center') }
    return sum.of.includes(slot.leaf.field.key) && slot.part.key === ''
      ? sumCell(on, slot, i, lines, [sum.from, sum.to])
      : { style: styles.of(isMergedAway(on, line, slot) ? 'locked' : 'total') }
  })
  return { sheet, cells: [{ style: styles.of('total') }, ...cells], height: 24 }
}

const labelKey = ({ table }: TablePlan, sum: SumLine, line: number): string | undefined =>
  table.columns[sumLabel(table, line, sum, fixedLines(table)?.heights ?? (() => 1)).at]?.key

/** Cells that are one down the sheet. */
export const mergedCells = (plan: TablePlan): readonly string[] => {
  const fixed = fixedLines(plan.table)
  if (!fixed) return []
  const first = firstRow(plan)
  return plan.slots.flatMap(({ leaf }, i) => {
    const column = columnName(firstColumn + i)
    return fixed.lines.flatMap((_, line) => {
      const height = fixed.heights(line, leaf.field.key)
      return height > 1 ? [`${column}${first + line}:${column}${first + line + height - 1}`] : []
    })
  })
}
