import { type Column, columnsOf, type Template } from '@policyforms/core'
import { answerColumn } from './answer-column.ts'
import { fixedColumn } from './headed-column.ts'
import { type Planning, type SheetPlan, shownOf } from './sheet-plan.ts'
import type { Value } from './source.ts'
import { lineUp } from './versions.ts'

const isMain = ({ table, matrix }: Column) => !table && !matrix

/** A row for each submission, a column for each answer that stands outside tables and matrices. */
export const mainSheet = (columns: readonly Column[], planning: Planning): SheetPlan => {
  const { versions, keys, styles, hasFormer } = planning
  const submittedOn = fixedColumn(styles, '材料', '提交日期', 16, 'yyyy"-"mm"-"dd', 'center')
  const formerOf = (version: Template) => columnsOf(version).filter(isMain)
  const answers = lineUp(columns, versions, hasFormer ? formerOf : undefined).map((one) =>
    answerColumn(one, one.column.group, true, planning),
  )
  const perVersion = [versions.own, ...versions.earlier].map(
    ({ hash }) => [hash, answers.map(({ sources }) => sources.get(hash))] as const,
  )
  const sourcesBy = new Map(perVersion)
  return {
    title: '汇总',
    columns: [...keys, submittedOn, ...answers],
    rowsOf: (submission) => {
      const row: Value[] = [...submission.keys, submission.submittedOn]
      for (const source of sourcesBy.get(submission.hash) ?? []) row.push(shownOf(source, submission))
      return [row]
    },
  }
}
