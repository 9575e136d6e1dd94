import { fieldKindOf } from '@policyforms/core'
import { shown } from '../book/shown.ts'
import { paragraphs, textParagraph } from '../xml/paragraph.ts'
import type { Print } from './print.ts'

const rowStyles = { start: 'CellText', center: 'CellCentre', end: 'CellNumber' } as const

/** A value on a line of its own. */
export const plain = {
  cell: (leaf, { lists }) => textParagraph('BaseText', shown(leaf, lists)),
  row: (leaf, { lists }) => textParagraph(rowStyles[fieldKindOf(leaf.field).align], shown(leaf, lists)),
  spreads: () => false,
} satisfies Print

/** Two dates do not fit beside another field. */
export const period = { ...plain, spreads: () => true } satisfies Print

/** A box of a base table holds about this much; more of it reads better as running text. */
const mostInABox = 500

/** Paragraphs that begin two characters in. */
export const prose = {
  cell: (leaf, { lists }) => paragraphs('BaseProse', shown(leaf, lists)),
  row: (leaf, { lists }) => paragraphs('CellText', shown(leaf, lists)),
  text: (leaf, { lists }) => paragraphs('Body', shown(leaf, lists)),
  joins: (field) => (field.maxChars ?? field.maxLength ?? Number.POSITIVE_INFINITY) <= mostInABox,
  spreads: () => true,
} satisfies Print
