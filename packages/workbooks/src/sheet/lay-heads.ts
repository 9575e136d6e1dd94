import { bandsOf, isGrouped, type PrintedHead } from '@policyforms/core'
import { cellName } from '../book/address.ts'
import type { Cell, Placed } from '../book/book.ts'
import { headRow } from '../layout/references.ts'
import { heightFor } from './heights.ts'

export interface DrawnHeads {
  readonly rows: (sheet: number) => readonly Placed[]
  readonly merges: readonly string[]
}

interface Heads {
  /** The cells at the left that stand through all rows of heads. */
  readonly corner: readonly Cell[]
  readonly heads: readonly PrintedHead[]
  /** The cell of each head. */
  readonly titles: readonly Cell[]
  /** The cell of the group of each head, if it is more than its text. */
  readonly groups?: readonly Cell[]
  readonly style: number
  readonly widthOf: (column: number) => number
}

const range = (row: number, column: number, toRow: number, toColumn: number): readonly string[] =>
  row === toRow && column === toColumn ? [] : [`${cellName(row, column)}:${cellName(toRow, toColumn)}`]

/** One row of heads, or two with the groups above; what has no group, and the corner, stand through both. */
export const layHeads = ({ corner, heads, titles, groups, style, widthOf }: Heads): DrawnHeads => {
  const lead = corner.length
  const below = headRow + (isGrouped(heads) ? 1 : 0)
  const corners = range(headRow, 1, below, lead)
  const heightOf = (texts: readonly { readonly text: string; readonly width: number }[]) =>
    heightFor(
      texts.map((one) => ({ ...one, points: 11 })),
      24,
    )
  const own = heads.map(({ title }, i) => ({ text: title, width: widthOf(i) }))
  if (below === headRow) {
    const height = heightOf([{ text: String(corner[0]?.value ?? ''), width: widthOf(0) }, ...own])
    return { merges: corners, rows: (sheet) => [{ sheet, cells: [...corner, ...titles], height }] }
  }
  const bands = bandsOf(heads)
  const merges = bands.flatMap(({ group, from, heads: under }) => {
    const column = lead + 1 + from
    return group === undefined
      ? range(headRow, column, below, column)
      : range(headRow, column, headRow, column + under.length - 1)
  })
  const upper = bands.flatMap(({ group, from, heads: under }): readonly (Cell | undefined)[] =>
    group === undefined
      ? [titles[from]]
      : under.map((_, i) => (i === 0 ? (groups?.[from] ?? { value: group, style }) : { style })),
  )
  const lower = heads.map(({ group }, i): Cell | undefined => (group === undefined ? { style } : titles[i]))
  const grouped = own.filter((_, i) => heads[i]?.group !== undefined)
  return {
    merges: [...corners, ...merges],
    rows: (sheet) => [
      { sheet, cells: [...corner, ...upper], height: heightOf([]) },
      { sheet, cells: [...corner.map(() => ({ style })), ...lower], height: heightOf(grouped) },
    ],
  }
}
