import { fieldKindOf, fieldKinds, type Json, property } from '@policyforms/core'
import type { Book, Leaf } from '../book/book.ts'
import { shown } from '../book/shown.ts'
import { controlOf } from '../controls/control-of.ts'
import { partTag } from '../controls/tag-of.ts'
import { around, controlled, dateControl } from '../xml/control.ts'
import { paragraph, paragraphs, run, textParagraph, type Xml } from '../xml/paragraph.ts'
import { halvesOf } from '../xml/text-width.ts'
import type { Print } from './print.ts'

const rowStyles = { start: 'Text', center: 'Centre', end: 'Number' } as const

/** A value on a line of its own. */
export const plain = {
  cell: (leaf, { lists }) => textParagraph('BaseText', shown(leaf, lists), controlOf(leaf.field, lists)),
  row: (leaf, { lists }, { name }) =>
    textParagraph(
      `${name}${rowStyles[fieldKindOf(leaf.field).align]}`,
      shown(leaf, lists),
      controlOf(leaf.field, lists),
    ),
  spreads: () => false,
} satisfies Print

/** Numbers, dates and identifiers stay on one line. */
export const unbroken = { ...plain, pieces: (text) => [text] } satisfies Print

const dates = (text: string) => text.split(/(?<=至)/)

/** Each end in a control of its own, so that Word offers its calendar. */
const twoDates = (style: string, leaf: Leaf, { lists }: Book, between: string): Xml => {
  const { field, value } = leaf
  const text = shown(leaf, lists)
  const control = controlOf(field, lists)
  if (text === '' || !control) return textParagraph(style, text.replace('至', between), control)
  const precision = field.precision ?? 'month'
  const end = (key: 'from' | 'to'): Xml => {
    const date: Json = property(value, key) ?? ''
    const printed = date === '' ? '' : fieldKinds[precision].show(date)
    return controlled(printed === '' ? '' : run(printed), dateControl(partTag(field.path, `.${key}`), precision))
  }
  return paragraph(style, `${end('from')}${run(between)}${end('to')}`)
}

/** Two dates do not fit beside another field; in a row they stand one below the other if they must. */
export const period = {
  ...plain,
  cell: (leaf, book) => twoDates('BaseText', leaf, book, '至'),
  row: (leaf, book, { name, half, width }) => {
    const isTight = halvesOf(shown(leaf, book.lists)) * half > width
    return twoDates(`${name}Centre`, leaf, book, isTight ? '至\n' : '至')
  },
  pieces: dates,
  spreads: () => true,
} satisfies Print

/** A box of a base table holds about this much; more of it reads better as running text. */
const mostInABox = 500

/** Paragraphs that begin two characters in. */
export const prose = {
  cell: (leaf, { lists }) => paragraphs('BaseProse', shown(leaf, lists), controlOf(leaf.field, lists)),
  row: (leaf, { lists }, { name }) => paragraphs(`${name}Text`, shown(leaf, lists), controlOf(leaf.field, lists)),
  text: (leaf, { lists }) => around(paragraphs('Body', shown(leaf, lists)), controlOf(leaf.field, lists)),
  joins: (field) => (field.maxChars ?? field.maxLength ?? Number.POSITIVE_INFINITY) <= mostInABox,
  spreads: () => true,
} satisfies Print
