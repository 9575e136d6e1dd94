import { cellMargin, textHeight, textWidth } from '../layout/geometry.ts'
import type { Profile } from '../layout/profile.ts'
import { type ColumnNeed, columnWidths, sumOf } from '../xml/column-widths.ts'

/** The type of a table: 五号, or 小五 where columns are crowded. The name is what its styles begin with. */
export interface TableType {
  readonly name: 'Cell' | 'Fine'
  /** Half a character, in twentieths of a point. */
  readonly half: number
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

export const cellMargins = 2 * cellMargin

export const roomOf = ({ type, widths }: TableSetting, column: number): Room => ({
  ...type,
  width: (widths[column] ?? 0) - cellMargins,
})

const settings = ({ table, fineTable }: Profile) => {
  const ordinary: TableType = { name: 'Cell', half: table * 10 }
  const fine: TableType = { name: 'Fine', half: fineTable * 10 }
  return [
    { type: ordinary, width: textWidth, turned: false },
    { type: fine, width: textWidth, turned: false },
    { type: ordinary, width: textHeight, turned: true },
    { type: fine, width: textHeight, turned: true },
  ]
}

const inTwips = ({ least, wanted, flows }: ColumnNeed, { half }: TableType): ColumnNeed => ({
  least: Math.ceil(least * half) + cellMargins,
  wanted: Math.ceil(Math.max(least, wanted) * half) + cellMargins,
  flows,
})

/** The first setting in which every column has its least: smaller type before a page on its side. */
export const settingFor = (needs: readonly ColumnNeed[], profile: Profile): TableSetting => {
  const all = settings(profile).map((setting) => ({
    ...setting,
    needs: needs.map((one) => inTwips(one, setting.type)),
  }))
  const fits = (one: (typeof all)[number]) => sumOf(one.needs.map(({ least }) => least)) <= one.width
  // Four settings are never none.
  const chosen = all.find(fits) ?? (all.at(-1) as (typeof all)[number])
  return { type: chosen.type, turned: chosen.turned, widths: columnWidths(chosen.needs, chosen.width) }
}
