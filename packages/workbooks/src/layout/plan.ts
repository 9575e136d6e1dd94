import {
  type Answers,
  type Block,
  childrenOf,
  type Field,
  type Group,
  type Head,
  type Leaf,
  type Matrix,
  matrixCells,
  placesOf,
  type Section,
  type Table,
  type Template,
  valueAt,
} from '@policyforms/core'
import { sheetNamer } from '../book/address.ts'
import { type Slot, slotsOf } from './slot.ts'

/** A sheet of the fill-in workbook: leaf fields of a section one below the other, a table, or a matrix. */
export type SheetPlan = FieldsPlan | TablePlan | MatrixPlan

interface Planned {
  readonly name: string
  readonly title: string
  /** The blocks around what stands here, outer first: their conditions hold for it too. */
  readonly around: readonly Block[]
}

export interface FieldsPlan extends Planned {
  readonly plan: 'fields'
  readonly section: Section
  readonly lines: readonly Line[]
}

export type Line =
  | {
      readonly line: 'heading'
      readonly block: Section | Group
      readonly around: readonly Block[]
      readonly title: string
      readonly depth: number
    }
  | { readonly line: 'slot'; readonly slot: Slot; readonly around: readonly Block[]; readonly depth: number }
  | { readonly line: 'words'; readonly slot: Slot; readonly around: readonly Block[]; readonly depth: number }
  | { readonly line: 'elsewhere'; readonly block: Table | Matrix; readonly sheet: string }

export interface TablePlan extends Planned {
  readonly plan: 'table'
  readonly table: Table
  readonly slots: readonly Slot[]
}

export interface MatrixPlan extends Planned {
  readonly plan: 'matrix'
  readonly matrix: Matrix
  readonly rows: readonly { readonly head: Head; readonly slots: readonly Slot[] }[]
}

const titleOfBlock = (block: Block): string =>
  block.block === 'section' ? `${block.number}${block.title}` : block.title

interface Draft {
  readonly lists: Template['lists']
  readonly answers: Answers
  readonly nameFor: (wanted: string) => string
}

const valuesOf = (leaf: Leaf, { answers }: Draft) =>
  placesOf(answers, leaf.path).map((place) => valueAt(answers, place))

const tablePlan = (table: Table, around: readonly Block[], draft: Draft): TablePlan => ({
  plan: 'table',
  name: draft.nameFor(table.title),
  title: table.title,
  around: [...around, table],
  table,
  slots: table.columns.flatMap((field) => {
    const leaf = { path: field.path, field, table }
    return slotsOf(leaf, valuesOf(leaf, draft), draft.lists)
  }),
})

const matrixPlan = (matrix: Matrix, around: readonly Block[], draft: Draft): MatrixPlan => {
  const cells = matrixCells(matrix).map(({ row, field }) => ({ row, leaf: { path: field.path, field } }))
  return {
    plan: 'matrix',
    name: draft.nameFor(matrix.title),
    title: matrix.title,
    around: [...around, matrix],
    matrix,
    rows: matrix.rows.map((head) => ({
      head,
      slots: cells
        .filter(({ row }) => row === head.key)
        .flatMap(({ leaf }) => slotsOf(leaf, valuesOf(leaf, draft), draft.lists)),
    })),
  }
}

/** The sheets of a top-level section: its own leaf fields first, then each table and matrix in order. */
const sectionPlans = (section: Section, draft: Draft): readonly SheetPlan[] => {
  const name = draft.nameFor(titleOfBlock(section))
  const others: SheetPlan[] = []
  const linesOf = (block: Block, around: readonly Block[], depth: number): readonly Line[] => {
    switch (block.block) {
      case 'section':
      case 'group': {
        const lines = childrenOf(block).flatMap((child) => linesOf(child, [...around, block], depth + 1))
        return lines.length === 0
          ? []
          : [{ line: 'heading', block, around, title: titleOfBlock(block), depth }, ...lines]
      }
      case 'table':
      case 'matrix': {
        const plan = block.block === 'table' ? tablePlan(block, around, draft) : matrixPlan(block, around, draft)
        others.push(plan)
        return [{ line: 'elsewhere', block, sheet: plan.name }]
      }
      case 'field':
        return fieldLines(block, around, depth, draft)
    }
  }
  const lines = section.children.flatMap((child) => linesOf(child, [section], 0))
  const own: FieldsPlan = { plan: 'fields', name, title: titleOfBlock(section), around: [section], section, lines }
  return lines.some(({ line }) => line === 'slot') ? [own, ...others] : others
}

const fieldLines = (field: Field, around: readonly Block[], depth: number, draft: Draft): readonly Line[] => {
  const leaf = { path: field.path, field }
  return slotsOf(leaf, valuesOf(leaf, draft), draft.lists).flatMap((slot) => {
    const place = { slot, around: [...around, field], depth }
    return [{ line: 'slot', ...place }, ...(field.inWords ? [{ line: 'words' as const, ...place }] : [])]
  })
}

/** The names that the other sheets of the workbook bear. */
export const ownSheets = { notes: '填写说明', options: '选项', map: 'policyforms' }

export const planSheets = (template: Template, answers: Answers): readonly SheetPlan[] => {
  const nameFor = sheetNamer()
  for (const name of Object.values(ownSheets)) nameFor(name)
  return template.sections.flatMap((section) => sectionPlans(section, { answers, nameFor, lists: template.lists }))
}
