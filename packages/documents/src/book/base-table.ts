import { type Field, type Group, property, type Section } from '@policyforms/core'
import { cellMargin } from '../layout/geometry.ts'
import type { Profile } from '../layout/profile.ts'
import { printOf } from '../prints/index.ts'
import { printedCell } from '../prints/none.ts'
import { textParagraph } from '../xml/paragraph.ts'
import { type Cell, type Row, table } from '../xml/table.ts'
import { halvesOf, widestPiece } from '../xml/text-width.ts'
import { type Book, type Place, under } from './book.ts'
import { headWithin, isLong, shown } from './shown.ts'
import { signatureBox } from './signatures.ts'

export type Member = Field | Group

/** The grid: an upright label for groups where there are any, then label and value up to three times. */
interface Grid {
  readonly groupWidth: number
  readonly labelWidth: number
  readonly valueWidth: number
  readonly pairs: 1 | 2 | 3
}

const character = (book: Book) => book.profile.baseTable * 20
const margins = 2 * cellMargin
/** In characters: readers that keep a label to the page's grid need a little more than the label's own width. */
const slack = 0.3
const rowHeight = 480
/** A group of so many rows stays on one page. */
const lowGroup = 4
/** Room to write by hand what an office, an expert or an applicant with a pen will write. */
const boxHeight = 1800
const officeBoxHeight = 2400
const leastBox = 1000
/** Of a page, what a heading and the lines around the table take. */
const aroundSheet = 1000
const isBox = ({ minHeight = 0 }: Row) => minHeight >= boxHeight

const leavesOf = (members: readonly Member[]): readonly Field[] =>
  members.flatMap((member) => (member.block === 'field' ? [member] : leavesOf(member.children)))

/** An upright label is two characters wide, or three where that breaks the labels evenly: 联系人 is one line then. */
const uprightWidth = (groups: readonly Group[]): number => {
  const ragged = (width: number) =>
    groups.reduce((sum, { title }) => sum + ((width - (title.length % width)) % width), 0)
  return ragged(3) < ragged(2) ? 3 : 2
}

/** The characters of a label on one line, by how many stand side by side. */
const longestLabel = { 1: 8, 2: 6, 3: 4 } as const

const pairsOf = (columns: Section['columns'], fields: number): Grid['pairs'] => {
  if (columns === 6 && fields > 2) return 3
  return columns > 2 && fields > 1 ? 2 : 1
}

const gridOf = (members: readonly Member[], columns: Section['columns'], book: Book): Grid => {
  const leaves = leavesOf(members)
  const pairs = pairsOf(columns, leaves.length)
  const longest = Math.max(4, ...leaves.map((field) => field.title.length))
  const labelWidth = (Math.min(longest, longestLabel[pairs]) + slack) * character(book) + margins
  const groups = members.filter((member) => member.block === 'group')
  const groupWidth = groups.length > 0 ? (uprightWidth(groups) + slack) * character(book) + margins : 0
  return {
    groupWidth,
    labelWidth,
    pairs,
    valueWidth: Math.floor((book.profile.page.textWidth - groupWidth) / pairs) - labelWidth,
  }
}

const widthsOf = ({ groupWidth, labelWidth, valueWidth, pairs }: Grid): readonly number[] => [
  ...(groupWidth > 0 ? [groupWidth] : []),
  ...Array.from({ length: pairs }, () => [labelWidth, valueWidth]).flat(),
]

const labelText = (field: Field, { labelWidth }: Grid, book: Book): string =>
  headWithin(field, (2 * (labelWidth - margins)) / character(book) - 2 * slack)

const label = (text: string, span = 1): Cell => ({ content: textParagraph('BaseLabel', text), span })

/** Of a value that has so many pairs of cells. */
const pairsWidth = ({ labelWidth, valueWidth }: Grid, pairs: number) =>
  (labelWidth + valueWidth) * pairs - labelWidth - margins

/**
 * How many pairs of cells a field takes: all for such a kind, more than one for an answer with a word too long, such as
 * a mail address, or, where three stand side by side, with more than two lines.
 */
const pairsFor = (field: Field, place: Place, book: Book, grid: Grid): number => {
  if (field.wide || printOf(field).spreads(field, book.lists)) return grid.pairs
  const text = shown({ field, ...under(place, field.key) }, book.lists)
  const half = character(book) / 2
  const fits = (pairs: number) =>
    widestPiece(text) * half <= pairsWidth(grid, pairs) &&
    (grid.pairs < 3 || halvesOf(text) * half <= 2 * pairsWidth(grid, pairs))
  return [1, 2].find((pairs) => pairs < grid.pairs && fits(pairs)) ?? grid.pairs
}

