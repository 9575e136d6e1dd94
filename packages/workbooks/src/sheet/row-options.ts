import { type Field, type Lists, listOf, referringFields, type Template } from '@policyforms/core'
import { columnName, quotedSheet } from '../book/address.ts'
import { quoted } from '../formulas/piece.ts'
import type { SheetPlan, TablePlan } from '../layout/plan.ts'
import { firstRow, lastRowOf, type References } from '../layout/references.ts'
import { rowOffsets } from '../layout/table-lines.ts'
import type { LiveOptions } from './options.ts'

/** A column of a table from its first row to its last, from which `INDEX` takes one: rows may be sorted and deleted. */
const columnOf = (plan: TablePlan, column: string): string =>
  `${quotedSheet(plan.name)}!$${column}$${firstRow(plan)}:$${column}$${lastRowOf(plan)}`

/** What the shown columns of a row say, as its cells show it. */
const nameFormula = (field: Field, plan: TablePlan, index: number, references: References): string | undefined => {
  const cells = (field.refers?.show ?? []).flatMap((key) => {
    const [reference] = references.below([...plan.table.path, '*', key])
    if (!reference) return []
    const cell = `INDEX(${columnOf(plan, columnName(reference.column))},${index + 1})`
    const format = reference.slot.part.format(reference.slot.leaf.field)
    return [format === undefined || format === '@' ? cell : `IF(${cell}="","",TEXT(${cell},${quoted(format)}))`]
  })
  return cells.length === 0 ? undefined : cells.join('&" "&')
}

/** The rows that may be referred to, live: number and name as they stand on their sheet, rows still to be filled too. */
export const rowOptions = (
  template: Template,
  plans: readonly SheetPlan[],
  references: References,
  lists: Lists,
  preparedRows: (plan: TablePlan) => number,
): LiveOptions => {
  const byList = new Map(referringFields(template).map((field) => [field.list, field]))
  return (key) => {
    const field = byList.get(key)
    const wanted = field?.refers?.table.join('/')
    const plan = plans.find((one) => one.plan === 'table' && one.table.path.join('/') === wanted)
    if (!field || plan?.plan !== 'table') return undefined
    const titles = listOf(field, lists).entries.map(({ title, aliases = [] }) => (aliases.includes(title) ? '' : title))
    const options = Array.from({ length: preparedRows(plan) }, (_, i) => titles[i] ?? '')
    const numbers = columnOf(plan, 'A')
    const offsets = rowOffsets(plan.table)
    const formula = (row: number): string => {
      const index = offsets?.[row] ?? row
      const name = nameFormula(field, plan, index, references) ?? '""'
      return `IFERROR(IF(TRIM(${name})="","",INDEX(${numbers},${index + 1})&" "&${name}),"")`
    }
    return { key, options, formula }
  }
}
