import type { CodeList } from '@policyforms/core'
import { columnName, quotedSheet } from '../book/address.ts'
import type { Frame, Placed, Scalar, StyleBook, Validation } from '../book/book.ts'
import type { Asked, Lists } from '../cells/cell-kind.ts'
import { ownSheets } from '../layout/plan.ts'
import { levelsOf, type Slot } from '../layout/slot.ts'
import { type TreeRanges, treeRanges } from './tree-options.ts'

/** What one drop-down offers, from the top of its column. */
export interface OptionsColumn {
  readonly key: string
  readonly options: readonly Scalar[]
  /** Of options that follow what is filled in on another sheet. */
  readonly formula?: (index: number) => string
}

/** The options that are made from rows of a table, by the name of their list. */
export type LiveOptions = (key: string) => OptionsColumn | undefined

// A list written into the validation itself may have 255 characters, and corrupts the file beyond that:
// every list stands on a hidden sheet instead, each in a column of its own.
export const optionsBook = (live: LiveOptions = () => undefined) => {
  const columns: OptionsColumn[] = []
  const place = (key: string, make: () => OptionsColumn): OptionsColumn & { readonly column: string } => {
    const known = columns.findIndex((column) => column.key === key)
    const made = columns[known] ?? make()
    return { ...made, column: columnName((known < 0 ? columns.push(made) - 1 : known) + 1) }
  }
  const rangeOf = ({ key, options }: Extract<Asked, { type: 'list' }>): string | undefined => {
    const made = columns.find((column) => column.key === key) ?? live(key) ?? { key, options }
    if (made.options.length === 0) return undefined
    const { column } = place(key, () => made)
    return `${quotedSheet(ownSheets.options)}!$${column}$1:$${column}$${made.options.length}`
  }
  /** A tree stands once, whoever asks for it. */
  const treeOf = (list: CodeList): TreeRanges =>
    treeRanges(
      list,
      (part, options) => place(`${list.id}/${part}`, () => ({ key: `${list.id}/${part}`, options })).column,
    )
  return { columns, rangeOf, treeOf }
}

export type OptionsBook = ReturnType<typeof optionsBook>

const validationFor = (asked: Asked, options: OptionsBook): Validation | undefined => {
  if (asked.type === 'list') {
    const error = '请从下拉列表中选择。'
    const range = options.rangeOf(asked)
    return range === undefined
      ? undefined
      : { type: 'list', formulae: [range], error, strict: true, ...(asked.isOpen && { offers: true }) }
  }
  const { type, least, most, error, strict } = asked
  return { type, operator: 'between', formulae: [least ?? -1e15, most ?? 1e15], error: error.slice(0, 220), strict }
}

/** Tells the cell that stands so many slots before the first of a range. */
export type Before = (count: number) => string

/** What the levels above say, as one text. */
const trailAbove = ({ continuation }: Slot, before: Before): string =>
  Array.from({ length: continuation }, (_, i) => before(continuation - i)).join('&" / "&')

const levelValidation = (slot: Slot, list: CodeList, options: OptionsBook, before: Before): Validation => {
  const tree = options.treeOf(list)
  const place = `MATCH(${trailAbove(slot, before)},${tree.trails},0)`
  const below = `OFFSET(${tree.below},INDEX(${tree.starts},${place}),0,INDEX(${tree.counts},${place}),1)`
  const error = slot.continuation === 0 ? '请从下拉列表中选择。' : '请先选好上一级，再从下拉列表中选择。'
  return { type: 'list', formulae: [slot.continuation === 0 ? tree.top : below], error, strict: true }
}

/** Greys a level while what stands above it has none below. */
export const levelGreyed = (
  slot: Slot,
  range: string,
  lists: Lists,
  options: OptionsBook,
  before: Before,
): NonNullable<Frame['greyed']> => {
  const levels = slot.continuation > 0 ? levelsOf(slot, lists) : undefined
  return levels
    ? [{ range, formula: `ISNA(MATCH(${trailAbove(slot, before)},${options.treeOf(levels.list).trails},0))` }]
    : []
}

/** The validation of a slot over a range of its sheet. */
export const validationsOf = (
  slot: Slot,
  range: string,
  lists: Lists,
  options: OptionsBook,
  before: Before,
): Frame['validations'] => {
  const levels = slot.isLevel && !slot.leaf.field.compute ? levelsOf(slot, lists) : undefined
  if (levels) return [{ range, validation: levelValidation(slot, levels.list, options, before) }]
  const asked = slot.leaf.field.compute ? undefined : slot.part.asked?.(slot.leaf.field, lists)
  const validation = asked && validationFor(asked, options)
  return validation ? [{ range, validation }] : []
}

export const optionsFrame = ({ columns }: OptionsBook): Frame => ({
  name: ownSheets.options,
  state: 'hidden',
  widths: columns.length === 0 ? [12] : columns.map(() => 24),
  merges: [],
  validations: [],
  locked: true,
  landscape: false,
})

export const optionsRows = ({ columns }: OptionsBook, sheet: number, styles: StyleBook): readonly Placed[] => {
  const style = styles.of('text', '@')
  const count = columns.reduce((most, { options }) => Math.max(most, options.length), 0)
  return Array.from({ length: count }, (_, row) => ({
    sheet,
    cells: columns.map(({ options, formula }) =>
      options[row] === undefined
        ? undefined
        : { value: options[row], style, ...(formula && { formula: formula(row) }) },
    ),
  }))
}
