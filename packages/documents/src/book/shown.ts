import { fieldKindOf, isBlank, type Json, type Lists } from '@policyforms/core'
import { balancedLines } from '../xml/balanced-lines.ts'
import { halvesOf } from '../xml/text-width.ts'
import type { Leaf } from './book.ts'

/** The answer as print has it, without its unit; empty when there is none. 其他（请注明） asks no more once it is told. */
export const shown = ({ field, value }: Leaf, lists: Lists): string =>
  value === undefined || isBlank(value, field)
    ? ''
    : fieldKindOf(field).show(value, field, lists).replace('（请注明）（', '（')

/** A title with the unit that its values are in: 注册资本（万元）. */
export const headOf = ({ title, unit }: { readonly title: string; readonly unit?: string | undefined }): string =>
  unit ? `${title}（${unit}）` : title

/** The same on several lines where `room`, in half characters, is too short for one: a unit is not broken. */
export const headWithin = (
  field: { readonly title: string; readonly unit?: string | undefined },
  room: number,
): string => {
  const head = headOf(field)
  if (halvesOf(head) <= room) return head
  const unit = head.slice(field.title.length)
  return [...balancedLines(field.title, room), ...(unit ? [unit] : [])].join('\n')
}

/** A row with so much text may go on on the next page; any other stays whole. */
const longText = 600
export const isLong = (value: Json | undefined): boolean => typeof value === 'string' && value.length > longText
