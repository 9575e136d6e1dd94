import type { CodeList } from '@policyforms/core'
import type { Frame, Validation } from '../book/book.ts'
import type { Asked } from '../cells/cell-kind.ts'
import { toBound } from '../formulas/to-formula.ts'
import { levelsOf, type Slot } from '../layout/slot.ts'
import type { Drafting } from './drafting.ts'
import type { OptionsBook } from './options.ts'

const validationFor = (asked: Asked, options: OptionsBook): Validation | undefined => {
  if (asked.type === 'list') {
    const error = '请从下拉列表中选择。'
    const range = options.rangeOf(asked)
    return range === undefined
      ? undefined
      : { type: 'list', formulae: [range], error, strict: true, ...(asked.isOpen && { offers: true }) }
  }
  const { type, least, most, error, strict } = asked
  return { type, operator: 'between', formulae: [least ?? -1e15, most ?? 1e15], error: error.slice(0, 220), strict }
}

/** Tells the cell that stands so many slots before the first of a range. */
export type Before = (count: number) => string

/** What the levels above say, as one text. */
const trailAbove = ({ continuation }: Slot, before: Before): string =>
  Array.from({ length: continuation }, (_, i) => before(continuation - i)).join('&" / "&')

const levelValidation = (slot: Slot, list: CodeList, options: OptionsBook, before: Before): Validation => {
  const tree = options.treeOf(list)
  const place = `MATCH(${trailAbove(slot, before)},${tree.trails},0)`
  const below = `OFFSET(${tree.below},INDEX(${tree.starts},${place}),0,INDEX(${tree.counts},${place}),1)`
  const error = slot.continuation === 0 ? '请从下拉列表中选择。' : '请先选好上一级，再从下拉列表中选择。'
  return { type: 'list', formulae: [slot.continuation === 0 ? tree.top : below], error, strict: true }
}

/** Greys a level while what stands above it has none below. */
export const levelGreyed = (
  slot: Slot,
  range: string,
  { lists, options }: Drafting,
  before: Before,
): NonNullable<Frame['greyed']> => {
  const levels = slot.continuation > 0 ? levelsOf(slot, lists) : undefined
  return levels
    ? [{ range, formula: `ISNA(MATCH(${trailAbove(slot, before)},${options.treeOf(levels.list).trails},0))` }]
    : []
}

/** The most that other answers allow, as a formula: no bound while they are blank. */
const boundOf = (slot: Slot, { template, references }: Drafting, row: number | undefined): string | undefined => {
  const { atMost, maximum } = slot.leaf.field
  const around = { template, references, place: slot.leaf.path, ...(row !== undefined && { row }) }
  const formula = atMost && toBound(atMost, around)
  return formula && maximum !== undefined ? `MIN(${formula},${maximum})` : formula
}

/** Excel refuses a longer one in a validation. */
const longestBound = 255

const withBound = (validation: Validation, bound: string | undefined): Validation => {
  if (bound === undefined || bound.length > longestBound || validation.type === 'list') return validation
  const error = `${validation.error.replace(/。$/, '')}，不大于按其他各项算出的上限。`
  return { ...validation, formulae: [validation.formulae[0] ?? -1e15, bound], error }
}

/** The validation of a slot over a range of its sheet; `row` is its first where the range is in a table. */
export const validationsOf = (
  slot: Slot,
  range: string,
  drafting: Drafting,
  before: Before,
  row?: number,
): Frame['validations'] => {
  const { field } = slot.leaf
  if (field.compute) return []
  const levels = slot.isLevel ? levelsOf(slot, drafting.lists) : undefined
  if (levels) return [{ range, validation: levelValidation(slot, levels.list, drafting.options, before) }]
  const asked = slot.part.asked?.(field, drafting.lists)
  const validation = asked && validationFor(asked, drafting.options)
  return validation ? [{ range, validation: withBound(validation, boundOf(slot, drafting, row)) }] : []
}
