import type { Field, Group, Section, Table } from '@policyforms/core'
import { boxMargin } from '../layout/geometry.ts'
import { printOf } from '../prints/index.ts'
import { balancedLines } from '../xml/balanced-lines.ts'
import { halvesOf, widestPiece } from '../xml/text-width.ts'
import { type Book, type Place, under } from './book.ts'
import { headOf, headWithin, shown } from './shown.ts'

/** Of a base table: what stands in cells, and tables within its frame. */
export type Member = Field | Group | Table

/** The grid: an upright label for groups where there are any, then label and value up to three times. */
export interface Grid {
  readonly groupWidth: number
  readonly labelWidth: number
  readonly valueWidth: number
  readonly pairs: 1 | 2 | 3
}

const character = (book: Book) => book.profile.baseTable * 20
const margins = 2 * boxMargin
/** In characters: readers that keep a label to the page's grid need a little more than the label's own width. */
const slack = 0.3

const uprightLines = (title: string, width: number) => balancedLines(title, 2 * width)

/** An upright label is two characters wide, or three where fewer characters stand alone then: 联系人 is one line. */
const uprightWidth = (groups: readonly (Group | Table)[]): number => {
  const alone = (width: number) =>
    groups.flatMap(({ title }) => uprightLines(title, width)).filter((line) => line.length === 1).length
  return alone(3) < alone(2) ? 3 : 2
}

/** The characters of a label on one line, by how many stand side by side; so many more where that saves a third line. */
const longestLabel = { 1: 8, 2: 6, 3: 4 } as const
const extra = { 1: 4, 2: 2, 3: 1 } as const
const fewLines = 2

const pairsOf = (columns: Section['columns'], fields: number): Grid['pairs'] => {
  if (columns === 6 && fields > 2) return 3
  return columns > 2 && fields > 1 ? 2 : 1
}

const leavesOf = (members: readonly Member[]): readonly Field[] =>
  members.flatMap((member) => {
    if (member.block === 'field') return [member]
    return member.block === 'group' ? leavesOf(member.children) : []
  })

const linesWithin = (field: Field, characters: number) => headWithin(field, 2 * characters).split('\n').length

/** The narrowest room for labels in which the fewest of them take three lines or more. */
const labelCharacters = (leaves: readonly Field[], pairs: Grid['pairs']): number => {
  const longest = Math.max(4, ...leaves.map((field) => Math.ceil(halvesOf(headOf(field)) / 2)))
  const least = Math.min(longest, longestLabel[pairs])
  const tall = (characters: number) =>
    leaves.reduce((sum, field) => sum + Math.max(0, linesWithin(field, characters) - fewLines), 0)
  const rooms = Array.from({ length: extra[pairs] + 1 }, (_, i) => least + i)
  return rooms.reduce((best, room) => (tall(room) < tall(best) ? room : best))
}

const gridWith = (members: readonly Member[], pairs: Grid['pairs'], book: Book): Grid => {
  const labelWidth = (labelCharacters(leavesOf(members), pairs) + slack) * character(book) + margins
  const groups = members.filter((member) => member.block !== 'field')
  const groupWidth = groups.length > 0 ? (uprightWidth(groups) + slack) * character(book) + margins : 0
  const share = Math.floor((book.profile.page.textWidth - groupWidth) / pairs)
  return { groupWidth, labelWidth, pairs, valueWidth: share - labelWidth }
}

export const widthsOf = ({ groupWidth, labelWidth, valueWidth, pairs }: Grid): readonly number[] => [
  ...(groupWidth > 0 ? [groupWidth] : []),
  ...Array.from({ length: pairs }, () => [labelWidth, valueWidth]).flat(),
]

/** A label beside no group stands across the column of groups too. */
export const labelText = (field: Field, { labelWidth, groupWidth }: Grid, isAcross: boolean, book: Book): string => {
  const width = labelWidth + (isAcross ? groupWidth : 0)
  return headWithin(field, (2 * (width - margins)) / character(book) - 2 * slack)
}

/** Lines are broken here only where they would not break so of themselves. */
export const uprightText = (title: string, { groupWidth }: Grid, book: Book): string => {
  const width = Math.floor((groupWidth - margins) / character(book))
  const lines = uprightLines(title, width)
  return lines.slice(0, -1).every((line) => line.length === width) ? title : lines.join('\n')
}

/** Of a value that has so many pairs of cells. */
export const pairsWidth = ({ labelWidth, valueWidth }: Grid, pairs: number) =>
  (labelWidth + valueWidth) * pairs - labelWidth - margins

/** On a line, or on two without a single character left over; a number that is not broken may leave a gap before it. */
const standsWell = (halves: number, line: number) => halves <= line || (halves > line + 3 && halves <= 2 * line)

/**
 * How many pairs of cells a field takes: all for such a kind, more than one for an answer with a word too long, such as
 * a mail address, or with more than two lines.
 */
const pairsFor = (field: Field, place: Place, book: Book, grid: Grid): number => {
  if (field.wide || printOf(field).spreads(field, book.lists)) return grid.pairs
  const text = shown({ field, ...under(place, field.key) }, book.lists)
  const fits = (pairs: number) => {
    const line = 2 * Math.floor(pairsWidth(grid, pairs) / character(book))
    return widestPiece(text) <= line && standsWell(halvesOf(text), line)
  }
  return [1, 2].find((pairs) => pairs < grid.pairs && fits(pairs)) ?? grid.pairs
}

/** A field and how many pairs of cells it takes. */
export interface Placed {
  readonly field: Field
  readonly pairs: number
}

export const taken = (beside: readonly Placed[]) => beside.reduce((sum, { pairs }) => sum + pairs, 0)

/** The rows of a base table: fields side by side, or a group or a table with rows of its own. */
export const standingIn = (
  members: readonly Member[],
  place: Place,
  book: Book,
  grid: Grid,
): readonly (readonly Placed[] | Group | Table)[] => {
  const standing: (Placed[] | Group | Table)[] = []
  for (const member of members) {
    if (book.hidden.has(under(place, member.key).at)) continue
    if (member.block !== 'field') {
      standing.push(member)
      continue
    }
    const placed = { field: member, pairs: pairsFor(member, place, book, grid) }
    const last = standing.at(-1)
    if (Array.isArray(last) && taken(last) + placed.pairs <= grid.pairs) last.push(placed)
    else standing.push([placed])
  }
  return standing
}

const hasNeighbours = (members: readonly Member[], place: Place, book: Book, grid: Grid): boolean =>
  standingIn(members, place, book, grid).some((standing) =>
    'block' in standing
      ? standing.block === 'group' && hasNeighbours(standing.children, under(place, standing.key), book, grid)
      : standing.length > 1,
  )

/** As many pairs as the section asks for; one, with room for longer labels, where no two fields come to stand together. */
export const gridOf = (members: readonly Member[], columns: Section['columns'], place: Place, book: Book): Grid => {
  const grid = gridWith(members, pairsOf(columns, leavesOf(members).length), book)
  return grid.pairs === 1 || hasNeighbours(members, place, book, grid) ? grid : gridWith(members, 1, book)
}
