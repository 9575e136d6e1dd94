import { wordsOf } from '@policyforms/core'
import { textParagraph } from '../xml/paragraph.ts'
import { unbroken } from './plain.ts'
import type { Print } from './print.ts'

/** The figure, and on the line below it the amount in words where they are asked for. */
export const money = {
  ...unbroken,
  cell: (leaf, book) => {
    const { field, value } = leaf
    const words = field.inWords ? textParagraph('BaseText', `大写：${wordsOf(value, field) ?? ''}`) : ''
    return `${unbroken.cell(leaf, book)}${words}`
  },
  spreads: (field) => field.inWords === true,
} satisfies Print
