import { Exact, rowNumber, type Table } from '@policyforms/core'
import { cellName, columnName } from '../book/address.ts'
import type { Cell, Placed } from '../book/book.ts'
import type { TablePlan } from '../layout/plan.ts'
import { firstColumn, firstRow, headRow, lastRowOf } from '../layout/references.ts'
import { cellOf, type Slot } from '../layout/slot.ts'
import { type Drafting, type Drawn, formulaOf, greyed, greyedBy, isOfOther } from './drafting.ts'
import { displayWidth, heightFor } from './heights.ts'
import { blockNote, fieldNote, headOf, onwardNote } from './notes.ts'
import { type Before, levelGreyed, validationsOf } from './options.ts'
import { captionRow, titleRow } from './title-rows.ts'

const numberWidth = 6

/** 1, 2, 3, or the numbers that the rows are known by, which stay with their rows when these are sorted. */
const numberCell = ({ rowNumber: number }: Table, index: number, { styles }: Drafting): Cell =>
  number
    ? { value: rowNumber(number, index), style: styles.of('locked', '@', 'center') }
    : { value: index + 1, style: styles.of('locked', '0', 'center') }

const widthOfNumber = ({ rowNumber: number, maxRows }: Table): number =>
  number
    ? Math.max(numberWidth, displayWidth(rowNumber(number, maxRows - 1)) + 2, displayWidth(number.title) + 2)
    : numberWidth

/** The head of the column that holds them. */
export const numberHead = ({ rowNumber: number }: Table): string => number?.title ?? '序号'

/** A table: row numbers and a column for each part, totals under the head so that rows may grow below. */
export const drawTable = (plan: TablePlan, rowCount: number, drafting: Drafting): Drawn => {
  const { styles, template, options, lists } = drafting
  const { table, slots } = plan
  const [first, last] = [firstRow(plan), lastRowOf(plan)]
  const widths = [widthOfNumber(table), ...slots.map(({ part, leaf }) => part.width(leaf.field, lists))]
  const lastColumn = columnName(widths.length)
  return {
    frame: {
      name: plan.name,
      widths,
      columnStyles: [
        undefined,
        ...slots.map((slot) =>
          slot.leaf.field.compute || isOfOther(slot.leaf.field, drafting)
            ? undefined
            : styles.of('open', slot.part.format(slot.leaf.field)),
        ),
      ],
      frozen: { rows: first - 1, columns: slots.length > 4 ? 2 : 1 },
      merges: widths.length > 1 ? [`A1:${lastColumn}1`, `A2:${lastColumn}2`] : [],
      validations: slots.flatMap((slot, i) =>
        validationsOf(slot, columnRange(firstColumn + i, first, last), lists, options, before(i, first)),
      ),
      greyed: [
        ...greyedBy(plan.around, `A${first}:${lastColumn}${last}`, drafting),
        ...slots.flatMap((slot, i) =>
          greyed(slot.leaf.field.when, slot.leaf.path, columnRange(firstColumn + i, first, last), drafting, first),
        ),
        ...slots.flatMap((slot, i) =>
          levelGreyed(slot, columnRange(firstColumn + i, first, last), template.lists, options, before(i, first)),
        ),
      ],
      comments: slots.flatMap((slot, i) => {
        const text = slot.continuation === 0 ? fieldNote(slot.leaf.field, template, plan.around) : onwardNote(slot)
        return text ? [{ cell: cellName(headRow, firstColumn + i), text }] : []
      }),
      locked: true,
      landscape: widths.reduce((sum, width) => sum + width, 0) > 90,
      repeat: `${headRow}:${headRow}`,
    },
    rows: (sheet) => [
      titleRow(sheet, plan.title, widths.length, styles),
      captionRow(sheet, [blockNote(table, template), rowsNote(table)].filter(Boolean).join('\n'), widths, styles),
      headsRow(plan, widths, sheet, drafting),
      ...(table.totals.length > 0 ? [totalsRow(plan, rowCount, sheet, drafting)] : []),
      ...Array.from({ length: preparedRows(table, rowCount) }, (_, i) =>
        dataRow(plan, i, i < rowCount, widths, sheet, drafting),
      ),
    ],
  }
}

