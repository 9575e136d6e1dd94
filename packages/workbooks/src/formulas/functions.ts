import type { Term } from '@policyforms/core'
import { formulaReference, isAnswerRow } from '../layout/references.ts'
import { cellsOf, find, type Surroundings } from './lookup.ts'
import { isBlankText, join, type Piece, unlessBlank } from './piece.ts'
import { matchingRows, weightedSum } from './row-conditions.ts'

type Translate = (term: Term) => Piece | undefined
type Translator = (args: readonly Term[], translate: Translate, around: Surroundings) => Piece | undefined

const pieces = (args: readonly Term[], translate: Translate): readonly Piece[] | undefined => {
  const made = args.map(translate)
  return made.every((piece) => piece !== undefined) ? made : undefined
}

const plain =
  (is: Piece['is'], write: (texts: readonly string[]) => string): Translator =>
  (args, translate) => {
    const made = pieces(args, translate)
    return made && join(is, write(made.map(({ text }) => text)), made)
  }

/** The cells that an argument names: an answer, all below it, or one column of a matrix. */
const cellsNamed = (arg: Term, around: Surroundings): readonly string[] => {
  const [matrix, key] = arg.op === 'call' && arg.name === 'column' ? arg.args : []
  const found = find(matrix ?? arg, around)
  if (!found) return []
  return key?.op === 'literal' ? cellsOf(found, around, String(key.value)) : cellsOf(found, around)
}

/** SUM and its kin over columns, records and single numbers: blank when no number is there. */
const overNumbers =
  (name: string): Translator =>
  (args, translate, around) => {
    const [only] = args
    if (name === 'SUM' && args.length === 1 && only?.op === 'each') return weightedSum(only, around)
    const ranges: string[] = []
    for (const arg of args) {
      const cells = cellsNamed(arg, around)
      const single = cells.length > 0 ? undefined : translate(arg)
      if (cells.length === 0 && !single) return undefined
      ranges.push(...(single ? [unlessBlank(single, '""')] : cells))
    }
    // N of a formula that gives "" is 0 and would count; only cells may be blank here.
    if (ranges.length === 0 || ranges.length > 200) return undefined
    return { is: 'number', text: `${name}(${ranges.join(',')})`, blankIf: [`COUNT(${ranges.join(',')})=0`] }
  }

/** Rows of a table in which anything is written. */
const count: Translator = ([list], _, around) => {
  if (list?.op === 'each') return matchingRows(list, around)
  const found = list && find(list, around)
  if (!found || found.path.at(-1) === '*') return undefined
  const columns = around.references.below([...found.path, '*']).filter(({ slot }) => !slot.leaf.field.compute)
  const [first] = columns
  if (!first) return undefined
  const filled = columns.map((column) => `(${formulaReference(column)}<>"")`).join('+')
  const guard = isAnswerRow(first)
  const rows = guard ? `((${filled})*${guard})` : `(${filled})`
  return { is: 'number', text: `SUMPRODUCT(--(${rows}>0))`, blankIf: [] }
}

const given =
  (isGiven: boolean): Translator =>
  ([value], translate, around) => {
    const found = value && find(value, around)
    const cells = found && !found.inRow ? cellsOf(found, around) : []
    const piece = cells.length === 0 && value ? translate(value) : undefined
    if (cells.length === 0 && !piece) return undefined
    const blank = piece ? isBlankText(piece) : `SUMPRODUCT(${cells.map((cell) => `--(${cell}<>"")`).join('+')})=0`
    return { is: 'truth', text: isGiven ? `NOT(${blank})` : `(${blank})`, blankIf: [] }
  }

const orZero: Translator = ([value], translate) => {
  const piece = value && translate(value)
  return piece && { is: 'number', text: unlessBlank(piece, '0'), blankIf: [] }
}

/** What Excel can do of the functions of the rule language. The rest is written as a value. */
const translators: Readonly<Record<string, Translator>> = {
  sum: overNumbers('SUM'),
  min: overNumbers('MIN'),
  max: overNumbers('MAX'),
  average: overNumbers('AVERAGE'),
  count,
  given: given(true),
  blank: given(false),
  orZero,
  // ROUND_HALF_UP rounds away from zero, as Excel's ROUND does.
  round: plain('number', ([value, places]) => `ROUND(${value},${places})`),
  floor: plain('number', ([value]) => `INT(${value})`),
  ceil: plain('number', ([value]) => `-INT(-(${value}))`),
  abs: plain('number', ([value]) => `ABS(${value})`),
  year: plain('number', ([value]) => `YEAR(${value})`),
  month: plain('number', ([value]) => `MONTH(${value})`),
  addDays: plain('date', ([value, days]) => `(${value}+${days})`),
  addMonths: plain('date', ([value, months]) => `EDATE(${value},${months})`),
  addYears: plain('date', ([value, years]) => `EDATE(${value},12*(${years}))`),
  days: plain('number', ([from, to]) => `(${to}-${from})`),
  months: plain(
    'number',
    ([from, to]) => `((YEAR(${to})-YEAR(${from}))*12+MONTH(${to})-MONTH(${from})-IF(DAY(${to})<DAY(${from}),1,0))`,
  ),
  contains: plain('truth', ([whole, part]) => `ISNUMBER(FIND(${part},${whole}))`),
  startsWith: plain('truth', ([whole, part]) => `(LEFT(${whole},LEN(${part}))=${part})`),
  endsWith: plain('truth', ([whole, part]) => `(RIGHT(${whole},LEN(${part}))=${part})`),
  text: plain('text', ([value]) => `(${value}&"")`),
}

export const callPiece = (
  name: string,
  args: readonly Term[],
  translate: Translate,
  around: Surroundings,
): Piece | undefined => (Object.hasOwn(translators, name) ? translators[name]?.(args, translate, around) : undefined)
