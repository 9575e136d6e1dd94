import type { Fault, Lists } from '../fields/field-kind.ts'
import { fieldKindOf, type Kind } from '../fields/index.ts'
import type { Issue } from '../issues/issue.ts'
import { type Budget, newBudget } from '../rules/evaluate.ts'
import { scopeAt } from '../rules/scope.ts'
import { isExact } from '../rules/value.ts'
import { columnInRow } from '../template/table-lines.ts'
import type { Block, Field, Group, Matrix, Node, Section, Table, Template } from '../template/template.ts'
import { matrixCells } from '../template/walk.ts'
import { clausesAt } from './clauses-at.ts'
import { type Answers, isObject, type Json, property } from './json.ts'
import { isNone, noneOf } from './nones.ts'
import { keysOf, pointerOf, valueAt } from './pointer.ts'
import { changedRows, idIssues, issueOf } from './row-issues.ts'
import { liveLists, namesItself } from './rows.ts'
import { ruleIssues } from './rule-issues.ts'
import { judge, type Place, type Settled, settle } from './settle.ts'

export interface ValidateOptions {
  readonly today: string
  /** Who fills: blocks of other roles are not asked for. Absent for the applicant. */
  readonly role?: string
  /** What the answers settle to, where that is known already: half of the work. */
  readonly settled?: Settled
}

/** Every fault of the answers at once, in the order of the document, rules last. Never throws on bad input. */
export const validate = (template: Template, answers: unknown, options: ValidateOptions): readonly Issue[] => {
  if (!isObject(answers)) return [issueOf([], { code: 'type', params: { expected: 'record' } })]
  const { today, role } = options
  const budget = newBudget()
  const settled = options.settled ?? settle(template, answers, { today, budget })
  const hiddenKeys = new Set([...settled.hidden].map((pointer) => pointer.slice(pointer.lastIndexOf('/') + 1)))
  const walk: Walk = {
    template,
    lists: liveLists(template, settled.answers),
    hidden: settled.hidden,
    hiddenKeys,
    settled: settled.answers,
    role,
    today,
    budget,
  }
  const known = new Set(template.sections.map((section) => section.key))
  const found = [
    ...unknownProperties(answers, known, []),
    ...template.sections.flatMap((section) =>
      blockIssues(section, property(answers, section.key), [section.key], walk),
    ),
    ...template.rules.flatMap((rule) =>
      ruleIssues(rule, walk, (place) => scopeAt(settled.answers, place, today, budget)),
    ),
  ]
  return found.map((issue) => cited(template, issue))
}

/** What an issue does not cite itself comes from where it stands. */
const cited = (template: Template, issue: Issue): Issue => {
  const clauses = issue.clauses ?? clausesAt(template, keysOf(issue.at))
  return clauses.length > 0 ? { ...issue, clauses } : issue
}

interface Walk {
  readonly template: Template
  /** With the rows that may be referred to. */
  readonly lists: Lists
  readonly settled: Answers
  readonly hidden: ReadonlySet<string>
  /** The last keys of what is hidden: a block whose key is none of them needs no pointer to be made. */
  readonly hiddenKeys: ReadonlySet<string>
  readonly role: string | undefined
  readonly today: string
  readonly budget: Budget
}

const unknownProperties = (value: Json, known: ReadonlySet<string>, place: Place): readonly Issue[] =>
  isObject(value)
    ? Object.keys(value)
        .filter((key) => !known.has(key))
        .map((key) => issueOf([...place, key], { code: 'unknown-property', params: { key } }))
    : []

const blockIssues = (block: Block, given: Json | undefined, place: Place, walk: Walk): readonly Issue[] => {
  if (walk.hiddenKeys.has(block.key) && walk.hidden.has(pointerOf(place))) return []
  switch (block.block) {
    case 'section':
    case 'group':
      return containerIssues(block, given, place, walk)
    case 'table':
      return tableIssues(block, given, place, walk)
    case 'matrix':
      return matrixIssues(block, given, place, walk)
    case 'field':
      return fieldIssues(block, given, place, walk)
  }
}

const containerIssues = (
  block: Section | Group,
  given: Json | undefined,
  place: Place,
  walk: Walk,
): readonly Issue[] => {
  if (given !== undefined && !isObject(given)) return [issueOf(place, { code: 'type', params: { expected: 'record' } })]
  return [
    ...unknownProperties(given ?? {}, new Set(block.children.map((child) => child.key)), place),
    ...block.children.flatMap((child) => blockIssues(child, property(given, child.key), [...place, child.key], walk)),
  ]
}

const isAsked = (node: Node, walk: Walk): boolean => node.role === undefined || node.role === walk.role

