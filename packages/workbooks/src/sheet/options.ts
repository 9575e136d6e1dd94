import type { CodeList } from '@policyforms/core'
import { columnName, quotedSheet } from '../book/address.ts'
import type { Frame, Placed, Scalar, StyleBook } from '../book/book.ts'
import type { Asked } from '../cells/cell-kind.ts'
import { ownSheets } from '../layout/plan.ts'
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

export const optionsFrame = ({ columns }: OptionsBook): Frame => ({
  name: ownSheets.options,
  state: 'hidden',
  widths: columns.length === 0 ? [12] : columns.map(() => 24),
  merges: [],
  validations: [],
  locked: true,
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
