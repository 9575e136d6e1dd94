import type { Leaf } from '../book/book.ts'
import { paragraph, paragraphs, run, type Xml } from '../xml/paragraph.ts'
import { tick } from './options.ts'
import { plain, unbroken } from './plain.ts'
import type { Print } from './print.ts'

const bothWays = ({ field, value }: Leaf): Xml =>
  `${tick(field, 'true', value === true)}${run('是　')}${tick(field, 'false', value === false)}${run('否')}`

export const yesNo = {
  ...unbroken,
  cell: (leaf) => paragraph('BaseText', bothWays(leaf)),
} satisfies Print

const confirmed = ({ field, value }: Leaf): Xml => `${tick(field, 'true', value === true)}${run('以上内容已经确认。')}`
const declared = (style: string, leaf: Leaf) =>
  `${(leaf.field.text ?? []).map((line) => paragraphs(style, line)).join('')}${paragraph(style, confirmed(leaf))}`

/** The paragraphs that are declared, and the tick of whoever declares them. */
export const statement = {
  ...plain,
  cell: (leaf) => declared('BaseProse', leaf),
  text: (leaf) => declared('Body', leaf),
  spreads: () => true,
} satisfies Print
