import {
  type Answers,
  type Block,
  type Field,
  fieldKindOf,
  isBlank,
  type Json,
  type Lists,
  labelsAt,
  liveLists,
  matrixCells,
  type Pointer,
  pointerOf,
  type Section,
  type Table,
  type Template,
  valueAt,
} from '@policyforms/core'
import { isSame } from './merge-answers.ts'

/** One place in which two versions of the answers differ, in words. Empty words mean that nothing stands there. */
export interface Difference {
  readonly at: Pointer
  readonly label: string
  readonly before: string
  readonly after: string
}

export interface SectionDifferences {
  readonly section: Section
  readonly differences: readonly Difference[]
}

type Place = readonly (string | number)[]
type Sides = {
  readonly template: Template
  readonly before: Answers
  readonly after: Answers
  /** With the rows that references name on either side. */
  readonly lists: { readonly before: Lists; readonly after: Lists }
}

const inWords = (value: Json | undefined, field: Field, lists: Lists): string => {
  if (value === undefined || isBlank(value, field)) return ''
  const shown = fieldKindOf(field).show(value, field, lists)
  return field.unit ? `${shown} ${field.unit}` : shown
}

/** Without the section, which stands above: 收入预决算 第 2 行 决算. */
const placeInWords = (template: Template, at: Pointer): string => labelsAt(template, at).slice(1).join(' ')

const fieldDifference = (field: Field, place: Place, sides: Sides): readonly Difference[] => {
  const before = inWords(valueAt(sides.before, place), field, sides.lists.before)
  const after = inWords(valueAt(sides.after, place), field, sides.lists.after)
  if (before === after) return []
  const at = pointerOf(place)
  return [{ at, label: placeInWords(sides.template, at), before, after }]
}

const rowInWords = (table: Table, row: Json | undefined, lists: Lists): string =>
  table.columns
    .map((column) => inWords(valueAt(row, [column.key]), column, lists))
    .filter((words) => words !== '')
    .join('，')

const tableDifferences = (table: Table, place: Place, sides: Sides): readonly Difference[] => {
  const rowsOf = (answers: Answers): readonly Json[] => {
    const rows = valueAt(answers, place)
    return Array.isArray(rows) ? rows : []
  }
  const [before, after] = [rowsOf(sides.before), rowsOf(sides.after)]
  return Array.from({ length: Math.max(before.length, after.length) }, (_, i) => i).flatMap((i) => {
    const here = [...place, i]
    if (i < before.length && i < after.length)
      return table.columns.flatMap((column) => fieldDifference(column, [...here, column.key], sides))
    const at = pointerOf(here)
    const [was, is] = [rowInWords(table, before[i], sides.lists.before), rowInWords(table, after[i], sides.lists.after)]
    return [
      {
        at,
        label: placeInWords(sides.template, at),
        before: i < before.length ? was || '空行' : '',
        after: i < after.length ? is || '空行' : '',
      },
    ]
  })
}

const blockDifferences = (block: Block, place: Place, sides: Sides): readonly Difference[] => {
  if (isSame(valueAt(sides.before, place), valueAt(sides.after, place))) return []
  switch (block.block) {
    case 'section':
    case 'group':
      return block.children.flatMap((child) => blockDifferences(child, [...place, child.key], sides))
    case 'table':
      return tableDifferences(block, place, sides)
    case 'matrix':
      return matrixCells(block).flatMap(({ row, column, field }) =>
        fieldDifference(field, [...place, row, column], sides),
      )
    case 'field':
      return fieldDifference(block, place, sides)
  }
}

/** Where two versions differ, section by section; sections that are the same are left out. */
export const differencesOf = (template: Template, before: Answers, after: Answers): readonly SectionDifferences[] => {
  const lists = { before: liveLists(template, before), after: liveLists(template, after) }
  const sides: Sides = { template, before, after, lists }
  return template.sections
    .map((section) => ({ section, differences: blockDifferences(section, [section.key], sides) }))
    .filter(({ differences }) => differences.length > 0)
}
