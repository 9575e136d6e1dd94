import type { Column } from '@policyforms/core'
import { columnsOf } from '@policyforms/core'
import type { StyleBook } from '../book/book.ts'
import { cellKindOf } from '../cells/index.ts'
import { type AnswerColumn, fixedColumn, type HeadedColumn, headedColumn } from './headed-column.ts'
import { type SheetPlan, shownOf } from './sheet-plan.ts'
import { type Form, sourceIn, type Value } from './source.ts'
import { labelIn, lineUp, type Versions } from './versions.ts'

const isMain = ({ table, matrix }: Column) => !table && !matrix

/** A row for each submission, a column for each answer that stands outside tables and matrices. */
export const mainSheet = (
  columns: readonly Column[],
  versions: Versions,
  keys: readonly HeadedColumn[],
  styles: StyleBook,
  form: Form,
  hasFormer: boolean,
): SheetPlan => {
  const submittedOn = fixedColumn(styles, '材料', '提交日期', 16, 'yyyy"-"mm"-"dd', 'center')
  const formerOf = hasFormer ? (version: Versions['own']) => columnsOf(version).filter(isMain) : undefined
  const answers = lineUp(columns, versions, formerOf).map((one): AnswerColumn => {
    const { field, group } = one.column
    const headed = {
      field,
      group,
      label: labelIn(one, versions),
      lists: one.version.lists,
      adds: cellKindOf(field).adds,
    }
    return {
      ...headedColumn(styles, headed),
      sources: new Map(one.places.map((place) => [place.version.hash, sourceIn(place, one, form)])),
    }
  })
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
