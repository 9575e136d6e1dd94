import { cellsOfRow, isTotal, type Lattice } from './grid-shape.ts'
import { cleaned, isBlankText, isDate, optionsIn } from './marks.ts'
import type { GridCell } from './outline-block.ts'
import { signaturesIn } from './signatures.ts'

export interface Column {
  readonly title: string
  /** What it is called itself, and what it stands under with others. */
  readonly own: string
  readonly group?: string
  readonly label: string
  readonly at: number
  readonly place: string
}

const noun = (cell: GridCell | undefined) => cleaned(cell?.text ?? '')

/** Heads of one or two levels: 2024年 › 预算 becomes 2024年预算. */
export const columnsOf = (heads: Lattice['rows']): readonly Column[] => {
  const [last] = heads.slice(-1)
  if (!last) return []
  const found: Column[] = []
  for (const [at] of last.entries()) {
    const trail = [...new Set(heads.map((row) => row[at]))].filter((cell) => cell !== undefined && !cell.isContinued)
    const own = trail.filter((cell) => cell !== undefined && noun(cell) !== '')
    const cell = own.at(-1)
    // A cell that covers several columns at the lowest level is one column.
    if (!cell || (at > 0 && heads.every((row) => row[at] === row[at - 1]))) continue
    found.push({
      title: own.map(noun).join(''),
      own: noun(cell),
      ...(own.length > 1 && { group: own.slice(0, -1).map(noun).join('') }),
      label: own.map((one) => one?.text).join(''),
      at,
      place: cell.place,
    })
  }
  return found
}

/** How many rows are heads: two when the first one has cells that cover others. */
export const headCount = ({ rows }: Lattice): number => {
  const [first = [], second = []] = rows
  const covers = cellsOfRow(first).some((cell) => cell.span > 1) && cellsOfRow(first).length > 1
  return covers && second.some((cell) => cell?.isContinued || cell?.text) ? 2 : 1
}

export const textAt = (row: Lattice['rows'][number], at: number) => row[at]?.text.trim() ?? ''

/** A cell merged over several rows says the same in each of them. */
export const filledDown = (rows: Lattice['rows']): Lattice['rows'] => {
  const above: (GridCell | undefined)[] = []
  return rows.map((row) =>
    row.map((cell, at) => {
      if (!cell?.isContinued) above[at] = cell
      return above[at]
    }),
  )
}

/** Boxes to tick, places to sign and dates stand beside labels, not under or in a head. */
export const isForPen = (text: string) =>
  optionsIn(text).length > 1 || signaturesIn(text).length > 0 || (isDate(text) && text.trim() !== '')

/** 论文/专利/标准: what may be written in a cell, told by a sample row. */
const asBoxes = (text: string): string =>
  /^[^/\s]{1,8}(?:\/[^/\s]{1,8}){1,7}$/.test(text) && !/^[台套件年月日\d/]+$/.test(text)
    ? text
        .split('/')
        .map((option) => `□${option}`)
        .join(' ')
    : text

/** A box by itself is to be ticked or not; beside ☐是 ☐否 in other rows it asks for the same. */
const tickIn = (texts: readonly string[]): string | undefined => {
  const isAlone = (text: string) => /^[□☐○◯▢]$/.test(text.trim())
  const [told = '□是 □否', ...others] = texts.filter((text) => !isAlone(text))
  const isYesNo = optionsIn(told).length === 2 && others.length === 0
  return texts.some(isAlone) && isYesNo ? told : undefined
}

/** What stands to be ticked or dated in the rows of a column, alike wherever it stands, by the column's place. */
export const boxesIn = (body: Lattice['rows'], columns: readonly Column[]): ReadonlyMap<number, string> => {
  const rows = body.filter((row) => !row.some((cell) => isTotal(cell?.text ?? '')))
  if (rows.length === 0 || columns.length < 3) return new Map()
  return new Map(
    columns.flatMap(({ at }) => {
      const told = rows.filter((row) => row[at]?.span === 1 && !isBlankText(textAt(row, at)))
      const [text = '', ...others] = new Set(told.map((row) => asBoxes(textAt(row, at))))
      const ticked = tickIn([text, ...others])
      if (ticked !== undefined) return [[at, ticked] as const]
      const isAlike = others.length === 0 && isForPen(text) && signaturesIn(text).length === 0
      return isAlike ? [[at, text] as const] : []
    }),
  )
}

/** Rows at the end that hold one label and what is to be ticked, signed or dated beside it: not rows of the table. */
export const withoutTail = (grid: Lattice): readonly [Lattice, Lattice] => {
  const isAcross = (row: Lattice['rows'][number], above: Lattice['rows'][number]) => {
    const told = cellsOfRow(row).filter((cell) => cell.text.trim() !== '')
    // What stands alike in the row above is a column to be ticked.
    return told.length <= 2 && row.some((cell, at) => isForPen(cell?.text ?? '') && cell?.text !== above[at]?.text)
  }
  let end = grid.rows.length
  while (end > 2 && isAcross(grid.rows[end - 1] ?? [], grid.rows[end - 2] ?? [])) end--
  return grid.width < 4 ? [grid, { ...grid, rows: [] }] : [part(grid, 0, end), part(grid, end, grid.rows.length)]
}

const part = (grid: Lattice, from: number, to: number): Lattice => ({ ...grid, rows: grid.rows.slice(from, to) })
