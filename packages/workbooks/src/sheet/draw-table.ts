import { columnHeads, type JsonObject, type PrintedHead, rowNumber, type Table } from '@policyforms/core'
import { cellName, columnName } from '../book/address.ts'
import type { Frame } from '../book/book.ts'
import { widthsForPaper } from '../book/print-page.ts'
import { headDepthOf } from '../layout/matrix-layout.ts'
import type { TablePlan } from '../layout/plan.ts'
import { firstColumn, firstRow, headRow, lastRowOf } from '../layout/references.ts'
import type { Slot } from '../layout/slot.ts'
import { rowOffsets, slotInRow } from '../layout/table-lines.ts'
import { type Drafting, type Drawn, greyed, greyedBy, isOfOther } from './drafting.ts'
import { displayWidth } from './heights.ts'
import { type DrawnHeads, layHeads } from './lay-heads.ts'
import { blockNote, fieldNote, headOf, onwardNote } from './notes.ts'
import { preparedRows, rowsPrinted } from './spare-rows.ts'
import { columnRange, dataRows, mergedCells, totalsRow } from './table-rows.ts'
import { captionRow, titleRow } from './title-rows.ts'
import { type Before, levelGreyed, validationsOf } from './validations.ts'

const numberWidth = 6

const widthOfNumber = ({ rowNumber: number, maxRows }: Table): number =>
  number
    ? Math.max(numberWidth, displayWidth(rowNumber(number, maxRows - 1)) + 2, displayWidth(number.title) + 2)
    : numberWidth

/** The head of the column that holds them. */
export const numberHead = ({ rowNumber: number }: Table): string => number?.title ?? '序号'

/** A table: row numbers and a column for each part, totals under the head so that rows may grow below. */
export const drawTable = (plan: TablePlan, rowCount: number, drafting: Drafting): Drawn => {
  const { styles, template, lists } = drafting
  const { table, slots } = plan
  const [first, last] = [firstRow(plan), lastRowOf(plan)]
  const widths = widthsForPaper([widthOfNumber(table), ...slots.map(({ part, leaf }) => part.width(leaf.field, lists))])
  const lastColumn = columnName(widths.length)
  const heads = headsIn(plan, widths, drafting)
  const caption = [blockNote(table, template), rowsNote(table)].filter(Boolean).join('\n')
  const rowsOn = (sheet: number) => {
    const on = { plan, rowCount, widths, sheet, drafting }
    const above = [
      titleRow(sheet, plan.title, widths.length, styles),
      captionRow(sheet, caption, widths, styles),
      ...heads.rows(sheet),
      ...(table.totals.length > 0 ? [totalsRow(on)] : []),
    ]
    const rows = dataRows(on, preparedRows(table, rowCount))
    const drawn = table.rowNumber ? rows : rows.slice(0, rowsPrinted(rows, rowCount, above, widths))
    return { all: [...above, ...drawn], drawn: drawn.length }
  }
  const open = first + rowsOn(0).drawn
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
      merges: [
        ...(widths.length > 1 ? [`A1:${lastColumn}1`, `A2:${lastColumn}2`] : []),
        ...heads.merges,
        ...mergedCells(plan),
      ],
      validations: slots.flatMap((slot, i) => columnValidations(plan, slot, i, drafting)),
      greyed: [
        ...greyedBy(plan.around, `A${first}:${lastColumn}${last}`, drafting),
        ...slots.flatMap((slot, i) =>
          greyed(slot.leaf.field.when, slot.leaf.path, columnRange(firstColumn + i, first, last), drafting, first),
        ),
        ...slots.flatMap((slot, i) =>
          levelGreyed(slot, columnRange(firstColumn + i, first, last), drafting, before(i, first)),
        ),
      ],
      // Below the rows that are drawn, lines come with what is typed.
      ruled:
        open > last
          ? []
          : [{ range: `A${open}:${lastColumn}${last}`, formula: `COUNTA($B${open}:$${lastColumn}${open})>0` }],
      comments: slots.flatMap((slot, i) => {
        const text = slot.continuation === 0 ? fieldNote(slot.leaf.field, template, plan.around) : onwardNote(slot)
        return text ? [{ cell: cellName(heads.rowOf(i), firstColumn + i), text }] : []
      }),
      locked: true,
      repeat: `${headRow}:${headRow + headDepthOf(table) - 1}`,
    },
    rows: (sheet) => rowsOn(sheet).all,
  }
}

const before =
  (i: number, row: number): Before =>
  (count) =>
    `$${cellName(row, firstColumn + i - count)}`

/** One for the whole column; one for each row where rows have decimal places of their own. */
const columnValidations = (plan: TablePlan, slot: Slot, i: number, drafting: Drafting): Frame['validations'] => {
  const isPreset = (row: JsonObject) => row[slot.leaf.field.key] !== undefined
  if (plan.table.fixedRows?.every(isPreset)) return []
  const [first, column] = [firstRow(plan), firstColumn + i]
  const offsets = plan.table.rowFacts && rowOffsets(plan.table)
  if (!offsets)
    return validationsOf(slot, columnRange(column, first, lastRowOf(plan)), drafting, before(i, first), first)
  return offsets.flatMap((offset, index) => {
    const row = first + offset
    return validationsOf(slotInRow(slot, plan.table, index), cellName(row, column), drafting, before(i, row), row)
  })
}

const rowsNote = ({ minRows, maxRows, fixedRows }: Table): string =>
  fixedRows
    ? '行已印好，不能增减；表头右上角有红点的，把指针放上去可看填写说明。'
    : `每行填一条，空行会略过；${minRows > 0 ? `至少 ${minRows} 行，` : ''}最多 ${maxRows} 行。表头右上角有红点的，把指针放上去可看填写说明。`

interface TableHeads extends DrawnHeads {
  /** In which row a column is named, and explained. */
  readonly rowOf: (slot: number) => number
}

const headsIn = ({ table, slots }: TablePlan, widths: readonly number[], { styles }: Drafting): TableHeads => {
  const style = styles.of('head')
  const groups = new Map(columnHeads(table).map(({ key, group }) => [key, group]))
  const heads = slots.map((slot): PrintedHead => {
    const { key } = slot.leaf.field
    const group = groups.get(key)
    return { key, title: headOf(slot), ...(group !== undefined && { group }) }
  })
  return {
    ...layHeads({
      corner: [{ value: numberHead(table), style }],
      heads,
      titles: heads.map(({ title }) => ({ value: title, style })),
      style,
      widthOf: (i) => widths[i + 1] ?? 12,
    }),
    rowOf: (i) => (heads[i]?.group === undefined ? headRow : headRow + 1),
  }
}
