import { wordsOf } from '@policyforms/core'
import { cellName } from '../book/address.ts'
import type { Placed } from '../book/book.ts'
import { wordsFormula } from '../formulas/words-formula.ts'
import type { FieldsPlan, Line } from '../layout/plan.ts'
import { firstColumn, firstRow, headRow } from '../layout/references.ts'
import { cellOf, labelOf } from '../layout/slot.ts'
import { type Drafting, type Drawn, formulaOf, greyedBy, isOfOther } from './drafting.ts'
import { heightFor } from './heights.ts'
import { blockNote, fieldNote, onwardNote } from './notes.ts'
import { captionRow, titleRow } from './title-rows.ts'
import { type Before, levelGreyed, validationsOf } from './validations.ts'

/** Long texts want room: a row is 400 points high at most. */
const hasLongTexts = ({ lines }: FieldsPlan): boolean =>
  lines.some((line) => line.line === 'slot' && line.slot.part.roomy)

/** A section: label, value, unit and note, one field below the other. */
export const drawFields = (plan: FieldsPlan, drafting: Drafting): Drawn => {
  const { styles, template } = drafting
  const first = firstRow(plan)
  const isWide = hasLongTexts(plan)
  const widths = isWide ? [22, 72, 8, 30] : [22, 37, 7, 24]
  const slots = plan.lines.flatMap((line, i) => (line.line === 'slot' ? [{ ...line, row: first + i }] : []))
  const headings = plan.lines.flatMap((line, i) =>
    line.line === 'heading' || line.line === 'elsewhere' ? [first + i] : [],
  )
  return {
    frame: {
      name: plan.name,
      widths,
      frozen: { rows: headRow, columns: 0 },
      merges: ['A1:D1', 'A2:D2', ...headings.map((row) => `A${row}:D${row}`)],
      validations: slots.flatMap(({ slot, row }) =>
        validationsOf(slot, cellName(row, firstColumn), drafting, above(row)),
      ),
      greyed: slots.flatMap(({ slot, around, row }) => [
        ...greyedBy(around, `A${row}:D${row}`, drafting),
        ...levelGreyed(slot, `A${row}:D${row}`, drafting, above(row)),
      ]),
      locked: true,

      repeat: `${headRow}:${headRow}`,
      tab: 'accent',
    },
    rows: (sheet) => [
      titleRow(sheet, plan.title, widths.length, styles),
      captionRow(sheet, blockNote(plan.section, template), widths, styles),
      {
        sheet,
        cells: ['项目', '填写内容', '单位', '说明'].map((value) => ({ value, style: styles.of('head') })),
        height: 24,
      },
      ...plan.lines.map((line, i) => lineRow(line, first + i, widths, sheet, drafting)),
    ],
  }
}

const above =
  (row: number): Before =>
  (count) =>
    `$${cellName(row - count, firstColumn)}`

const lineRow = (line: Line, row: number, widths: readonly number[], sheet: number, drafting: Drafting): Placed => {
  const { styles, template } = drafting
  if (line.line === 'slot') return slotRow(line, widths, sheet, drafting)
  if (line.line === 'words') return wordsRow(line, row, sheet, drafting)
  const style = styles.of(line.line === 'heading' ? 'group' : 'note')
  const value =
    line.line === 'heading'
      ? [indent(line.depth, line.title), blockNote(line.block, template, line.around).replaceAll('\n', '；')]
          .filter(Boolean)
          .join('　')
      : `${line.block.title}：见工作表“${line.sheet}”`
  return {
    sheet,
    cells: [{ value, style }, { style }, { style }, { style }],
    height: heightFor([{ text: value, width: widths.reduce((sum, width) => sum + width, 0), points: 11 }]),
  }
}

/** The amount above in words, which follow what is typed there. */
const wordsRow = (
  { slot, depth }: Extract<Line, { line: 'words' }>,
  row: number,
  sheet: number,
  drafting: Drafting,
): Placed => {
  const { styles } = drafting
  const { field, path } = slot.leaf
  return {
    sheet,
    cells: [
      { value: indent(depth, `${slot.label}（大写）`), style: styles.of('label') },
      {
        value: wordsOf(drafting.valueOf(slot, path), field) ?? '',
        formula: wordsFormula(cellName(row - 1, firstColumn), field.unit),
        style: styles.of('locked'),
      },
      { style: styles.of('label') },
      { value: '自动计算', style: styles.of('note') },
    ],
    height: 24,
  }
}

const indent = (depth: number, text: string) => `${'　'.repeat(Math.max(0, depth - 1))}${text}`

const slotRow = (
  { slot, around, depth }: Extract<Line, { line: 'slot' }>,
  widths: readonly number[],
  sheet: number,
  drafting: Drafting,
): Placed => {
  const { styles, template, lists } = drafting
  const { field, path } = slot.leaf
  const label = indent(depth, labelOf(slot))
  const note = slot.continuation === 0 ? fieldNote(field, template, around.slice(0, -1)) : onwardNote(slot)
  const value = cellOf(
    slot,
    drafting.valueOf(slot, path),
    lists,
    styles,
    formulaOf(slot, drafting),
    isOfOther(field, drafting),
  )
  const texts = [
    { text: label, width: widths[0] ?? 0, points: 11 },
    { text: String(value.value ?? ''), width: widths[1] ?? 0, points: 11 },
    { text: note, width: widths[3] ?? 0, points: 10 },
  ]
  return {
    sheet,
    cells: [
      { value: label, style: styles.of('label') },
      value,
      { value: field.unit ?? '', style: styles.of('label', undefined, 'center') },
      { value: note, style: styles.of('note') },
    ],
    height: heightFor(texts, slot.part.roomy ? 96 : 24),
  }
}
