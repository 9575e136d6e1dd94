import { type Field, fieldKindOf } from '@policyforms/core'
import type { StyleBook } from '../book/book.ts'
import type { Lists } from '../cells/cell-kind.ts'
import { cellKindOf } from '../cells/index.ts'

/** A column's heads and look, whatever fills it. */
export interface HeadedColumn {
  readonly group: string
  readonly head: string
  readonly style: number
  readonly width: number
  /** The style and decimal places of its sum, if the sum means anything. */
  readonly total?: { readonly style: number; readonly places: number }
}

export const fixedColumn = (
  styles: StyleBook,
  group: string,
  head: string,
  width: number,
  format: string,
  align: 'start' | 'center' = 'start',
): HeadedColumn => ({ group, head, width, style: styles.of('plain', format, align) })

interface Headed {
  readonly field: Field
  readonly group: string
  readonly label: string
  readonly lists: Lists
  /** Whether a sum below it is wanted. */
  readonly adds: boolean
}

/** Texts get room: a list that breaks every name in two is no list. */
const widthOf = (field: Field, label: string, lists: Lists): number => {
  const roomy = cellKindOf(field).parts(field)[0]?.roomy
  const most = roomy ? 60 : 40
  return Math.max(
    roomy ? 60 : 10,
    Math.min(most, Math.max(fieldKindOf(field).width(field, lists), 2 * label.length + 4)),
  )
}

export const headedColumn = (styles: StyleBook, { field, group, label, lists, adds }: Headed): HeadedColumn => {
  const parts = cellKindOf(field).parts(field)
  const format = parts.length === 1 && !field.sensitive ? parts[0]?.format(field) : '@'
  const { align } = fieldKindOf(field)
  const sums = adds && cellKindOf(field).adds && !field.sensitive
  return {
    group,
    head: field.unit ? `${label}（${field.unit}）` : label,
    style: styles.of('plain', format, align),
    width: widthOf(field, label, lists),
    ...(sums && { total: { style: styles.of('total', format, 'end'), places: field.places ?? 0 } }),
  }
}
