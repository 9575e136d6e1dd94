import { type Field, fieldKindOf, type Lists } from '@policyforms/core'

export type ColumnWidth = 'xs' | 's' | 'm' | 'l' | 'xl'

/** How much room a column asks for, by what its kind says of its content. */
export const columnWidth = (column: Field, lists: Lists): ColumnWidth => {
  if (column.wide) return 'xl'
  const width = fieldKindOf(column).width(column, lists)
  return width <= 8 ? 'xs' : width <= 14 ? 's' : width <= 20 ? 'm' : width <= 28 ? 'l' : 'xl'
}
