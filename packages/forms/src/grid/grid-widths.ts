import { type Field, fieldKindOf, type JsonObject, type Lists, property } from '@policyforms/core'
import { type ColumnWidth, columnWidth, widthOf } from './column-width.ts'
import type { GridRow } from './grid.tsx'

/** Pixels of a column, and where all together would not fit on a page. */
const ample = { xxs: 60, xs: 72, s: 112, m: 144, l: 184, xl: 260 } satisfies Record<ColumnWidth, number>
const scarce = { xxs: 56, xs: 68, s: 106, m: 120, l: 152, xl: 200 } satisfies Record<ColumnWidth, number>

/** What there is for a table on a page of 1280 pixels: beside the guide, and without it. */
const besideGuide = 690
const withoutGuide = 970

const index = 46
const group = 104
const menu = 41
const sums = 80
const padding = 17

/** Half-width characters that a text takes. */
const halves = (text: string): number => [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 0)

/** A column that the template fills in is as wide as what is printed in it, which breaks where it must. */
const printedWidth = (column: Field, given: readonly JsonObject[], lists: Lists): ColumnWidth => {
  const texts = given.map((row) => {
    const value = row[column.key]
    return value === undefined ? '' : fieldKindOf(column).show(value, column, lists)
  })
  const widest = Math.max(...texts.map(halves))
  return widest <= 4 ? 'xxs' : widest > 30 ? 'l' : widthOf(Math.min(widest, 20))
}

const isGivenIn = (rows: readonly GridRow[], { key }: Field): boolean =>
  rows.length > 0 && rows.every(({ given }) => property(given, key) !== undefined)

export interface GridWidths {
  readonly columns: readonly number[]
  /** What stands at the left of the first column. */
  readonly lead: number
  /** More than there is beside the guide. */
  readonly isWide: boolean
}

/** How wide the columns of a grid are at least. */
export const gridWidths = (
  columns: readonly Field[],
  rows: readonly GridRow[],
  lists: Lists,
  has: { readonly corner: string; readonly lead: number; readonly isMenu: boolean; readonly sums: number },
): GridWidths => {
  const given = rows.map((row) => row.given).filter((row) => row !== undefined)
  const asked = columns.map((column) =>
    isGivenIn(rows, column) ? printedWidth(column, given, lists) : columnWidth(column, lists),
  )
  const longest = Math.max(halves(has.corner), ...rows.map((row) => halves(row.head)))
  const head = has.lead === 2 ? 120 : Math.max(index, Math.min(longest * 7.2 + padding, 200))
  const lead = head + (has.lead === 2 ? group : 0)
  const beside = lead + (has.isMenu ? menu : 0) + has.sums * sums
  const total = (pixels: Record<ColumnWidth, number>) => asked.reduce((sum, width) => sum + pixels[width], beside)
  const pixels = total(ample) > withoutGuide ? scarce : ample
  return { lead, columns: asked.map((width) => pixels[width]), isWide: total(ample) > besideGuide }
}
