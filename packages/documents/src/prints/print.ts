import type { Field, Lists } from '@policyforms/core'
import type { Book, Leaf } from '../book/book.ts'
import type { Room } from '../book/table-setting.ts'
import type { Xml } from '../xml/paragraph.ts'

/** How a kind of field stands on paper: one plain object for each kind. */
export interface Print {
  /** The paragraphs of the value cell in a base table, `width` twentieths of a point across. */
  readonly cell: (leaf: Leaf, book: Book, width: number) => Xml
  /** The paragraphs in a row of a table or a matrix, where room is short. */
  readonly row: (leaf: Leaf, book: Book, room: Room) => Xml
  /** The pieces of a printed value that a row never breaks. A kind without it flows like prose. */
  readonly pieces?: (text: string) => readonly string[]
  /** What fills the widest cell, of a kind whose values all look alike. */
  readonly widest?: string
  /** The paragraphs in running text. A kind without it always stands in a cell. */
  readonly text?: (leaf: Leaf, book: Book) => Xml
  /** Of a kind that may run: whether it is short enough to join the cells that it stands among. */
  readonly joins?: (field: Field) => boolean
  /** Wants the whole width of a base table even where the template does not say so. */
  readonly spreads: (field: Field, lists: Lists) => boolean
}
