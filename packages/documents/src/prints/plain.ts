import { fieldKindOf } from '@policyforms/core'
import { shown } from '../book/shown.ts'
import { paragraphs, textParagraph } from '../xml/paragraph.ts'
import { halvesOf } from '../xml/text-width.ts'
import type { Print } from './print.ts'

const rowStyles = { start: 'Text', center: 'Centre', end: 'Number' } as const

/** A value on a line of its own. */
export const plain = {
  cell: (leaf, { lists }) => textParagraph('BaseText', shown(leaf, lists)),
  row: (leaf, { lists }, { name }) =>
    textParagraph(`${name}${rowStyles[fieldKindOf(leaf.field).align]}`, shown(leaf, lists)),
  spreads: () => false,
} satisfies Print

/** Numbers, dates and identifiers stay on one line. */
export const unbroken = { ...plain, pieces: (text) => [text] } satisfies Print

const dates = (text: string) => text.split(/(?<=至)/)

/** Two dates do not fit beside another field; in a row they stand one below the other if they must. */
export const period = {
  ...plain,
  row: (leaf, { lists }, { name, half, width }) => {
    const text = shown(leaf, lists)
    return textParagraph(`${name}Centre`, halvesOf(text) * half > width ? dates(text).join('\n') : text)
  },
  pieces: dates,
  spreads: () => true,
} satisfies Print

/** A box of a base table holds about this much; more of it reads better as running text. */
const mostInABox = 500

/** Paragraphs that begin two characters in. */
export const prose = {
  cell: (leaf, { lists }) => paragraphs('BaseProse', shown(leaf, lists)),
  row: (leaf, { lists }, { name }) => paragraphs(`${name}Text`, shown(leaf, lists)),
  text: (leaf, { lists }) => paragraphs('Body', shown(leaf, lists)),
  joins: (field) => (field.maxChars ?? field.maxLength ?? Number.POSITIVE_INFINITY) <= mostInABox,
  spreads: () => true,
} satisfies Print
