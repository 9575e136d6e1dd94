import { fieldKindOf, isBlank, type Json, type Lists } from '@policyforms/core'
import type { Leaf } from './book.ts'

/** The answer as print has it, without its unit; empty when there is none. */
export const shown = ({ field, value }: Leaf, lists: Lists): string =>
  value === undefined || isBlank(value, field) ? '' : fieldKindOf(field).show(value, field, lists)

/** A title with the unit that its values are in: 注册资本（万元）. */
export const headOf = ({ title, unit }: { readonly title: string; readonly unit?: string }): string =>
  unit ? `${title}（${unit}）` : title

/** The same on two lines where `room`, counted in characters, is too short for one: a unit is not broken. */
export const headWithin = (field: { readonly title: string; readonly unit?: string }, room: number): string => {
  const { title } = field
  const head = headOf(field)
  return head.length > room && head.length > title.length ? `${title}\n${head.slice(title.length)}` : head
}

/** A row with so much text may go on on the next page; any other stays whole. */
const longText = 600
export const isLong = (value: Json | undefined): boolean => typeof value === 'string' && value.length > longText
