import { type Field, isObject, type Json, type Lists, type Matrix, type MatrixLine, property } from '@policyforms/core'
import type { CellAt } from './move.ts'
import { type Pasted, pasteBlock } from './paste.ts'
import { sumOf } from './totals.ts'

interface Sheet {
  readonly rows: readonly MatrixLine[]
  readonly columns: readonly MatrixLine[]
}

type Block = readonly (readonly string[])[]

const isOwn = ({ isSum }: MatrixLine) => !isSum

/** Where a line of answers stands among lines of answers and of sums. */
const standsAt = (lines: readonly MatrixLine[], own: number): number => {
  const line = lines.filter(isOwn)[own]
  return line ? lines.indexOf(line) : -1
}

const columnsOf = ({ cell }: Matrix, { columns }: Sheet): readonly Field[] =>
  columns.map(({ key, title }) => ({ ...cell, key, title }))

/** As a table whose rows are given: what is added up takes no answer. */
const pasteInto = (
  matrix: Matrix,
  sheet: Sheet,
  value: Json | undefined,
  block: Block,
  at: CellAt,
  lists: Lists,
): Pasted => {
  const none = (lines: readonly MatrixLine[]) => Object.fromEntries(lines.map(({ key }) => [key, null]))
  const given = sheet.rows.map(({ isSum }) => none(isSum ? sheet.columns : sheet.columns.filter((line) => line.isSum)))
  const before = sheet.rows.map(({ key }) => property(value, key) ?? {})
  return pasteBlock(before, block, at, columnsOf(matrix, sheet), lists, given)
}

const answersOf = (sheet: Sheet, { rows }: Pasted, before: Json | undefined): Json | undefined => {
  const cells = sheet.rows.flatMap(({ key, isSum }, i): readonly (readonly [string, Json])[] => {
    const row = rows[i]
    return isSum || !isObject(row) || Object.keys(row).length === 0 ? [] : [[key, row]]
  })
  const kept = isObject(before)
    ? Object.entries(before).filter(([key]) => !sheet.rows.some((row) => row.key === key))
    : []
  return kept.length + cells.length > 0 ? Object.fromEntries([...kept, ...cells]) : undefined
}

const numberIn = (text: string): number => Number(text.replace(/[,，\s]/g, ''))

/** Whether what a block has on the lines of sums is blank or what these come to: then it was copied with them. */
const hasSums = (sheet: Sheet, value: Json | undefined, block: Block, at: CellAt): boolean =>
  block.every((line, i) =>
    line.every((text, j) => {
      const [row, column] = [sheet.rows[at.row + i], sheet.columns[at.column + j]]
      if (!row || !column || (isOwn(row) && isOwn(column)) || text.trim() === '') return true
      const cells = row.of.flatMap((r) => column.of.map((c) => property(property(value, r), c)))
      return numberIn(text) === sumOf(cells)
    }),
  )

export interface PastedMatrix extends Pasted {
  readonly value: Json | undefined
  /** It came with sums that are not those of what was written. */
  readonly isSummedOtherwise: boolean
}

/**
 * Writes a block of texts into a matrix, from one cell of answers on. A block that was copied with its sums lies over
 * the sums of the matrix; one without them goes past those.
 */
export const pasteMatrix = (
  matrix: Matrix,
  lines: Sheet,
  value: Json | undefined,
  block: Block,
  at: CellAt,
  lists: Lists,
): PastedMatrix => {
  const onto = (sheet: Sheet, from: CellAt) => {
    const pasted = pasteInto(matrix, sheet, value, block, from, lists)
    return { ...pasted, value: answersOf(sheet, pasted, value), isSummedOtherwise: false }
  }
  const from = { row: standsAt(lines.rows, at.row), column: standsAt(lines.columns, at.column) }
  const over = onto(lines, from)
  if (hasSums(lines, over.value, block, from)) return over
  const past = onto({ rows: lines.rows.filter(isOwn), columns: lines.columns.filter(isOwn) }, at)
  // More lines than there are answers: the sums came along, though they are others.
  return past.outside.length === 0 ? past : { ...over, isSummedOtherwise: true }
}