const valueCell = (field: Field, place: Place, book: Book, grid: Grid, pairs: number): Cell => ({
  content: printedCell({ field, ...under(place, field.key) }, book, pairsWidth(grid, pairs)),
  span: pairs * 2 - 1,
})

const heightOf = (field: Field | undefined): number => {
  if (!field || printOf(field).text === undefined) return rowHeight
  return field.role === undefined ? boxHeight : officeBoxHeight
}

/** A field and how many pairs of cells it takes. */
interface Placed {
  readonly field: Field
  readonly pairs: number
}

const taken = (beside: readonly Placed[]) => beside.reduce((sum, { pairs }) => sum + pairs, 0)

/** Fields side by side; the last value reaches the right edge. */
const fieldRow = (beside: readonly Placed[], place: Place, book: Book, grid: Grid, inGroup: boolean): Row => {
  const left = grid.pairs - taken(beside)
  const fields = beside.map(({ field }) => field)
  const cells = beside.flatMap(({ field, pairs }, i) => {
    const isLast = i === beside.length - 1
    const labelSpan = i === 0 && !inGroup && grid.groupWidth > 0 ? 2 : 1
    const value = valueCell(field, place, book, grid, isLast ? pairs + left : pairs)
    return [label(labelText(field, grid, book), labelSpan), value]
  })
  return {
    cells,
    minHeight: heightOf(fields[0]),
    breaks: fields.some((field) => isLong(property(place.value, field.key))),
  }
}

const rowsOf = (members: readonly Member[], place: Place, book: Book, grid: Grid, inGroup = false): readonly Row[] => {
  const rows: Row[] = []
  let beside: Placed[] = []
  const flush = () => {
    if (beside.length > 0) rows.push(fieldRow(beside, place, book, grid, inGroup))
    beside = []
  }
  for (const member of members) {
    if (book.hidden.has(under(place, member.key).at)) continue
    if (member.block === 'group') {
      flush()
      rows.push(...groupRows(member, under(place, member.key), book, grid, inGroup))
    } else {
      const pairs = pairsFor(member, place, book, grid)
      if (taken(beside) + pairs > grid.pairs) flush()
      beside.push({ field: member, pairs })
    }
  }
  flush()
  return rows
}

/** A group's label stands upright beside all its rows; that of a group in a group stands above them. */
const groupRows = (group: Group, place: Place, book: Book, grid: Grid, inGroup: boolean): readonly Row[] => {
  const rows = rowsOf(group.children, place, book, grid, true)
  if (inGroup) return [{ cells: [label(group.title, grid.pairs * 2)], minHeight: rowHeight }, ...rows]
  return rows.map((row, i) => ({
    ...row,
    keeps: i === 0 || (rows.length <= lowGroup && i < rows.length - 1),
    cells: [{ ...label(i === 0 ? group.title : ''), down: i === 0 ? 'restart' : 'continue' }, ...row.cells],
  }))
}

/** A signed sheet is one page: boxes are made lower where they would push the signatures onto the next. */
const onOnePage = (rows: readonly Row[], { page }: Profile): readonly Row[] => {
  const over = rows.reduce((sum, { minHeight = 0 }) => sum + minHeight, 0) - (page.textHeight - aroundSheet)
  const boxes = rows.filter(isBox).length
  if (over <= 0 || boxes === 0) return rows
  const lower = Math.ceil(over / boxes)
  return rows.map((row) => (isBox(row) ? { ...row, minHeight: Math.max(leastBox, (row.minHeight ?? 0) - lower) } : row))
}

/** The boxes of an application book: label and value, and signatures in a last box of their own. */
export const baseTable = (
  members: readonly Member[],
  { columns }: Pick<Section, 'columns'>,
  signatures: Section['signatures'],
  place: Place,
  book: Book,
): string => {
  const grid = gridOf(members, columns, book)
  const widths = widthsOf(grid)
  const rows = rowsOf(members, place, book, grid)
  const signed: readonly Row[] =
    signatures.length > 0
      ? [{ cells: [{ content: signatureBox(signatures), span: widths.length }], minHeight: boxHeight }]
      : []
  const all = signed.length > 0 ? onOnePage([...rows, ...signed], book.profile) : rows
  return all.length === 0 ? '' : table(widths, all)
}
