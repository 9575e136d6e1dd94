import { type Answers, isBlank, isObject, type Json, printsNone, property, type Template } from '@policyforms/core'
import type { Book, Leaf } from '../book/book.ts'
import type { Room } from '../book/table-setting.ts'
import { controlOf } from '../controls/control-of.ts'
import { standIn } from '../xml/control.ts'
import { paragraph, run, type Xml } from '../xml/paragraph.ts'
import { printOf } from './index.ts'

const saysSomething = (value: Json | undefined): boolean => {
  if (Array.isArray(value)) return value.some(saysSomething)
  if (isObject(value)) return Object.values(value).some(saysSomething)
  return value !== undefined && value !== null && value !== ''
}

/** The top-level sections in which something has been answered: in an empty one a blank is to be filled by hand. */
export const begunSections = ({ sections }: Pick<Template, 'sections'>, answers: Answers): ReadonlySet<string> =>
  new Set(sections.map(({ key }) => key).filter((key) => saysSomething(property(answers, key))))

export const isBegun = ({ begun }: Book, [section = '']: readonly string[]): boolean => begun.has(section)

const isNone = ({ field, value }: Leaf, book: Book): boolean =>
  printsNone(field) && (value === undefined || isBlank(value, field)) && isBegun(book, field.path)

const noneParagraph = (style: string, { field }: Leaf, { lists }: Book): Xml =>
  paragraph(style, standIn(run('无'), controlOf(field, lists)))

/** The value cell of a base table: 无 where a blank says that there is nothing. */
export const printedCell = (leaf: Leaf, book: Book, width: number): Xml =>
  isNone(leaf, book) ? noneParagraph('BaseText', leaf, book) : printOf(leaf.field).cell(leaf, book, width)

/** The same in a row of a table or a matrix. */
export const printedInRow = (leaf: Leaf, book: Book, room: Room): Xml =>
  isNone(leaf, book) ? noneParagraph(`${room.name}Centre`, leaf, book) : printOf(leaf.field).row(leaf, book, room)
