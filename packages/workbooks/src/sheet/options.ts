import { columnName, quotedSheet } from '../book/address.ts'
import type { Frame, Placed, StyleBook, Validation } from '../book/book.ts'
import type { Asked, Lists } from '../cells/cell-kind.ts'
import { ownSheets } from '../layout/plan.ts'
import type { Slot } from '../layout/slot.ts'

/** What one drop-down offers, from the top of its column. */
export interface OptionsColumn {
  readonly key: string
  readonly options: readonly string[]
  /** Of options that follow what is filled in on another sheet. */
  readonly formula?: (index: number) => string
}

/** The options that are made from rows of a table, by the name of their list. */
export type LiveOptions = (key: string) => OptionsColumn | undefined

// A list written into the validation itself may have 255 characters, and corrupts the file beyond that:
// every list stands on a hidden sheet instead, each in a column of its own.
export const optionsBook = (live: LiveOptions = () => undefined) => {
  const columns: OptionsColumn[] = []
  const rangeOf = ({ key, options }: Extract<Asked, { type: 'list' }>): string | undefined => {
    const known = columns.findIndex((column) => column.key === key)
    const made = columns[known] ?? live(key) ?? { key, options }
    if (made.options.length === 0) return undefined
    const column = columnName((known < 0 ? columns.push(made) - 1 : known) + 1)
    return `${quotedSheet(ownSheets.options)}!$${column}$1:$${column}$${made.options.length}`
  }
  return { columns, rangeOf }
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

/** The validation of a slot over a range of its sheet. */
export const validationsOf = (slot: Slot, range: string, lists: Lists, options: OptionsBook): Frame['validations'] => {
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
