import { headsOf, type Json } from '@policyforms/core'
import { cellName, columnName } from '../book/address.ts'
import type { Cell, Placed } from '../book/book.ts'
import { cellKindOf } from '../cells/index.ts'
import { headDepthOf, leadOf, type Strip, stripsOf } from '../layout/matrix-layout.ts'
import type { MatrixPlan } from '../layout/plan.ts'
import { firstRow, headRow } from '../layout/references.ts'
import { cellOf } from '../layout/slot.ts'
import { type Drafting, type Drawn, formulaOf, greyedBy, isOfOther } from './drafting.ts'
import { drawHeads, titleCell } from './draw-matrix-heads.ts'
import { heightFor } from './heights.ts'
import { blockNote, fieldNote } from './notes.ts'
import { captionRow, titleRow } from './title-rows.ts'
import { totalCell } from './total-cell.ts'
import { validationsOf } from './validations.ts'

const [groupWidth, headWidth] = [14, 28]

/** A matrix: fixed rows by fixed columns, with totals at the right, below, and below groups where the template has them. */
export const drawMatrix = (plan: MatrixPlan, drafting: Drafting): Drawn => {
  const { styles, template, lists } = drafting
  const { matrix } = plan
  const strips = stripsOf(matrix, firstRow(plan))
  const slots = plan.rows[0]?.slots ?? []
  const lead = leadOf(matrix)
  const cellWidth = slots.map(({ part }) => Math.max(14, part.width(matrix.cell, lists)))
  const widths = [...(lead > 1 ? [groupWidth] : []), headWidth, ...cellWidth, ...(hasRowTotals(plan) ? [16] : [])]
  const lastColumn = columnName(widths.length)
  const area = `A${firstRow(plan)}:${lastColumn}${lastRowIn(strips)}`
  const note = [
    blockNote(matrix, template),
    fieldNote(matrix.cell, template, plan.around),
    matrix.cell.unit && `单位：${matrix.cell.unit}`,
  ]
    .filter(Boolean)
    .join('\n')
  const heads = drawHeads(plan, hasRowTotals(plan), drafting)
  const lastHead = headRow + headDepthOf(matrix) - 1
  return {
    frame: {
      name: plan.name,
      widths,
      frozen: { rows: lastHead, columns: lead },
      merges: [
        ...(widths.length > 1 ? [`A1:${lastColumn}1`, `A2:${lastColumn}2`] : []),
        ...heads.merges,
        ...(lead > 1 ? leadMerges(plan, strips) : []),
      ],
      validations: strips.flatMap((strip) =>
        strip.heads.flatMap((_, r) =>
          (plan.rows[strip.from + r]?.slots ?? []).flatMap((slot, i) =>
            validationsOf(slot, cellName(strip.top + r, lead + 1 + i), drafting, (count) =>
              cellName(strip.top + r, lead + 1 + i - count),
            ),
          ),
        ),
      ),
      greyed: greyedBy(plan.around, area, drafting),
      locked: true,
      landscape: widths.reduce((sum, width) => sum + width, 0) > 90,
      repeat: `${headRow}:${lastHead}`,
    },
    rows: (sheet) => [
      titleRow(sheet, plan.title, widths.length, styles),
      captionRow(sheet, note, widths, styles),
      ...heads.rows(sheet),
      ...strips.flatMap((strip) => stripRows(plan, strip, sheet, drafting)),
      ...(matrix.totals.columns ? [sumsRow(plan, leadCells('合计', lead, drafting), strips, sheet, drafting)] : []),
    ],
  }
}

const lastRowIn = (strips: readonly Strip[]): number => strips.at(-1)?.sums ?? strips.at(-1)?.bottom ?? headRow

/** A group beside its rows and their subtotals; a head that belongs to none, and the total, over both columns. */
const leadMerges = ({ matrix }: MatrixPlan, strips: readonly Strip[]): readonly string[] => [
  ...strips.flatMap(({ group, top, bottom, sums = bottom }) => {
    if (group === undefined) return [`A${top}:B${top}`]
    return sums > top ? [`A${top}:A${sums}`] : []
  }),
  ...(matrix.totals.columns ? [`A${lastRowIn(strips) + 1}:B${lastRowIn(strips) + 1}`] : []),
]

const leadCells = (value: string, count: number, { styles }: Drafting): readonly Cell[] => {
  const style = styles.of('total', undefined, 'center')
  return Array.from({ length: count }, (_, i) => (i === 0 ? { value, style } : { style }))
}