const tableIssues = (table: Table, given: Json | undefined, place: Place, walk: Walk): readonly Issue[] => {
  if (given !== undefined && !Array.isArray(given))
    return [issueOf(place, { code: 'type', params: { expected: 'rows' } })]
  const { fixedRows } = table
  const wrong = fixedRows ? changedRows(given ?? fixedRows, fixedRows, place) : []
  if (wrong.length > 0) return wrong
  const settled = fixedRows ? valueAt(walk.settled, place) : given
  const rows: readonly Json[] = Array.isArray(settled) ? settled : []
  if (rows.length > table.maxRows)
    return [issueOf(place, { code: 'too-many-rows', params: { limit: table.maxRows, actual: rows.length } })]
  const least = Math.max(table.minRows, table.required ? 1 : 0)
  const asked = isAsked(table, walk) && (table.required || rows.length > 0)
  return [
    ...(asked && rows.length < least
      ? [
          issueOf(
            place,
            rows.length === 0
              ? { code: 'required' }
              : { code: 'too-few-rows', params: { limit: least, actual: rows.length } },
          ),
        ]
      : []),
    ...(table.rowNumber ? idIssues(rows, place) : []),
    ...rowIssues(table, rows, Array.isArray(given) ? given : [], place, walk),
  ]
}

/** Tables have many rows, and nearly all cells are right: nothing is made for those but their place. */
const rowIssues = (
  table: Table,
  rows: readonly Json[],
  given: readonly Json[],
  place: Place,
  walk: Walk,
): readonly Issue[] => {
  const known = new Set([...table.columns.map((column) => column.key), ...(table.rowNumber ? ['id'] : [])])
  const issues: Issue[] = []
  for (const [i, row] of rows.entries()) {
    const at = [...place, i]
    if (!isObject(row)) {
      issues.push(issueOf(at, { code: 'type', params: { expected: 'record' } }))
      continue
    }
    issues.push(...unknownProperties(row, known, at))
    for (const whole of table.columns) {
      const column = columnInRow(table, whole, i)
      // A computed cell is compared with what was given, not with what it settled to.
      const source = column.compute ? given[i] : row
      for (const issue of blockIssues(column, property(source, column.key), [...at, column.key], walk))
        issues.push(issue)
    }
  }
  return issues
}

const matrixIssues = (matrix: Matrix, given: Json | undefined, place: Place, walk: Walk): readonly Issue[] => {
  if (given !== undefined && !isObject(given)) return [issueOf(place, { code: 'type', params: { expected: 'record' } })]
  const cells = matrixCells(matrix)
  const isFilled = cells.some(({ row, column }) => valueAt(given, [row, column]) !== undefined)
  return [
    ...(isFilled || !isAsked(matrix, walk) ? [] : emptyMatrix(matrix, place)),
    ...unknownProperties(given ?? {}, new Set(matrix.rows.map((row) => row.key)), place),
    ...matrix.rows.flatMap((row) =>
      unknownProperties(property(given, row.key) ?? {}, new Set(matrix.columns.map((column) => column.key)), [
        ...place,
        row.key,
      ]),
    ),
    ...(isFilled ? cells : []).flatMap(({ row, column, field }) =>
      fieldIssues({ ...field, required: false }, valueAt(given, [row, column]), [...place, row, column], walk),
    ),
  ]
}

/** Told once, not for each cell. */
const emptyMatrix = ({ required, cell }: Matrix, place: Place): readonly Issue[] => {
  if (required) return [issueOf(place, { code: 'required' })]
  const none = noneOf(cell)
  return none === undefined ? [] : [issueOf(place, { code: 'write-none', params: { none: String(none) } })]
}

/** A value that says nothing: absent, null, or what its kind calls blank. */
export const isBlank = (value: Json | undefined, field: { readonly kind: Kind }): boolean =>
  value === undefined || value === null || fieldKindOf(field).isBlank(value)

const fieldIssues = (field: Field, given: Json | undefined, place: Place, walk: Walk): readonly Issue[] => {
  const { lists } = walk
  const value = field.compute ? valueAt(walk.settled, place) : given
  if (field.compute && !isBlank(given, field) && JSON.stringify(given) !== JSON.stringify(value)) {
    const expected = value === undefined ? '' : fieldKindOf(field).show(value, field, lists)
    return [issueOf(place, { code: 'computed', params: { expected } })]
  }
  if (value === undefined || isBlank(value, field)) {
    if (field.compute || !isAsked(field, walk)) return []
    if (field.required) return [issueOf(place, { code: field.kind === 'statement' ? 'statement' : 'required' })]
    const none = noneOf(field)
    return none === undefined ? [] : [issueOf(place, { code: 'write-none', params: { none: String(none) } })]
  }
  if (isNone(value, field)) return []
  const itself = namesItself(field, value, place, walk.settled)
  return [
    ...(itself ? [issueOf([...place, ...itself], { code: 'row-itself' })] : []),
    ...[...fieldKindOf(field).faults(value, field, lists), ...overBound(field, value, place, walk)].map((fault) =>
      issueOf(place, fault),
    ),
  ]
}

/** Above what other answers allow. Where the bound is blank there is none. */
const overBound = ({ atMost }: Field, value: Json, place: Place, walk: Walk): readonly Fault[] => {
  if (!atMost || typeof value !== 'number') return []
  const limit = judge(atMost, walk.settled, place, walk.today, walk.budget)
  return isExact(limit) && limit.lessThan(value) ? [{ code: 'too-large', params: { limit: limit.toNumber() } }] : []
}
