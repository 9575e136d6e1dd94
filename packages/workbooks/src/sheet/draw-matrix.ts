import { bandsOf, type Json, matrixLines } from '@policyforms/core'
import { cellName, columnName } from '../book/address.ts'
import type { Cell, Placed } from '../book/book.ts'
import { cellKindOf } from '../cells/index.ts'
import {
  headDepthOf,
  leadOf,
  type PlacedColumn,
  type PlacedRow,
  placedColumns,
  placedRows,
} from '../layout/matrix-layout.ts'
import type { MatrixPlan } from '../layout/plan.ts'
import { firstRow, headRow } from '../layout/references.ts'
import { cellOf } from '../layout/slot.ts'
import { type Drafting, type Drawn, formulaOf, greyedBy, isOfOther } from './drafting.ts'
import { drawHeads, groupCell, headOf, titleCell } from './draw-matrix-heads.ts'
import { heightFor } from './heights.ts'
import { blockNote, fieldNote } from './notes.ts'
import { captionRow, titleRow } from './title-rows.ts'
import { totalCell } from './total-cell.ts'
import { validationsOf } from './validations.ts'

const [groupWidth, headWidth, sumWidth] = [14, 28, 16]

/** A matrix as it stands on its sheet. */
interface Layout {
  readonly plan: MatrixPlan
  readonly rows: readonly PlacedRow[]
  readonly columns: readonly PlacedColumn[]
  readonly lead: number
}

/** A matrix: fixed rows by fixed columns, with sums among them where the template has them. */
export const drawMatrix = (plan: MatrixPlan, drafting: Drafting): Drawn => {
  const { styles, template, lists } = drafting
  const { matrix } = plan
  const layout: Layout = {
    plan,
    rows: placedRows(matrix, firstRow(plan)),
    columns: placedColumns(plan),
    lead: leadOf(matrix),
  }
  const { rows, columns, lead } = layout
  const cellWidth = columns.map(({ slot }) => {
    const own = slot === undefined ? undefined : plan.rows[0]?.slots[slot]
    return own ? Math.max(14, own.part.width(matrix.cell, lists)) : sumWidth
  })
  const widths = [...(lead > 1 ? [groupWidth] : []), headWidth, ...cellWidth]
  const lastColumn = columnName(widths.length)
  const area = `A${firstRow(plan)}:${lastColumn}${rows.findLast(({ isTotal }) => !isTotal)?.row ?? headRow}`
  const note = [
    blockNote(matrix, template),
    fieldNote(matrix.cell, template, plan.around),
    matrix.cell.unit && `单位：${matrix.cell.unit}`,
  ]
    .filter(Boolean)
    .join('\n')
  const heads = drawHeads(plan, drafting)
  const lastHead = headRow + headDepthOf(matrix) - 1
  return {
    frame: {
      name: plan.name,
      widths,
      frozen: { rows: lastHead, columns: lead },
      merges: [
        ...(widths.length > 1 ? [`A1:${lastColumn}1`, `A2:${lastColumn}2`] : []),
        ...heads.merges,
        ...(lead > 1 ? leadMerges(rows) : []),
      ],
      validations: rows.flatMap(({ row, index }) =>
        columns.flatMap(({ slot, column }) => {
          const own = slot === undefined ? undefined : plan.rows[index]?.slots[slot]
          return own
            ? validationsOf(own, cellName(row, column), drafting, (count) => cellName(row, column - count))
            : []
        }),
      ),
      greyed: greyedBy(plan.around, area, drafting),
      locked: true,
      repeat: `${headRow}:${lastHead}`,
    },
    rows: (sheet) => [
      titleRow(sheet, plan.title, widths.length, styles),
      captionRow(sheet, note, widths, styles),
      ...heads.rows(sheet),
      ...drawRows(layout, sheet, drafting),
    ],
  }
}

/** A group beside its rows; a head that belongs to none over both columns. */
const leadMerges = (rows: readonly PlacedRow[]): readonly string[] =>
  bandsOf(rows).flatMap(({ group, heads }) => {
    const [top, bottom] = [heads[0]?.row ?? 0, heads.at(-1)?.row ?? 0]
    if (group === undefined) return [`A${top}:B${top}`]
    return bottom > top ? [`A${top}:A${bottom}`] : []
  })

