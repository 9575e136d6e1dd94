import { type ColumnChoice, chooseColumns, type Matrix, type Table, type Template } from '@policyforms/core'
import { type StyleBook, styleBook } from '../book/book.ts'
import { fixedColumn } from './headed-column.ts'
import { mainSheet } from './main-sheet.ts'
import { matrixIn, matrixSheet } from './matrix-sheet.ts'
import type { Planning, SheetPlan } from './sheet-plan.ts'
import type { Form } from './source.ts'
import { tableIn, tableSheet } from './table-sheet.ts'
import { type Versions, versionsOf } from './versions.ts'

export interface SummaryChoice {
  /** Columns by their ids, or by what holds them, in order; without it, all. See `chooseColumns`. */
  readonly columns?: readonly string[]
  /** Other versions of the template, which `Submission.hash` names. */
  readonly versions?: readonly Template[]
}

/** A summary before there is a row in it. */
export interface SummaryPlan {
  readonly template: Template
  readonly versions: Versions
  readonly styles: StyleBook
  readonly sheets: readonly SheetPlan[]
  /** How many columns tell which submission a row is of. */
  readonly keyCount: number
}

type List = ColumnChoice['lists'][number]
const blockOf = (list: List): Table | Matrix => ('matrix' in list ? list.matrix : list.table)

/** What a list of the present version was in an earlier one. */
const formerOf = (list: List, own: Template, version: Template): Table | Matrix | undefined =>
  'matrix' in list ? matrixIn(list.matrix, own, version)?.matrix : tableIn(list.table, own, version)

/** Tables and matrices that have no place in the present version, by the latest version that had them. */
const formerLists = ({ own, earlier }: Versions, lists: readonly List[]) => {
  const found: { readonly list: List; readonly version: Template }[] = []
  for (const version of earlier) {
    const known = [
      ...lists.map((list) => formerOf(list, own, version)),
      ...found.map((one) => formerOf(one.list, one.version, version)),
    ]
    for (const list of chooseColumns(version).lists) if (!known.includes(blockOf(list))) found.push({ list, version })
  }
  return found
}

export const planSummary = (template: Template, choice: SummaryChoice, form: Form): SummaryPlan => {
  const styles = styleBook()
  const keys = [
    fixedColumn(styles, '材料', '序号', 6, '0', 'center'),
    fixedColumn(styles, '材料', '编号', 18, '@'),
    fixedColumn(styles, '材料', '名称', 32, '@'),
  ]
  const versions = versionsOf(template, choice.versions)
  const { main, lists } = chooseColumns(template, choice.columns)
  // Whoever names the columns gets those and no more.
  const hasFormer = choice.columns === undefined
  const planning = { versions, keys, styles, form, hasFormer }
  const sheetOf = (list: List, among: Planning): SheetPlan =>
    'matrix' in list ? matrixSheet(list.matrix, among) : tableSheet(list.table, list.columns, among)
  const former = hasFormer ? formerLists(versions, lists) : []
  return {
    template,
    versions,
    styles,
    keyCount: keys.length,
    sheets: [
      mainSheet(main, planning),
      ...lists.map((list) => sheetOf(list, planning)),
      ...former.map(({ list, version }) => ({
        ...sheetOf(list, { ...planning, versions: versionsOf(version, [template, ...versions.earlier]) }),
        title: `${blockOf(list).title}（${version.version} 版）`,
      })),
    ],
  }
}
