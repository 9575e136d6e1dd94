import { type BinaryOperator, type CodeList, type Expression, type Term, titleOf, trailsOf } from '@policyforms/core'
import { serialOf } from '../cells/date-cells.ts'
import { callPiece } from './functions.ts'
import { cellPiece, find, type Surroundings } from './lookup.ts'
import { join, type Piece, quoted, unlessBlank } from './piece.ts'
import { rowsPiece } from './row-conditions.ts'

/** Excel refuses longer ones. */
const formulaCap = 8000

/** A computed value as a live formula, without the equals sign; undefined where Excel has no equal of a term. */
export const toFormula = (expression: Expression, around: Surroundings, list?: CodeList): string | undefined => {
  const piece = translate(expression.term, around, list)
  if (!piece) return undefined
  const shown = piece.is === 'truth' ? { ...piece, text: `IF(${piece.text},"是","否")` } : piece
  return within(`IFERROR(${unlessBlank(shown, '""')},"")`)
}

/** A bound as a formula; beyond every number while what it reads is blank. */
export const toBound = (expression: Expression, around: Surroundings): string | undefined => {
  const piece = translate(expression.term, around)
  return piece?.is === 'number' ? `IFERROR(${unlessBlank(piece, '1E+15')},1E+15)` : undefined
}

/** A condition as an Excel condition that holds exactly when the block is hidden: when it is not true. */
export const toHiddenCondition = (expression: Expression, around: Surroundings): string | undefined => {
  const piece = translate(expression.term, around)
  return piece && within(`NOT(IFERROR(${unlessBlank(piece, 'FALSE')},FALSE))`)
}

const within = (text: string) => (text.length > formulaCap ? undefined : text)

const translate = (term: Term, around: Surroundings, list?: CodeList): Piece | undefined => {
  const below = (one: Term) => translate(one, around, list)
  switch (term.op) {
    case 'literal':
      return literal(term, list)
    case 'name':
    case 'get': {
      const found = find(term, around)
      return found && cellPiece(found, around)
    }
    case 'unary': {
      const of = below(term.of)
      return (
        of &&
        join(term.operator === '!' ? 'truth' : 'number', term.operator === '!' ? `NOT(${of.text})` : `(-${of.text})`, [
          of,
        ])
      )
    }
    case 'binary':
      return binary(term, around)
    case 'if': {
      const [test, yes, no] = [translate(term.test, around), below(term.yes), below(term.no)]
      if (!test || !yes || !no) return undefined
      const text = `IF(${test.text},${unlessBlank(yes, '""')},${unlessBlank(no, '""')})`
      return join(yes.is, text, [test], yes.blankIf.length + no.blankIf.length > 0 ? [`${text}=""`] : [])
    }
    case 'band':
      return band(term, below(term.of), list)
    case 'call':
      return callPiece(term.name, term.args, (one) => translate(one, around), around)
    case 'each':
      return rowsPiece(term, around)
    case 'list':
      return undefined
  }
}

/** IF within IF, highest bound first; a code shows its title, as a cell of a choice does. */
const band = ({ bounds }: Extract<Term, { op: 'band' }>, of: Piece | undefined, list?: CodeList): Piece | undefined => {
  if (!of) return undefined
  const text = bounds.reduceRight((rest, { code, least }) => {
    const title = quoted(list && trailsOf(list).has(code) ? titleOf(list, code) : code)
    return `IF(${of.text}>=${least},${title},${rest})`
  }, '""')
  return join('text', text, [of])
}

/** A text beside a choice is one of its codes, and its cell shows the title. */
const literal = (term: Extract<Term, { op: 'literal' }>, list?: CodeList): Piece | undefined => {
  if (term.type === 'truth') return { is: 'truth', text: term.value === true ? 'TRUE' : 'FALSE', blankIf: [] }
  const value = String(term.value)
  if (term.type === 'number') return { is: 'number', text: value, blankIf: [] }
  const text = quoted(list && trailsOf(list).has(value) ? titleOf(list, value) : value)
  return text === undefined ? undefined : { is: 'text', text, blankIf: [] }
}

