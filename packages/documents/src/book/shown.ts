import { fieldKindOf, isBlank, type Lists } from '@policyforms/core'
import type { Leaf } from './book.ts'

/** The answer as print has it, without its unit; empty when there is none. */
export const shown = ({ field, value }: Leaf, lists: Lists): string =>
  value === undefined || isBlank(value, field) ? '' : fieldKindOf(field).show(value, field, lists)

/** A title with the unit that its values are in: 注册资本（万元）. */
export const headOf = ({ title, unit }: { readonly title: string; readonly unit?: string }): string =>
  unit ? `${title}（${unit}）` : title
