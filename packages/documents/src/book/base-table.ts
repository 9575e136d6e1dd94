import { type Field, type Group, property, type Section } from '@policyforms/core'
import { cellMargin, textWidth } from '../layout/geometry.ts'
import { printOf } from '../prints/index.ts'
import { textParagraph } from '../xml/paragraph.ts'
import { type Cell, type Row, table } from '../xml/table.ts'
import { type Book, type Place, under } from './book.ts'
import { headWithin, isLong } from './shown.ts'
import { signatureBox } from './signatures.ts'

export type Member = Field | Group

/** The grid: an upright label for groups where there are any, then label and value once or twice. */
interface Grid {
  readonly groupWidth: number
  readonly labelWidth: number
  readonly valueWidth: number
  readonly pairs: 1 | 2
}

const character = (book: Book) => book.profile.baseTable * 20
const margins = 2 * cellMargin
const rowHeight = 480
/** Room to write by hand what an office, an expert or an applicant with a pen will write. */
const boxHeight = 1800
const officeBoxHeight = 2400

const leavesOf = (members: readonly Member[]): readonly Field[] =>
  members.flatMap((member) => (member.block === 'field' ? [member] : leavesOf(member.children)))

const gridOf = (members: readonly Member[], columns: Section['columns'], book: Book): Grid => {
  const pairs = columns === 4 ? 2 : 1
  const longest = Math.max(4, ...leavesOf(members).map((field) => field.title.length))
  const labelWidth = Math.min(longest, pairs === 2 ? 6 : 8) * character(book) + margins
  const groupWidth = members.some((member) => member.block === 'group') ? 2 * character(book) + margins : 0
  return { groupWidth, labelWidth, pairs, valueWidth: Math.floor((textWidth - groupWidth) / pairs) - labelWidth }
}

const widthsOf = ({ groupWidth, labelWidth, valueWidth, pairs }: Grid): readonly number[] => [
  ...(groupWidth > 0 ? [groupWidth] : []),
  ...Array.from({ length: pairs }, () => [labelWidth, valueWidth]).flat(),
]

const labelText = (field: Field, { labelWidth }: Grid, book: Book): string =>
  headWithin(field, (labelWidth - margins) / character(book))

const label = (text: string, span = 1): Cell => ({ content: textParagraph('BaseLabel', text), span })

const isWide = (field: Field, book: Book) => field.wide || printOf(field).spreads(field, book.lists)

const spanWidth = (grid: Grid, span: number) =>
  span === 1 ? grid.valueWidth : (grid.labelWidth + grid.valueWidth) * grid.pairs - grid.labelWidth

const valueCell = (field: Field, place: Place, book: Book, grid: Grid, span: number): Cell => ({
  content: printOf(field).cell({ field, ...under(place, field.key) }, book, spanWidth(grid, span) - margins),
  span,
})

const heightOf = (field: Field | undefined): number => {
  if (!field || printOf(field).text === undefined) return rowHeight
  return field.role === undefined ? boxHeight : officeBoxHeight
}

/** One or two fields side by side; the last value reaches the right edge. */
const fieldRow = (fields: readonly Field[], place: Place, book: Book, grid: Grid, inGroup: boolean): Row => {
  const cells = fields.flatMap((field, i) => {
    const isLast = i === fields.length - 1
    const span = isLast ? (grid.pairs - fields.length) * 2 + 1 : 1
    const labelSpan = i === 0 && !inGroup && grid.groupWidth > 0 ? 2 : 1
    return [label(labelText(field, grid, book), labelSpan), valueCell(field, place, book, grid, span)]
  })
  return {
    cells,
    minHeight: heightOf(fields[0]),
    breaks: fields.some((field) => isLong(property(place.value, field.key))),
  }
}

const rowsOf = (members: readonly Member[], place: Place, book: Book, grid: Grid, inGroup = false): readonly Row[] => {
  const rows: Row[] = []
  let beside: Field[] = []
  const flush = () => {
    if (beside.length > 0) rows.push(fieldRow(beside, place, book, grid, inGroup))
    beside = []
  }
  for (const member of members) {
    if (book.hidden.has(under(place, member.key).at)) continue
    if (member.block === 'group') {
      flush()
      rows.push(...groupRows(member, under(place, member.key), book, grid, inGroup))
    } else if (isWide(member, book)) {
      flush()
      rows.push(fieldRow([member], place, book, grid, inGroup))
    } else if (beside.push(member) === grid.pairs) flush()
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
    cells: [{ ...label(i === 0 ? group.title : ''), down: i === 0 ? 'restart' : 'continue' }, ...row.cells],
  }))
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
  return rows.length + signed.length === 0 ? '' : table(widths, [...rows, ...signed])
}
