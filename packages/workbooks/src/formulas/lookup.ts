import { blockAt, type Path, type Template, type Term } from '@policyforms/core'
import { listOf } from '../cells/choice-cells.ts'
import { formulaReference, formulaReferences, type Reference, type References } from '../layout/references.ts'
import type { Piece } from './piece.ts'

/** Where a formula stands and what it can see. */
export interface Surroundings {
  readonly template: Template
  readonly references: References
  /** The path of the computed field or conditional block, `*` for its row. */
  readonly place: Path
  /** The row of the sheet, for a formula inside a table. */
  readonly row?: number
}

/** Answers that a term names, if it only names and does not reckon; `inRow` when they are of the formula's own row. */
export interface Found {
  readonly path: Path
  readonly inRow: boolean
}

export const find = (term: Term, around: Surroundings): Found | undefined => {
  if (term.op === 'name') return named(term.name, around)
  if (term.op !== 'get') return undefined
  const of = find(term.of, around)
  if (!of) return undefined
  const isTable = blockAt(around.template, of.path)?.block === 'table' && of.path.at(-1) !== '*'
  return { path: [...of.path, ...(isTable ? ['*'] : []), term.key], inRow: of.inRow }
}

const named = (name: string, { template, place }: Surroundings): Found | undefined => {
  const star = place.lastIndexOf('*')
  switch (name) {
    case 'self':
      return { path: place, inRow: star >= 0 }
    case 'parent':
      return { path: place.slice(0, -1), inRow: star >= 0 }
    case 'row':
      return star < 0 ? undefined : { path: place.slice(0, star + 1), inRow: true }
    default:
      return template.sections.some((section) => section.key === name) ? { path: [name], inRow: false } : undefined
  }
}

/** Every cell or column at or below what was found, as references; those whose path ends in `last`, if it is given. */
export const cellsOf = ({ path, inRow }: Found, around: Surroundings, last?: string): readonly string[] =>
  around.references
    .below(path)
    .filter(({ slot }) => last === undefined || slot.leaf.path.at(-1) === last)
    .flatMap((reference) => formulaReferences(reference, inRow ? around.row : undefined))

/** One cell as a piece, read the way its field is. A column outside its row is no single value. */
export const cellPiece = (found: Found, around: Surroundings): Piece | undefined => {
  const reference = around.references.at(found.path)
  const isSingle = reference && (reference.row === reference.last || (found.inRow && around.row !== undefined))
  return isSingle
    ? pieceOf(reference, formulaReference(reference, found.inRow ? around.row : undefined), around)
    : undefined
}

const pieceOf = ({ slot }: Reference, text: string, { template }: Surroundings): Piece | undefined => {
  const { field } = slot.leaf
  const blankIf = [`${text}=""`]
  switch (field.kind) {
    case 'number':
    case 'money':
    case 'percent':
    case 'year':
      return { is: 'number', text, blankIf }
    case 'date':
    case 'month':
    case 'period':
      return { is: 'date', text, blankIf }
    case 'yes-no':
    case 'statement':
      return { is: 'truth', text: `(${text}="${field.kind === 'yes-no' ? '是' : '已确认'}")`, blankIf }
    case 'choice':
    case 'cascade':
    case 'open-choice':
    case 'open-cascade': {
      const list = slot.part.key === 'other' ? undefined : listOf(field, template.lists)
      return { is: 'text', text, blankIf, ...(list && { list }) }
    }
    case 'text':
    case 'narrative':
    case 'identifier':
      return { is: 'text', text, blankIf }
    // The cell shows how a row is printed, not the id that rules compare.
    case 'reference':
    case 'references':
    case 'choices':
    case 'open-choices':
    case 'attachment':
    case 'picture':
      return undefined
  }
}