const before =
  (i: number, row: number): Before =>
  (count) =>
    `$${cellName(row, firstColumn + i - count)}`

const columnRange = (column: number, first: number, last: number): string =>
  first === last ? cellName(first, column) : `${cellName(first, column)}:${cellName(last, column)}`

const rowsNote = ({ minRows, maxRows }: Table): string =>
  `每行填一条，空行会略过；${minRows > 0 ? `至少 ${minRows} 行，` : ''}最多 ${maxRows} 行。表头右上角有红点的，把指针放上去可看填写说明。`

/** Drawn with lines and numbers; below them the columns stay open up to the most rows. */
export const preparedRows = ({ minRows, printedRows, maxRows }: Table, rowCount: number): number =>
  Math.max(rowCount, Math.min(maxRows, Math.max(minRows, printedRows, rowCount + 10)))

const headsRow = (
  { table, slots }: TablePlan,
  widths: readonly number[],
  sheet: number,
  { styles }: Drafting,
): Placed => {
  const heads = slots.map(headOf)
  return {
    sheet,
    cells: [numberHead(table), ...heads].map((value) => ({ value, style: styles.of('head') })),
    height: heightFor(
      heads.map((text, i) => ({ text, width: widths[i + 1] ?? 12, points: 11 })),
      24,
    ),
  }
}

const totalsRow = (plan: TablePlan, rowCount: number, sheet: number, drafting: Drafting): Placed => {
  const { styles } = drafting
  const [first, last] = [firstRow(plan), lastRowOf(plan)]
  const total = (slot: Slot, i: number): Cell => {
    if (!plan.table.totals.includes(slot.leaf.field.key)) return { style: styles.of('total') }
    const range = columnRange(firstColumn + i, first, last)
    return {
      formula: `SUM(${range})`,
      value: sumOf(slot, rowCount, drafting),
      style: styles.of('total', slot.part.format(slot.leaf.field), 'end'),
    }
  }
  return {
    sheet,
    cells: [{ value: '合计', style: styles.of('total', undefined, 'center') }, ...plan.slots.map(total)],
    height: 24,
  }
}

const sumOf = (slot: Slot, rowCount: number, drafting: Drafting): number =>
  Array.from({ length: rowCount }, (_, row) => drafting.valueOf(slot, placeOf(slot, row)))
    .reduce<Exact>((sum, value) => (typeof value === 'number' ? sum.plus(value) : sum), new Exact(0))
    .toNumber()

const placeOf = ({ leaf }: Slot, row: number) => leaf.path.map((key) => (key === '*' ? row : key))

/** What is printed in a row beforehand is not to be changed. */
const isPreset = ({ fixedRows }: Table, row: number, { leaf }: Slot): boolean =>
  fixedRows?.[row]?.[leaf.field.key] !== undefined

const dataRow = (
  plan: TablePlan,
  index: number,
  isFilled: boolean,
  widths: readonly number[],
  sheet: number,
  drafting: Drafting,
): Placed => {
  const { styles, lists } = drafting
  const row = firstRow(plan) + index
  const cells = plan.slots.map((slot) =>
    cellOf(
      slot,
      isFilled ? drafting.valueOf(slot, placeOf(slot, index)) : undefined,
      lists,
      styles,
      formulaOf(slot, drafting, row),
      isPreset(plan.table, index, slot) || isOfOther(slot.leaf.field, drafting),
    ),
  )
  const texts = cells.map(({ value }, i) => ({ text: String(value ?? ''), width: widths[i + 1] ?? 12, points: 11 }))
  return {
    sheet,
    cells: [numberCell(plan.table, index, drafting), ...cells],
    height: isFilled ? heightFor(texts) : 22,
  }
}
