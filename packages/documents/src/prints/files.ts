import { type FileAnswer, filesOf } from '@policyforms/core'
import type { Book, Leaf } from '../book/book.ts'
import { drawing } from '../pictures/drawing.ts'
import { paragraph, textParagraph, type Xml } from '../xml/paragraph.ts'
import type { Print } from './print.ts'

/** Names one below the other, numbered when there are several. */
const names = (style: string, { value }: Leaf): Xml => {
  const files = filesOf(value)
  if (files.length === 0) return paragraph(style)
  return files.map((file, i) => textParagraph(style, files.length > 1 ? `${i + 1}. ${file.name}` : file.name)).join('')
}

export const attachment = {
  cell: (leaf) => names('BaseText', leaf),
  row: (leaf, _, { name }) => names(`${name}Text`, leaf),
  notByHand: true,
  spreads: () => true,
} satisfies Print

/** The picture itself; its name where the store has none that Word can show. */
const onePicture = (style: string, file: FileAnswer, book: Book, width: number): Xml => {
  const picture = book.pictures.get(file.id)
  if (!picture) return textParagraph(style, file.name)
  book.drawings += 1
  return paragraph(style, drawing(picture, file.name, width, book.drawings))
}

const pictures = (style: string, leaf: Leaf, book: Book, width: number): Xml => {
  const files = filesOf(leaf.value)
  return files.length === 0 ? paragraph(style) : files.map((file) => onePicture(style, file, book, width)).join('')
}

export const picture = {
  cell: (leaf, book, width) => pictures('BaseLabel', leaf, book, width),
  row: (leaf, book, { name, width }) => pictures(`${name}Centre`, leaf, book, width),
  notByHand: true,
  spreads: () => true,
} satisfies Print