/** A date that is written as a text: 2026-03-31 → its serial. */
const asDate = (piece: Piece, term: Term): Piece | undefined => {
  if (piece.is === 'date') return piece
  const serial = term.op === 'literal' ? serialOf(String(term.value)) : undefined
  return serial === undefined ? undefined : { is: 'date', text: String(serial), blankIf: [] }
}

const operators: Readonly<Record<Exclude<BinaryOperator, 'in' | '%' | '/' | '&&' | '||'>, string>> = {
  '+': '+',
  '-': '-',
  '*': '*',
  '==': '=',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
}

const binary = (
  { operator, left, right }: Extract<Term, { op: 'binary' }>,
  around: Surroundings,
): Piece | undefined => {
  if (operator === 'in') return member(left, right, around)
  const [l, r] = operands(left, right, around)
  if (!l || !r) return undefined
  switch (operator) {
    case '&&':
    case '||':
      return connective(operator, l, r)
    case '/':
      return join('number', `(${l.text}/${r.text})`, [l, r], [`${r.text}=0`])
    case '%':
      return join('number', `(${l.text}-(${r.text})*TRUNC(${l.text}/${r.text}))`, [l, r], [`${r.text}=0`])
    case '+':
      return l.is === 'text'
        ? join('text', `(${l.text}&${r.text})`, [l, r])
        : join('number', `(${l.text}+${r.text})`, [l, r])
    case '-':
    case '*':
      return join('number', `(${l.text}${operators[operator]}${r.text})`, [l, r])
    case '==':
    case '!=': {
      // Excel's = overlooks case.
      const same = l.is === 'text' ? `EXACT(${l.text},${r.text})` : `(${l.text}=${r.text})`
      return join('truth', operator === '==' ? same : `NOT(${same})`, [l, r])
    }
    default:
      // Excel orders texts by the collation of the machine: no equal of ours.
      return l.is === 'text' ? undefined : join('truth', `(${l.text}${operators[operator]}${r.text})`, [l, r])
  }
}

const operands = (left: Term, right: Term, around: Surroundings): readonly [Piece | undefined, Piece | undefined] => {
  const [l, r] = [translate(left, around), translate(right, around)]
  if (l?.is === 'date' || r?.is === 'date') return [l && asDate(l, left), r && asDate(r, right)]
  if (l?.list && right.op === 'literal') return [l, literal(right, l.list)]
  if (r?.list && left.op === 'literal') return [literal(left, r.list), r]
  return [l, r]
}

/** Three-valued, as in the rules: what decides alone decides, even beside a blank. */
const connective = (operator: '&&' | '||', left: Piece, right: Piece): Piece => {
  const decisive = operator === '||'
  const neutral = decisive ? 'FALSE' : 'TRUE'
  const sides = `${unlessBlank(left, neutral)},${unlessBlank(right, neutral)}`
  const text = decisive ? `OR(${sides})` : `AND(${sides})`
  const blanks = [...new Set([...left.blankIf, ...right.blankIf])]
  if (blanks.length === 0) return { is: 'truth', text, blankIf: [] }
  return { is: 'truth', text, blankIf: [`AND(OR(${blanks.join(',')}),${decisive ? `NOT(${text})` : text})`] }
}

const member = (left: Term, right: Term, around: Surroundings): Piece | undefined => {
  const one = translate(left, around)
  if (!one || right.op !== 'list') return undefined
  const items = right.items.map((item) => (item.op === 'literal' ? literal(item, one.list) : undefined))
  if (items.some((item) => item === undefined)) return undefined
  const equal = items.map((item) =>
    one.is === 'text' ? `EXACT(${one.text},${item?.text})` : `(${one.text}=${item?.text})`,
  )
  return join('truth', `OR(${equal.join(',') || 'FALSE'})`, [one])
}