const drawRows = (layout: Layout, sheet: number, drafting: Drafting): readonly Placed[] => {
  const { plan, rows, columns } = layout
  const printed = matrixLines(plan.matrix, drafting.settled, { today: drafting.today }).rows
  const firsts = new Set(bandsOf(rows).map(({ from }) => from))
  return rows.map((line, i) => {
    const shown = printed[i] ?? line
    const first = leadCells(layout, line, shown, firsts.has(i), drafting)
    const cells = columns.map((column) => bodyCell(layout, line, column, drafting))
    const texts = line.isSum
      ? []
      : first.map(({ value }) => ({ text: String(value ?? ''), width: headWidth, points: 11 }))
    return { sheet, cells: [...first, ...cells], height: heightFor(texts, 24) }
  })
}

const leadCells = (
  { plan, lead }: Layout,
  line: PlacedRow,
  shown: { readonly title: string; readonly group?: string },
  isFirst: boolean,
  drafting: Drafting,
): readonly Cell[] => {
  const { styles } = drafting
  const label = line.isTotal ? styles.of('total', undefined, 'center') : styles.of('label')
  const head = headOf(plan.matrix, 'rows', line)
  const title = head ? titleCell(head, shown.title, label, plan, drafting) : { value: shown.title, style: label }
  if (lead === 1) return [title]
  if (line.group === undefined) return [title, { style: label }]
  const style = styles.of('label', undefined, 'center')
  return [isFirst ? groupCell(head, shown.group, style, plan, drafting) : { style }, title]
}

const bodyCell = (
  layout: Layout,
  line: PlacedRow,
  { line: column, slot, column: at }: PlacedColumn,
  drafting: Drafting,
) => {
  const { plan, rows, columns } = layout
  const own = slot === undefined ? undefined : plan.rows[line.index]?.slots[slot]
  if (own) {
    const value = drafting.valueOf(own, own.leaf.path)
    return cellOf(
      own,
      value,
      drafting.lists,
      drafting.styles,
      formulaOf(own, drafting),
      isOfOther(plan.matrix, drafting),
    )
  }
  const ranges = column.isSum
    ? spansOf(columns.filter((one) => column.of.includes(one.line.key)).map((one) => one.column)).map(
        ([from, to]) => `${cellName(line.row, from)}:${cellName(line.row, to)}`,
      )
    : spansOf(rows.filter(({ key }) => line.of.includes(key)).map(({ row }) => row)).map(
        ([from, to]) => `${cellName(from, at)}:${cellName(to, at)}`,
      )
  return sumCell(
    ranges.join(','),
    valuesOf(plan, line.of, slot === undefined ? column.of : slot, drafting),
    plan,
    drafting,
  )
}

/** What is added up: of some rows, the cells of some columns, or of one slot. */
const valuesOf = (
  plan: MatrixPlan,
  rows: readonly string[],
  columns: readonly string[] | number,
  drafting: Drafting,
): readonly (Json | undefined)[] =>
  plan.rows
    .filter(({ head }) => rows.includes(head.key))
    .flatMap(({ slots }) =>
      slots.filter(({ leaf }, i) => (typeof columns === 'number' ? i === columns : columns.includes(leaf.field.key))),
    )
    .map((slot) => drafting.valueOf(slot, slot.leaf.path))

/** A sum as it stands now, and live. */
const sumCell = (
  ranges: string,
  numbers: readonly (Json | undefined)[],
  { matrix }: MatrixPlan,
  { styles }: Drafting,
): Cell => {
  const format = cellKindOf(matrix.cell).parts(matrix.cell)[0]?.format(matrix.cell)
  return totalCell(ranges, numbers, styles.of('total', format, 'end'))
}

/** Numbers that follow each other, from the first to the last. */
const spansOf = (numbers: readonly number[]): readonly (readonly [number, number])[] => {
  const spans: [number, number][] = []
  for (const number of numbers) {
    const last = spans.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else spans.push([number, number])
  }
  return spans
}
