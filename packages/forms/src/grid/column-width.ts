import { type Field, fieldKindOf, type Lists } from '@policyforms/core'

export type ColumnWidth = 'xxs' | 'xs' | 's' | 'm' | 'l' | 'xl'

/** The width for so many half-width characters. */
export const widthOf = (halves: number): ColumnWidth =>
  halves <= 8 ? 'xs' : halves <= 14 ? 's' : halves <= 20 ? 'm' : halves <= 28 ? 'l' : 'xl'

/** How much room a column asks for, by what its kind says of its content. */
export const columnWidth = (column: Field, lists: Lists): ColumnWidth =>
  column.wide ? 'xl' : widthOf(fieldKindOf(column).width(column, lists))
