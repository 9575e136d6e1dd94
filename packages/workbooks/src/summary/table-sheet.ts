import {
  type Column,
  columnsOf,
  type Json,
  pointerOf,
  rowNumber,
  type Table,
  type Template,
  valueAt,
} from '@policyforms/core'
import { type AnswerColumn, answerColumn } from './answer-column.ts'
import { fixedColumn } from './headed-column.ts'
import { isHiddenAt, type Planning, type SettledSubmission, type SheetPlan } from './sheet-plan.ts'
import type { Source, Value } from './source.ts'
import { formerBlock, lineUp } from './versions.ts'

/** A table as one version has it. */
interface TablePlace {
  readonly table: Table
  readonly around: readonly string[]
  readonly pointer: string
  readonly sources: readonly (Source | undefined)[]
}

/** What a table was in an earlier version. */
export const tableIn = (table: Table, own: Template, version: Template): Table | undefined => {
  const found = formerBlock(table.path, own, version)
  return found?.block === 'table' ? found : undefined
}

/** A row for each row of a table of each submission, keyed by the submission. */
export const tableSheet = (table: Table, columns: readonly Column[], planning: Planning): SheetPlan => {
  const { versions, keys, styles, hasFormer } = planning
  const formerOf = (version: Template) => {
    const same = tableIn(table, versions.own, version)
    return columnsOf(version).filter((column) => same !== undefined && column.table === same)
  }
  const number = table.rowNumber
    ? fixedColumn(styles, table.title, table.rowNumber.title, 12, '@', 'center')
    : fixedColumn(styles, table.title, '行号', 8, '0', 'center')
  const answers = lineUp(columns, versions, hasFormer ? formerOf : undefined).map((one) =>
    answerColumn(one, table.title, table.totals.includes(one.column.field.key), planning),
  )
  const places = new Map(
    [versions.own, ...versions.earlier].flatMap((version) => {
      const same = tableIn(table, versions.own, version)
      return same ? [[version.hash, placeOf(same, version.hash, answers)] as const] : []
    }),
  )
  return {
    title: table.title,
    columns: [...keys, number, ...answers],
    rowsOf: (submission) => rowsIn(places.get(submission.hash), submission, answers.length),
  }
}

const placeOf = (table: Table, hash: string, answers: readonly AnswerColumn[]): TablePlace => ({
  table,
  around: table.path.map((_, i) => pointerOf(table.path.slice(0, i + 1))),
  pointer: pointerOf(table.path),
  sources: answers.map(({ sources }) => sources.get(hash)),
})

const rowsIn = (
  place: TablePlace | undefined,
  { keys, answers, lists, hidden }: SettledSubmission,
  count: number,
): readonly (readonly Value[])[] => {
  if (!place || isHiddenAt(hidden, place.around)) return [[...keys, null, ...Array<null>(count).fill(null)]]
  const rows = valueAt(answers, place.table.path)
  if (!Array.isArray(rows)) return []
  const { rowNumber: number } = place.table
  return rows.map((row: Json, i) => {
    const cells: Value[] = [...keys, number ? rowNumber(number, i) : i + 1]
    for (const source of place.sources) {
      const isHidden = source && hidden.size > 0 && hidden.has(`${place.pointer}/${i}/${source.key}`)
      cells.push(!source || isHidden ? null : source.scalar(source.get(row), lists))
    }
    return cells
  })
}
