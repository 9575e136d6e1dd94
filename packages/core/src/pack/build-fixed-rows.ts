import { isObject, type JsonObject } from '../answers/json.ts'
import { fieldKinds } from '../fields/index.ts'
import { columnInRow } from '../template/table-lines.ts'
import type { Field, RowFacts, Subtotal, Table } from '../template/template.ts'
import type { Building } from './building.ts'
import { clauseRefs, numberOf, present, textOf, textsOf } from './keyword-values.ts'
import type { Resolved } from './resolve.ts'

type Fixed = Pick<Table, 'fixedRows' | 'rowFacts' | 'merge' | 'subtotals' | 'minRows' | 'maxRows' | 'printedRows'>

/** All that a table has because its rows are printed beforehand; nothing where they are not. */
export const fixedRowsOf = (on: Building, node: Resolved, columns: readonly Field[]): Fixed | undefined => {
  const written = node.keywords['x-fixed-rows']
  if (!Array.isArray(written)) {
    for (const keyword of ['x-merge', 'x-subtotals'])
      if (node.keywords[keyword] !== undefined) on.report('missing-keyword', node, keyword, { keyword: 'x-fixed-rows' })
    return undefined
  }
  const rows = written.filter(isObject)
  const facts = rows.map(factsOf)
  const fixedRows = rows.map(presetOf)
  const rowFacts = facts.some((one) => Object.keys(one).length > 0) ? facts : undefined
  const table = { fixedRows, ...(rowFacts && { rowFacts }) }
  checkPresets(on, node, columns, table)
  const count = fixedRows.length
  return {
    ...table,
    minRows: count,
    maxRows: count,
    printedRows: count,
    ...layoutOf(on, node, columns, fixedRows),
  }
}

/** What a row says of itself beside its cells. */
const factsOf = (row: JsonObject): RowFacts => {
  const clauses = clauseRefs(row['x-clause'])
  return present({ clauses: clauses.length > 0 ? clauses : undefined, places: numberOf(row['x-places']) })
}

const presetOf = (row: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !key.startsWith('x-')))

/** Every preset cell is held against its column: what is printed beforehand nobody can mend. */
const checkPresets = (
  on: Building,
  node: Resolved,
  columns: readonly Field[],
  { fixedRows = [], rowFacts = [] }: Pick<Table, 'fixedRows' | 'rowFacts'>,
): void => {
  const keys = columns.map((column) => column.key)
  for (const [i, row] of fixedRows.entries())
    for (const [key, value] of Object.entries(row)) {
      const found = columns.find((one) => one.key === key)
      const column = found && columnInRow({ rowFacts }, found, i)
      if (!column) on.report('unknown-field', node, 'x-fixed-rows', { path: key }, keys)
      else if (value === undefined || fieldKinds[column.kind].faults(value, column, on.lists).length > 0)
        on.report('wrong-value', node, 'x-fixed-rows', {
          keyword: `x-fixed-rows/${i}/${key}`,
          wanted: fieldKinds[column.kind].name,
        })
    }
}

/** Holds the columns that a keyword names against the table. */
const columnCheck = (on: Building, node: Resolved, columns: readonly Field[], rows: readonly JsonObject[]) => {
  const keys = columns.map((column) => column.key)
  const refuse = (keyword: string, key: string, wanted: string) =>
    on.report('wrong-value', node, keyword, { keyword: key, wanted })
  const find = (keyword: string, key: string): Field | undefined => {
    const column = columns.find((one) => one.key === key)
    if (!column) on.report('unknown-field', node, keyword, { path: key }, keys)
    return column
  }
  return {
    /** What is not printed beforehand may come to differ: nothing can be merged or grouped by it. */
    isPreset: (keyword: string, key: string): boolean => {
      if (!find(keyword, key)) return false
      const holds = rows.every((row) => row[key] !== undefined)
      if (!holds) refuse(keyword, key, '每一行都已印好的列')
      return holds
    },
    adds: (keyword: string, key: string): boolean => {
      const column = find(keyword, key)
      if (!column) return false
      const holds = fieldKinds[column.kind].none === 0
      if (!holds) refuse(keyword, key, '数字、金额或百分比的列')
      return holds
    },
  }
}

const layoutOf = (
  on: Building,
  node: Resolved,
  columns: readonly Field[],
  rows: readonly JsonObject[],
): Pick<Table, 'merge' | 'subtotals'> => {
  const { isPreset, adds } = columnCheck(on, node, columns, rows)
  const { 'x-merge': merged, 'x-subtotals': summed } = node.keywords
  const merge = textsOf(merged).filter((key) => isPreset('x-merge', key))
  const subtotals = (Array.isArray(summed) ? summed : [summed]).filter(isObject).map((one): Subtotal => {
    const by = textOf(one.by) ?? ''
    isPreset('x-subtotals', by)
    return { by, of: textsOf(one.of).filter((key) => adds('x-subtotals', key)) }
  })
  const inner = subtotals.toSorted((a, b) => merge.indexOf(b.by) - merge.indexOf(a.by))
  return { ...(merge.length > 0 && { merge }), ...(inner.length > 0 && { subtotals: inner }) }
}
