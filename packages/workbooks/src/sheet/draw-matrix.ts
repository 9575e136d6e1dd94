import { Exact, type Field } from '@policyforms/core'
import { cellName, columnName } from '../book/address.ts'
import type { Cell, Placed } from '../book/book.ts'
import { cellKindOf } from '../cells/index.ts'
import type { MatrixPlan } from '../layout/plan.ts'
import { firstColumn, firstRow, headRow } from '../layout/references.ts'
import { cellOf } from '../layout/slot.ts'
import { type Drafting, type Drawn, formulaOf, greyedBy } from './drafting.ts'
import { heightFor } from './heights.ts'
import { blockNote, fieldNote } from './notes.ts'
import { validationsOf } from './options.ts'
import { captionRow, titleRow } from './title-rows.ts'

/** A matrix: fixed rows by fixed columns, with totals at the right and below where the template has them. */
export const drawMatrix = (plan: MatrixPlan, drafting: Drafting): Drawn => {
  const { styles, template, options } = drafting
  const { matrix } = plan
  const first = firstRow(plan)
  const slots = plan.rows[0]?.slots ?? []
  const cellWidth = slots.map(({ part }) => Math.max(14, part.width(matrix.cell, template.lists)))
  const widths = [28, ...cellWidth, ...(hasRowTotals(plan) ? [16] : [])]
  const lastColumn = columnName(widths.length)
  const area = `A${first}:${lastColumn}${first + plan.rows.length - 1}`
  const note = [
    blockNote(matrix, template),
    fieldNote(matrix.cell, template, plan.around),
    matrix.cell.unit && `单位：${matrix.cell.unit}`,
  ]
    .filter(Boolean)
    .join('\n')
  return {
    frame: {
      name: plan.name,
      widths,
      frozen: { rows: headRow, columns: 1 },
      merges: widths.length > 1 ? [`A1:${lastColumn}1`, `A2:${lastColumn}2`] : [],
      validations: plan.rows.flatMap((row, r) =>
        row.slots.flatMap((slot, i) =>
          validationsOf(slot, cellName(first + r, firstColumn + i), template.lists, options),
        ),
      ),
      greyed: greyedBy(plan.around, area, drafting),
      locked: true,
      landscape: widths.reduce((sum, width) => sum + width, 0) > 90,
      repeat: `${headRow}:${headRow}`,
    },
    rows: (sheet) => [
      titleRow(sheet, plan.title, widths.length, styles),
      captionRow(sheet, note, widths, styles),
      headsRow(plan, sheet, drafting),
      ...plan.rows.map((_, r) => dataRow(plan, r, sheet, drafting)),
      ...(matrix.totals.columns ? [totalsRow(plan, sheet, drafting)] : []),
    ],
  }
}

const hasRowTotals = ({ matrix }: MatrixPlan): boolean =>
  matrix.totals.rows && cellKindOf(matrix.cell).parts(matrix.cell).length === 1

const headsRow = (plan: MatrixPlan, sheet: number, { styles }: Drafting): Placed => {
  const slots = plan.rows[0]?.slots ?? []
  const heads = slots.map(({ leaf, part, continuation }) => {
    const title = plan.matrix.columns.find(({ key }) => key === leaf.field.key)?.title ?? ''
    return `${title}${part.suffix ? `：${part.suffix}` : ''}${continuation > 0 ? `（续 ${continuation}）` : ''}`
  })
  const all = [plan.matrix.corner, ...heads, ...(hasRowTotals(plan) ? ['合计'] : [])]
  return {
    sheet,
    cells: all.map((value) => ({ value, style: styles.of('head') })),
    height: heightFor(
      all.map((text) => ({ text, width: 16, points: 11 })),
      24,
    ),
  }
}

/** A total with the sum as it stands now. */
const total = (range: string, numbers: readonly unknown[], field: Field, { styles }: Drafting): Cell => {
  const sum = numbers.reduce<Exact>((so, value) => (typeof value === 'number' ? so.plus(value) : so), new Exact(0))
  const format = cellKindOf(field).parts(field)[0]?.format(field)
  return { formula: `SUM(${range})`, value: sum.toNumber(), style: styles.of('total', format, 'end') }
}

const dataRow = (plan: MatrixPlan, r: number, sheet: number, drafting: Drafting): Placed => {
  const { styles, template } = drafting
  const { head, slots } = plan.rows[r] ?? { head: { title: '' }, slots: [] }
  const row = firstRow(plan) + r
  const values = slots.map((slot) => drafting.valueOf(slot, slot.leaf.path))
  const cells = slots.map((slot, i) => cellOf(slot, values[i], template.lists, styles, formulaOf(slot, drafting)))
  const sum = hasRowTotals(plan)
    ? [
        total(
          `${cellName(row, firstColumn)}:${cellName(row, firstColumn + slots.length - 1)}`,
          values,
          plan.matrix.cell,
          drafting,
        ),
      ]
    : []
  return {
    sheet,
    cells: [{ value: head.title, style: styles.of('label') }, ...cells, ...sum],
    height: heightFor([{ text: head.title, width: 28, points: 11 }], 24),
  }
}

const totalsRow = (plan: MatrixPlan, sheet: number, drafting: Drafting): Placed => {
  const slots = plan.rows[0]?.slots ?? []
  const first = firstRow(plan)
  const last = first + plan.rows.length - 1
  const column = (i: number) =>
    plan.rows.map((row) => row.slots[i]).map((slot) => slot && drafting.valueOf(slot, slot.leaf.path))
  const range = (at: number) => `${cellName(first, at)}:${cellName(last, at)}`
  const totals = slots.map((_, i) => total(range(firstColumn + i), column(i), plan.matrix.cell, drafting))
  const whole = hasRowTotals(plan)
    ? [
        total(
          range(firstColumn + slots.length),
          slots.flatMap((_, i) => column(i)),
          plan.matrix.cell,
          drafting,
        ),
      ]
    : []
  return {
    sheet,
    cells: [{ value: '合计', style: drafting.styles.of('total', undefined, 'center') }, ...totals, ...whole],
    height: 24,
  }
}
