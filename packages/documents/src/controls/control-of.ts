import { type Field, fieldKinds, type Kind, type Lists, leavesOf, listOf, titleOf } from '@policyforms/core'
import { type Control, dateControl, listControl, richControl, textControl } from '../xml/control.ts'
import { tagOf } from './tag-of.ts'

/** A drop-down stands in every row: longer lists, such as all regions, would outweigh the book. */
const longestList = 40

type Make = (tag: string, field: Field, lists: Lists) => Control

const chosen =
  (open: boolean): Make =>
  (tag, field, lists) => {
    const list = listOf(field, lists)
    const leaves = leavesOf(list.entries)
    if (leaves.length === 0 || leaves.length > longestList) return textControl(tag)
    return listControl(
      tag,
      leaves.map(({ code }) => titleOf(list, code)),
      open,
    )
  }

const either =
  (kind: 'yes-no' | 'statement'): Make =>
  (tag) =>
    listControl(tag, [fieldKinds[kind].show(true), fieldKinds[kind].show(false)], false)

/** The control around a value that is printed as one text; a kind without one does not compile. */
const makes = {
  text: textControl,
  narrative: richControl,
  number: textControl,
  money: textControl,
  percent: textControl,
  date: (tag) => dateControl(tag, 'date'),
  month: (tag) => dateControl(tag, 'month'),
  year: textControl,
  period: richControl,
  'yes-no': either('yes-no'),
  choice: chosen(false),
  choices: textControl,
  'open-choice': chosen(true),
  'open-choices': textControl,
  cascade: chosen(false),
  'open-cascade': chosen(true),
  // What it may name differs from book to book: a control is made once.
  reference: textControl,
  references: textControl,
  identifier: textControl,
  attachment: richControl,
  picture: richControl,
  statement: either('statement'),
} satisfies Record<Kind, Make>

const known = new WeakMap<Field, Control>()

/** The control of a field's answer, made once for each column of a table. What is computed is not read back, and has none. */
export const controlOf = (field: Field, lists: Lists): Control | undefined => {
  if (field.compute) return undefined
  const made = known.get(field)
  if (made) return made
  const make: Make = makes[field.kind]
  const control = make(tagOf(field.path), field, lists)
  known.set(field, control)
  return control
}
