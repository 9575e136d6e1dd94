import {
  type Answers,
  type Block,
  type Expression,
  type Json,
  type Lists,
  liveLists,
  type Path,
  settle,
  type Template,
  valueAt,
} from '@policyforms/core'
import type { Frame, Placed, StyleBook } from '../book/book.ts'
import { listOf } from '../cells/choice-cells.ts'
import { toFormula, toHiddenCondition } from '../formulas/to-formula.ts'
import type { References } from '../layout/references.ts'
import type { Slot } from '../layout/slot.ts'
import type { OptionsBook } from './options.ts'

/** What every sheet of one workbook is drawn from. */
export interface Drafting {
  readonly template: Template
  readonly styles: StyleBook
  readonly options: OptionsBook
  readonly references: References
  readonly today: string
  /** The options of choices; those of references are the rows as they are. */
  readonly lists: Lists
  /** Who fills it; absent for the applicant. What others fill is locked. */
  readonly role?: string
  /** The answers with computed values, as heads of matrices are titled from them. */
  readonly settled: Answers
  /** The answer at a place; a computed one as it settles now. */
  readonly valueOf: (slot: Slot, place: readonly (string | number)[]) => Json | undefined
}

/** What another role fills is shown and locked. */
export const isOfOther = (block: Block, { role }: Pick<Drafting, 'role'>): boolean =>
  block.role !== undefined && block.role !== role

/** A sheet that is ready to be written. */
export interface Drawn {
  readonly frame: Frame
  readonly rows: (sheet: number) => readonly Placed[]
}

export const valuesIn = (
  template: Template,
  answers: Answers,
  today: string,
): Pick<Drafting, 'today' | 'lists' | 'settled' | 'valueOf'> => {
  const { answers: settled } = settle(template, answers, { today })
  return {
    today,
    lists: liveLists(template, settled),
    settled,
    valueOf: (slot, place) => valueAt(slot.leaf.field.compute ? settled : answers, place),
  }
}

/** The live formula of a computed slot, `row` being the sheet's row inside a table. */
export const formulaOf = (
  { leaf, part }: Slot,
  { template, references }: Drafting,
  row?: number,
): string | undefined =>
  leaf.field.compute && part.key === ''
    ? toFormula(
        leaf.field.compute,
        { template, references, place: leaf.path, ...(row !== undefined && { row }) },
        listOf(leaf.field, template.lists),
      )
    : undefined

/** Greys a range while a block around it is not asked for. */
export const greyedBy = (blocks: readonly Block[], range: string, drafting: Drafting): NonNullable<Frame['greyed']> =>
  blocks.flatMap((block) => greyed(block.when, block.path, range, drafting))

export const greyed = (
  when: Expression | undefined,
  place: Path,
  range: string,
  { template, references }: Drafting,
  row?: number,
): NonNullable<Frame['greyed']> => {
  const formula = when && toHiddenCondition(when, { template, references, place, ...(row !== undefined && { row }) })
  return formula === undefined ? [] : [{ range, formula }]
}
