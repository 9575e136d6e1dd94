import type { Path, Term } from '@policyforms/core'
import { formulaReference, isAnswerRow, type Reference } from '../layout/references.ts'
import { find, type Surroundings } from './lookup.ts'
import { type Piece, quoted } from './piece.ts'

type Each = Extract<Term, { op: 'each' }>

/** A test of all rows at once: an Excel array that is above 0 in each row for which it holds. */
interface Rows {
  readonly text: string
  /** The same for rows of which it can be said at all: a blank is neither. */
  readonly known: string
}

/** `count(rows.filter(r, …))`: how many rows hold. */
export const matchingRows = (each: Each, around: Surroundings): Piece | undefined => {
  const rows = each.macro === 'filter' ? testOf(each, around) : undefined
  return rows && { is: 'number', text: `SUMPRODUCT(--(${rows.text}>0))`, blankIf: [] }
}

/** `rows.exists(r, …)`, `rows.exists_one(r, …)` and `rows.all(r, …)`. */
export const rowsPiece = (each: Each, around: Surroundings): Piece | undefined => {
  const rows = testOf(each, around)
  if (!rows) return undefined
  const held = `SUMPRODUCT(--(${rows.text}>0))`
  switch (each.macro) {
    case 'exists':
      return { is: 'truth', text: `(${held}>0)`, blankIf: [] }
    case 'exists_one':
      return { is: 'truth', text: `(${held}=1)`, blankIf: [] }
    case 'all':
      return { is: 'truth', text: `(SUMPRODUCT(--(${rows.known}>0))=${held})`, blankIf: [] }
    case 'filter':
    case 'map':
      return undefined
  }
}

/** `sum(rows.map(r, r.weight * r.score / 100))`: products of columns, with numbers beside them. */
export const weightedSum = (each: Each, around: Surroundings): Piece | undefined => {
  const over = each.macro === 'map' ? find(each.over, around) : undefined
  const factors = over && !over.inRow ? factorsOf(each.body, each.as, [...over.path, '*'], around) : undefined
  const [first] = factors?.columns ?? []
  if (!factors || !first) return undefined
  const cells = factors.columns.map((column) => formulaReference(column))
  // With commas a text, such as the empty one of a blank computed cell, counts as 0.
  const guard = isAnswerRow(first)
  const known = [...cells.map((cell) => `ISNUMBER(${cell})`), ...(guard ? [guard] : [])].join('*')
  return {
    is: 'number',
    text: `(SUMPRODUCT(${[...cells, ...(guard ? [`--${guard}`] : [])].join(',')})${factors.numbers})`,
    blankIf: [`SUMPRODUCT(${known})=0`],
  }
}

interface Factors {
  readonly columns: readonly Reference[]
  /** `*2`, `/100`: what the sum is multiplied and divided by. */
  readonly numbers: string
}

const factorsOf = (term: Term, as: string, row: Path, around: Surroundings): Factors | undefined => {
  if (term.op === 'literal' && term.type === 'number') return { columns: [], numbers: `*${term.value}` }
  const keys = keysBelow(term, as)
  const reference = keys && around.references.at([...row, ...keys])
  if (reference) return { columns: [reference], numbers: '' }
  if (term.op !== 'binary') return undefined
  const left = factorsOf(term.left, as, row, around)
  if (term.operator === '/' && term.right.op === 'literal' && Number(term.right.value) !== 0)
    return left && { ...left, numbers: `${left.numbers}/${term.right.value}` }
  const right = term.operator === '*' ? factorsOf(term.right, as, row, around) : undefined
  return left && right && { columns: [...left.columns, ...right.columns], numbers: left.numbers + right.numbers }
}

const testOf = (each: Each, around: Surroundings): Rows | undefined => {
  const over = find(each.over, around)
  return over && !over.inRow ? condition(each.body, each.as, [...over.path, '*'], around) : undefined
}

/** Comparisons of a column with literals, joined by and / or. Anything else has no equal in an array formula. */
const condition = (term: Term, as: string, row: Path, around: Surroundings): Rows | undefined => {
  if (term.op !== 'binary') return undefined
  if (term.operator === '&&' || term.operator === '||') {
    const [left, right] = [condition(term.left, as, row, around), condition(term.right, as, row, around)]
    const sign = term.operator === '&&' ? '*' : '+'
    return left && right && { text: `(${left.text}${sign}${right.text})`, known: `(${left.known}*${right.known})` }
  }
  const column = columnOf(term.left, as, row, around)
  const wanted = term.operator === 'in' && term.right.op === 'list' ? term.right.items : [term.right]
  const operator = comparisons[term.operator]
  const values = wanted.map((one) => column?.literal(one))
  if (!column || operator === undefined || values.some((value) => value === undefined)) return undefined
  const filled = `(${column.cells}<>"")`
  const known = column.guard ? `(${filled}*${column.guard})` : filled
  const tests = values.map((value) => `(${column.cells}${operator}${value})`)
  return { text: `(${known}*(${tests.join('+')}))`, known }
}

const comparisons: Readonly<Record<string, string>> = {
  '==': '=',
  '!=': '<>',
  in: '=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
}

const columnOf = (term: Term, as: string, row: Path, { references, template }: Surroundings) => {
  const keys = keysBelow(term, as)
  const reference = keys && references.at([...row, ...keys])
  // A reference's cell shows how a row is printed, not its id.
  if (!reference || reference.slot.leaf.field.refers) return undefined
  const { part, leaf } = reference.slot
  // A literal as the cell would show it: a code becomes its title, a date its serial.
  const literal = (one: Term): string | undefined => {
    if (one.op !== 'literal' || one.type === 'truth') return undefined
    const shown = part.write(one.type === 'number' ? Number(one.value) : String(one.value), leaf.field, template.lists)
    return typeof shown === 'number' ? String(shown) : quoted(String(shown))
  }
  return { cells: formulaReference(reference), guard: isAnswerRow(reference), literal }
}

/** `r.matter.choice` → matter, choice. */
const keysBelow = (term: Term, as: string): Path | undefined => {
  if (term.op === 'name') return term.name === as ? [] : undefined
  const above = term.op === 'get' ? keysBelow(term.of, as) : undefined
  return above && term.op === 'get' ? [...above, term.key] : undefined
}
