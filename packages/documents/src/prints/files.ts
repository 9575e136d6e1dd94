import { type Field, type FileAnswer, filesOf } from '@policyforms/core'
import type { Book, Leaf } from '../book/book.ts'
import { controlOf } from '../controls/control-of.ts'
import { partTag } from '../controls/tag-of.ts'
import { drawing } from '../pictures/drawing.ts'
import { controlled, pictureControl, richControl } from '../xml/control.ts'
import { joined, paragraph, run, textParagraph, type Xml } from '../xml/paragraph.ts'
import type { Print } from './print.ts'

/** Names one below the other, numbered when there are several. */
const names = (style: string, { field, value }: Leaf, book: Book): Xml => {
  const files = filesOf(value)
  if (files.length === 0) return textParagraph(style, '', controlOf(field, book.lists))
  return joined(
    files.map((file, i) => {
      const number = files.length > 1 ? run(`${i + 1}. `) : ''
      return paragraph(style, `${number}${controlled(run(file.name), richControl(fileTag(field, file, book)))}`)
    }),
  )
}

/** A file is known again by its number among the files that the book names. */
const fileTag = ({ path }: Field, file: FileAnswer, { files }: Book): string => partTag(path, `#${files.push(file)}`)

export const attachment = {
  cell: (leaf, book) => names('BaseText', leaf, book),
  row: (leaf, book, { name }) => names(`${name}Text`, leaf, book),
  spreads: () => true,
} satisfies Print

/** The picture itself; its name where the store has none that Word can show. */
const onePicture = (style: string, field: Field, file: FileAnswer, book: Book, width: number): Xml => {
  const picture = book.pictures.get(file.id)
  const tag = fileTag(field, file, book)
  if (!picture) return textParagraph(style, file.name, richControl(tag))
  book.drawings += 1
  return paragraph(style, controlled(drawing(picture, file.name, width, book.drawings), pictureControl(tag)))
}

const pictures = (style: string, leaf: Leaf, book: Book, width: number): Xml => {
  const files = filesOf(leaf.value)
  if (files.length === 0) return textParagraph(style, '', controlOf(leaf.field, book.lists))
  return joined(files.map((file) => onePicture(style, leaf.field, file, book, width)))
}

export const picture = {
  cell: (leaf, book, width) => pictures('BaseLabel', leaf, book, width),
  row: (leaf, book, { name, width }) => pictures(`${name}Centre`, leaf, book, width),
  spreads: () => true,
} satisfies Print
