import type { Leaf } from '../book/book.ts'
import { paragraphs, textParagraph } from '../xml/paragraph.ts'
import { tick } from './options.ts'
import { plain, unbroken } from './plain.ts'
import type { Print } from './print.ts'

const bothWays = ({ value }: Leaf) => `${tick(value === true)}是　${tick(value === false)}否`

export const yesNo = {
  ...unbroken,
  cell: (leaf) => textParagraph('BaseText', bothWays(leaf)),
} satisfies Print

const confirmed = ({ value }: Leaf) => `${tick(value === true)}以上内容已经确认。`
const declared = (style: string, leaf: Leaf) =>
  `${(leaf.field.text ?? []).map((line) => paragraphs(style, line)).join('')}${textParagraph(style, confirmed(leaf))}`

/** The paragraphs that are declared, and the tick of whoever declares them. */
export const statement = {
  ...plain,
  cell: (leaf) => declared('BaseProse', leaf),
  text: (leaf) => declared('Body', leaf),
  spreads: () => true,
} satisfies Print
