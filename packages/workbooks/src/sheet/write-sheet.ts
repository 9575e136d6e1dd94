import {
  type Answers,
  numberedTables,
  placesOf,
  pointerOf,
  rowIds,
  rowNumber,
  type Template,
  valueAt,
  walkLeaves,
  withPresets,
} from '@policyforms/core'
import { cellName } from '../book/address.ts'
import { type Book, styleBook } from '../book/book.ts'
import { bytesOfBook } from '../book/write-book.ts'
import { planSheets, type SheetPlan, type TablePlan } from '../layout/plan.ts'
import { firstRow, type Reference, referenceBook, referencesOf } from '../layout/references.ts'
import { type Drafting, type Drawn, valuesIn } from './drafting.ts'
import { drawFields } from './draw-fields.ts'
import { drawGuide } from './draw-guide.ts'
import { drawMatrix } from './draw-matrix.ts'
import { drawTable, numberHead } from './draw-table.ts'
import { headOf } from './notes.ts'
import { optionsBook, optionsFrame, optionsRows } from './options.ts'
import { rowOptions } from './row-options.ts'
import { type MapEntry, type MappedRow, mapFrame, mapRows } from './sheet-map.ts'
import { preparedRows } from './spare-rows.ts'

const draw = (plan: SheetPlan, answers: Answers, drafting: Drafting): Drawn => {
  switch (plan.plan) {
    case 'fields':
      return drawFields(plan, drafting)
    case 'table':
      return drawTable(plan, rowCount(plan, answers), drafting)
    case 'matrix':
      return drawMatrix(plan, drafting)
  }
}

const rowCount = ({ table }: TablePlan, answers: Answers): number => {
  const rows = valueAt(answers, table.path)
  return Array.isArray(rows) ? rows.length : 0
}

/** Where the numbers of rows stand, which lead to their ids. */
const numberEntries = (plans: readonly SheetPlan[]): readonly MapEntry[] =>
  plans.flatMap((plan) =>
    plan.plan === 'table' && plan.table.rowNumber
      ? [
          {
            sheet: plan.name,
            cell: cellName(firstRow(plan), 1),
            pointer: pointerOf([...plan.table.path, '*', 'id']),
            head: numberHead(plan.table),
            label: '',
            labelColumn: 0,
          },
        ]
      : [],
  )

const mappedRows = (template: Template, answers: Answers): readonly MappedRow[] =>
  numberedTables(template).flatMap(({ path, rowNumber: number }) => {
    const rows = valueAt(answers, path)
    if (!number || !Array.isArray(rows)) return []
    const pointer = pointerOf(path)
    return rowIds(number, rows).map((id, i) => ({ number: rowNumber(number, i), pointer, id: String(id) }))
  })

/** A cell or column that is read back; computed ones are not. */
const entryOf = ({ slot, sheet, row, column, pointer, label, labelColumn }: Reference): readonly MapEntry[] =>
  slot.leaf.field.compute
    ? []
    : [
        {
          sheet,
          cell: cellName(row, column),
          pointer,
          head: slot.leaf.table ? headOf(slot) : '',
          label,
          labelColumn,
        },
      ]

export interface SheetOptions {
  /** YYYY-MM-DD */
  readonly today: string
  /** Who fills it: what other roles fill is locked. Absent for the applicant. */
  readonly role?: string
}

/** The fill-in workbook of a template, with the answers so far. Hidden answers stay in it. */
export const writeSheet = (
  template: Template,
  answers: Answers | undefined,
  options: SheetOptions,
): Promise<Uint8Array> => bytesOfBook(sheetBook(template, answers ?? {}, options))

/** The same before it is written. */
export const sheetBook = (template: Template, given: Answers, { today, role }: SheetOptions): Book => {
  const answers = withPresets(template, given)
  const plans = planSheets(template, answers)
  const styles = styleBook()
  const references = referenceBook(plans)
  const values = valuesIn(template, answers, today)
  const prepared = (plan: TablePlan) => preparedRows(plan.table, rowCount(plan, answers))
  const options = optionsBook(rowOptions(template, plans, references, values.lists, prepared))
  const drafting: Drafting = { template, styles, options, references, ...(role !== undefined && { role }), ...values }
  const drawn = [drawGuide(plans, drafting), ...plans.map((plan) => draw(plan, answers, drafting))]
  const entries = [...plans.flatMap(referencesOf).flatMap((reference) => entryOf(reference)), ...numberEntries(plans)]
  const rows = [
    ...drawn.map((one, sheet) => one.rows(sheet)),
    optionsRows(options, drawn.length, styles),
    mapRows(template, entries, mappedRows(template, answers), holdsComputed(template, given), drawn.length + 1, styles),
  ]
  const frames = [...drawn.map(({ frame }) => frame), optionsFrame(options), mapFrame]
  return { title: template.title, today, sheets: frames, styles: styles.styles, rows }
}

/** Whether the answers came with computed values: then they go back with them, and without them otherwise. */
const holdsComputed = (template: Template, answers: Answers): boolean =>
  walkLeaves(template)
    .filter(({ field }) => field.compute)
    .some(({ path }) => placesOf(answers, path).some((place) => valueAt(answers, place) !== undefined))