const hasRowTotals = ({ matrix }: MatrixPlan): boolean =>
  matrix.totals.rows && cellKindOf(matrix.cell).parts(matrix.cell).length === 1

const total = (
  range: string,
  numbers: readonly (Json | undefined)[],
  { matrix }: MatrixPlan,
  { styles }: Drafting,
): Cell => {
  const format = cellKindOf(matrix.cell).parts(matrix.cell)[0]?.format(matrix.cell)
  return totalCell(range, numbers, styles.of('total', format, 'end'))
}

const valuesOf = (plan: MatrixPlan, r: number, drafting: Drafting): readonly (Json | undefined)[] =>
  (plan.rows[r]?.slots ?? []).map((slot) => drafting.valueOf(slot, slot.leaf.path))

/** The rows of a strip, and their subtotals. */
const stripRows = (plan: MatrixPlan, strip: Strip, sheet: number, drafting: Drafting): readonly Placed[] => {
  const { styles } = drafting
  const label = styles.of('label')
  const isWide = leadOf(plan.matrix) > 1
  const groupCell = (isFirst: boolean): readonly Cell[] => {
    if (!isWide || strip.group === undefined) return []
    const style = styles.of('label', undefined, 'center')
    return [isFirst ? { value: strip.group, style } : { style }]
  }
  const printed = headsOf(plan.matrix, drafting.settled, { today: drafting.today }).rows
  const rows = strip.heads.map((head, i) => {
    const title = titleCell(head, printed[strip.from + i]?.title ?? '', label, plan, drafting)
    const over: readonly Cell[] = isWide && strip.group === undefined ? [{ style: label }] : []
    return dataRow(plan, strip.from + i, strip.top + i, [...groupCell(i === 0), title, ...over], sheet, drafting)
  })
  if (strip.sums === undefined) return rows
  return [...rows, sumsRow(plan, [...groupCell(false), ...leadCells('小计', 1, drafting)], [strip], sheet, drafting)]
}

const dataRow = (
  plan: MatrixPlan,
  r: number,
  row: number,
  first: readonly Cell[],
  sheet: number,
  drafting: Drafting,
): Placed => {
  const { styles, lists } = drafting
  const slots = plan.rows[r]?.slots ?? []
  const values = valuesOf(plan, r, drafting)
  const isLocked = isOfOther(plan.matrix, drafting)
  const cells = slots.map((slot, i) => cellOf(slot, values[i], lists, styles, formulaOf(slot, drafting), isLocked))
  const from = first.length + 1
  const range = `${cellName(row, from)}:${cellName(row, from + slots.length - 1)}`
  return {
    sheet,
    cells: [...first, ...cells, ...(hasRowTotals(plan) ? [total(range, values, plan, drafting)] : [])],
    height: heightFor(
      first.map(({ value }) => ({ text: String(value ?? ''), width: headWidth, points: 11 })),
      24,
    ),
  }
}

/** The sums of the rows of some strips, each column by itself; subtotals between them are passed over. */
const sumsRow = (
  plan: MatrixPlan,
  first: readonly Cell[],
  strips: readonly Strip[],
  sheet: number,
  drafting: Drafting,
): Placed => {
  const count = plan.rows[0]?.slots.length ?? 0
  const rows = strips.flatMap(({ from, heads }) => heads.map((_, i) => valuesOf(plan, from + i, drafting)))
  const range = (column: number) =>
    spansOf(strips)
      .map(([top, bottom]) => `${cellName(top, column)}:${cellName(bottom, column)}`)
      .join(',')
  const from = leadOf(plan.matrix) + 1
  const columns = Array.from({ length: count }, (_, i) =>
    total(
      range(from + i),
      rows.map((row) => row[i]),
      plan,
      drafting,
    ),
  )
  const whole = hasRowTotals(plan) ? [total(range(from + count), rows.flat(), plan, drafting)] : []
  return { sheet, cells: [...first, ...columns, ...whole], height: 24 }
}

/** Strips that follow each other without subtotals between are one range. */
const spansOf = (strips: readonly Strip[]): readonly (readonly [number, number])[] => {
  const spans: [number, number][] = []
  for (const { top, bottom } of strips) {
    const last = spans.at(-1)
    if (last && last[1] === top - 1) last[1] = bottom
    else spans.push([top, bottom])
  }
  return spans
}
