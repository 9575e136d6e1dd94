import { type Band, bandsOf, isGrouped, type PrintedHead } from '@policyforms/core'
import type { ColumnNeed } from '../xml/column-widths.ts'
import { textParagraph } from '../xml/paragraph.ts'
import type { Cell, Row } from '../xml/table.ts'
import { halvesOf, widestPiece } from '../xml/text-width.ts'
import { atLeast, headNeed, wordsNeed } from './column-needs.ts'
import { headWithin } from './shown.ts'
import { headRoom, roomOf, type TableSetting } from './table-setting.ts'

const slack = 0.5
const longestOf = (texts: readonly string[]) => texts.reduce((most, text) => Math.max(most, halvesOf(text)), 0)

/** A row head keeps half of its length at least. */
export const rowHeadNeed = (titles: readonly string[]): ColumnNeed => {
  const longest = longestOf(titles)
  return { least: Math.max(Math.min(longest, 8), longest / 2) + slack, wanted: longest + slack, flows: true }
}

/** The cell of a group is as high as its rows: a few characters a line will do. */
export const groupNeed = (groups: readonly string[]): ColumnNeed => {
  const word = groups.reduce((most, group) => Math.max(most, Math.min(20, widestPiece(group))), 0) + slack
  const need = wordsNeed(groups.map(halvesOf), Math.min(longestOf(groups), 12) + slack)
  return atLeast(need, { least: word, wanted: word, flows: false })
}

/** What one of so many columns must have for the head above them. */
const partOf = (group: string, count: number): ColumnNeed => {
  const { least, wanted } = headNeed({ title: group })
  return { least: least / count, wanted: wanted / count, flows: false }
}

/** What each column must have for its own head, and for its part of the head above it. */
export const columnHeadNeed = (heads: readonly PrintedHead[]): ColumnNeed =>
  bandsOf(heads).reduce<ColumnNeed>(
    (need, { group, heads: under }) => {
      const own = under.map(headNeed).reduce(atLeast, need)
      if (group === undefined) return own
      return atLeast(own, partOf(group, under.length))
    },
    { least: 0, wanted: 0, flows: false },
  )

/** Each column with room for its part of the head above it. */
export const underGroups = (heads: readonly PrintedHead[], needs: readonly ColumnNeed[]): readonly ColumnNeed[] =>
  bandsOf(heads).flatMap(({ group, from, heads: under }) =>
    needs
      .slice(from, from + under.length)
      .map((need) => (group === undefined ? need : atLeast(need, partOf(group, under.length)))),
  )

/** The head of a column, with the unit of its values where it tells it. */
type PrintedColumn = PrintedHead & { readonly unit?: string | undefined }

/** The rows of heads, repeated on each page: two where columns have groups, with what has none standing through both. */
export const headRows = (
  corner: string,
  heads: readonly PrintedColumn[],
  lead: number,
  setting: TableSetting,
  minHeight: number,
): readonly Row[] => {
  const rooms = heads.map((_, i) => headRoom(roomOf(setting, lead + i)))
  const head = (shown: Pick<PrintedColumn, 'title' | 'unit'>, room: number, more: Partial<Cell> = {}): Cell => ({
    content: textParagraph(`${setting.type.name}Head`, headWithin(shown, room)),
    ...more,
  })
  const first: Cell = { content: textParagraph(`${setting.type.name}Head`, corner), span: lead }
  const own = (shown: Pick<PrintedColumn, 'title' | 'unit'>, i: number, more: Partial<Cell> = {}) =>
    head(shown, rooms[i] ?? 0, more)
  if (!isGrouped(heads)) return [{ cells: [first, ...heads.map((one, i) => own(one, i))], head: true, minHeight }]
  const through = ({ from, heads: under }: Band<PrintedColumn>, down: 'restart' | 'continue') =>
    under.map((one, i) => own(down === 'restart' ? one : { title: '' }, from + i, { down }))
  const above = (band: Band<PrintedColumn>): readonly Cell[] => {
    if (band.group === undefined) return through(band, 'restart')
    const room = rooms.slice(band.from, band.from + band.heads.length).reduce((sum, one) => sum + one, 0)
    return [head({ title: band.group }, room, { span: band.heads.length })]
  }
  const below = (band: Band<PrintedColumn>): readonly Cell[] =>
    band.group === undefined ? through(band, 'continue') : band.heads.map((one, i) => own(one, band.from + i))
  const bands = bandsOf(heads)
  return [
    { cells: [{ ...first, down: 'restart' }, ...bands.flatMap(above)], head: true, minHeight },
    {
      cells: [{ ...head({ title: '' }, 0), span: lead, down: 'continue' }, ...bands.flatMap(below)],
      head: true,
      minHeight,
    },
  ]
}
