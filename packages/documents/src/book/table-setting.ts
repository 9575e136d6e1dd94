import { cellMargin, fineMargin } from '../layout/geometry.ts'
import type { Profile } from '../layout/profile.ts'
import { type ColumnNeed, columnWidths, sumOf } from '../xml/column-widths.ts'

/** The type of a table: 五号, or 小五 where columns are crowded. The name is what its styles begin with. */
export interface TableType {
  readonly name: 'Cell' | 'Fine'
  /** Half a character, in twentieths of a point. */
  readonly half: number
  /** Left and right inside a cell. */
  readonly margin: number
}

/** Where a value stands in a table: the type, and the width inside the cell. */
export interface Room extends TableType {
  readonly width: number
}

export interface TableSetting {
  readonly type: TableType
  readonly widths: readonly number[]
  /** Needs a page on its side. */
  readonly turned: boolean
}

export const roomOf = ({ type, widths }: TableSetting, column: number): Room => ({
  ...type,
  width: (widths[column] ?? 0) - 2 * type.margin,
})

/** The half characters that a head may fill; fonts differ a little. */
export const headRoom = ({ width, half }: Room): number => width / half - 0.4

const settings = ({ table, fineTable, turns, page: { textWidth, textHeight } }: Profile) => {
  const ordinary: TableType = { name: 'Cell', half: table * 10, margin: cellMargin }
  const fine: TableType = { name: 'Fine', half: fineTable * 10, margin: fineMargin }
  const upright = [
    { type: ordinary, width: textWidth, turned: false, isEasy: true },
    { type: fine, width: textWidth, turned: false, isEasy: false },
  ]
  if (!turns) return upright
  return [
    ...upright,
    { type: ordinary, width: textHeight, turned: true, isEasy: true },
    { type: fine, width: textHeight, turned: true, isEasy: false },
  ]
}

const inTwips = ({ least, wanted, flows, easy = least }: ColumnNeed, { half, margin }: TableType) => ({
  least: Math.ceil(least * half) + 2 * margin,
  easy: Math.ceil(easy * half) + 2 * margin,
  wanted: Math.ceil(Math.max(least, wanted) * half) + 2 * margin,
  flows,
})

/**
 * The first setting in which every column has what it must: smaller type before a page on its side. The larger type is
 * for tables that are easy to read in it; in the smaller, prose may be crowded before the page is turned.
 */
export const settingFor = (needs: readonly ColumnNeed[], profile: Profile): TableSetting => {
  const all = settings(profile).map((setting) => ({
    ...setting,
    needs: needs.map((one) => inTwips(one, setting.type)),
  }))
  const fits = ({ needs, width, isEasy }: (typeof all)[number]) =>
    sumOf(needs.map(({ least, easy }) => (isEasy ? easy : least))) <= width
  // Two settings at least.
  const chosen = all.find(fits) ?? (all.at(-1) as (typeof all)[number])
  return { type: chosen.type, turned: chosen.turned, widths: columnWidths(chosen.needs, chosen.width) }
}
