import { isIsoDate } from './calendar.ts'
import { type Calls, callNames, dateCalls, numberCalls } from './call-words.ts'
import type { BinaryOperator, Term } from './expression.ts'
import { shareWords } from './share-words.ts'

export type Words = string | undefined

/** What those who explain an expression know of its names. */
export interface Naming {
  /** What a name or a property is called, in quotes: “经费总额”. */
  readonly nameOf: (term: Term) => Words
  /** The title, without quotes, of what is answered by yes or no. */
  readonly yesNo: (term: Term) => Words
  readonly isDate: (term: Term) => boolean
  readonly isNumber?: (term: Term) => boolean
  /** What several are called together, such as all columns under one head; nothing if they are no such whole. */
  readonly together?: (terms: readonly Term[]) => Words
  readonly optionsOf: (term: Term) => readonly { readonly code: string; readonly title: string }[]
  /** The same while each item of a list is called by a name; absent where there are no lists. */
  readonly within?: (as: string, over: Term) => Naming
  /** Words for calls that are not the usual ones. */
  readonly calls?: Calls
}

type Binary = Extract<Term, { op: 'binary' }>

const signs: Readonly<Record<Exclude<BinaryOperator, '&&' | '||' | 'in'>, string>> = {
  '+': '加',
  '-': '减',
  '%': '除余',
  '*': '乘',
  '/': '除以',
  '==': '是',
  '!=': '不是',
  '<': '小于',
  '<=': '不大于',
  '>': '大于',
  '>=': '不小于',
}

const numberSigns: typeof signs = { ...signs, '==': '等于', '!=': '不等于' }
const dateSigns: typeof signs = { ...signs, '<': '早于', '<=': '不晚于', '>': '晚于', '>=': '不早于' }

/** An expression as a person would say it; nothing when it is of a sort that has no plain words. */
export const termInWords = (term: Term, on: Naming): Words => {
  switch (term.op) {
    case 'literal':
      return literalWords(term)
    case 'name':
    case 'get': {
      const title = on.yesNo(term)
      return title === undefined ? on.nameOf(term) : `“${title}”为是`
    }
    case 'unary':
      return unaryWords(term, on)
    case 'binary':
      return binaryWords(term, on)
    case 'if':
      return ifWords(term, on)
    case 'call':
      return callWords(term, on)
    case 'list':
      return all(
        term.items.map((item) => termInWords(item, on)),
        (...items) => items.join('、'),
      )
    case 'lookup':
      return all([valueWords(term.key, on)], (key) => `按${key}查表得到的值`)
    case 'band':
      return all([valueWords(term.of, on)], (of) => `${of}所在的档`)
    case 'row':
      return all([valueWords(term.id, on)], (id) => `${id}所指的那一行`)
    case 'each':
      return eachWords(term, on)
  }
}

const all = (words: readonly Words[], join: (...words: readonly string[]) => string): Words =>
  words.every((word) => word !== undefined) ? join(...words) : undefined

const literalWords = ({ type, value }: Extract<Term, { op: 'literal' }>): string => {
  if (type === 'truth') return value ? '是' : '否'
  return String(value)
}

/** A part that is named or worked out, rather than judged. */
const valueWords = (term: Term, on: Naming): Words =>
  (term.op === 'each' ? undefined : on.nameOf(term)) ?? termInWords(term, on)

const unaryWords = ({ operator, of }: Extract<Term, { op: 'unary' }>, on: Naming): Words => {
  const title = on.yesNo(of)
  if (title !== undefined) return operator === '!' ? `“${title}”为否` : undefined
  return all([termInWords(of, on)], (words) => (operator === '!' ? `不是（${words}）` : `负${words}`))
}

const ifWords = ({ test, yes, no }: Extract<Term, { op: 'if' }>, on: Naming): Words => {
  // Without the condition nothing is asked: it is an obligation, not a choice.
  if (no.op === 'literal' && no.value === true)
    return all([termInWords(test, on), termInWords(yes, on)], (test, yes) => `如果${test}，则${yes}`)
  return all(
    [test, yes, no].map((part) => termInWords(part, on)),
    (test, yes, no) => `如果${test}，则${yes}，否则${no}`,
  )
}

const callWords = ({ name, args }: Extract<Term, { op: 'call' }>, on: Naming): Words => {
  const table = on.calls && Object.hasOwn(on.calls, name) ? on.calls : callNames
  const call = Object.hasOwn(table, name) ? table[name] : undefined
  const [first, key] = args
  if (name === 'column' && first && key?.op === 'literal')
    return on.nameOf({ op: 'get', of: { op: 'get', of: first, key: '*' }, key: String(key.value) })
  if (name === 'count' && first?.op === 'each' && first.macro === 'filter') return countWords(first, on)
  const together = name === 'sum' && args.length > 1 ? on.together?.(args) : undefined
  if (together !== undefined) return call?.(together)
  return (
    call &&
    all(
      args.map((part) => quotedText(part) ?? valueWords(part, on)),
      call,
    )
  )
}

/** How many rows are such. */
const countWords = ({ over, as, body }: Extract<Term, { op: 'each' }>, on: Naming): Words => {
  const inner = on.within?.(as, over)
  return inner && all([valueWords(over, on), termInWords(body, inner)], (of, body) => `${of}中${body}的行数`)
}

const quotedText = (term: Term): Words =>
  term.op === 'literal' && term.type === 'text' && !isIsoDate(String(term.value)) ? `“${term.value}”` : undefined

const eachWords = ({ macro, over, as, body }: Extract<Term, { op: 'each' }>, on: Naming): Words => {
  const inner = on.within?.(as, over)
  if (!inner) return undefined
  return all(
    [valueWords(over, on), macro === 'map' ? valueWords(body, inner) : termInWords(body, inner)],
    (of, body) => {
      switch (macro) {
        case 'all':
          return `${of}的每一行都要满足：${body}`
        case 'exists':
          return `${of}至少有一行满足：${body}`
        case 'exists_one':
          return `${of}恰好有一行满足：${body}`
        case 'filter':
          return `${of}中满足（${body}）的各行`
        case 'map':
          return `${of}${of.endsWith('各行') ? '' : '各行'}的${body}`
      }
    },
  )
}

/** What is answered by yes or no, compared with one of them. */
const truthWords = ({ operator, left, right }: Binary, on: Naming): Words => {
  const title = on.yesNo(left)
  if (title === undefined || right.op !== 'literal' || (operator !== '==' && operator !== '!=')) return undefined
  return `“${title}”${operator === '==' ? '为' : '不为'}${right.value ? '是' : '否'}`
}

/** So many years from one day are not after another: 满 2 年. */
const yearsWords = ({ operator, left, right }: Binary, on: Naming): Words => {
  const [from, years] = left.op === 'call' && left.name === 'addYears' ? left.args : []
  return operator === '<=' && from && years
    ? all(
        [from, right, years].map((part) => valueWords(part, on)),
        (from, to, n) => `${from}到${to}满 ${n} 年`,
      )
    : undefined
}

/** The condition whose opposite stands before an “or”: what comes after it is asked only then. */
const exceptionOf = (term: Term): Term | undefined => {
  if (term.op === 'unary') return term.operator === '!' ? term.of : undefined
  return term.op === 'binary' && term.operator === '!=' && term.right.op === 'literal'
    ? { ...term, operator: '==' }
    : undefined
}

const binaryWords = (term: Binary, on: Naming): Words => {
  const { operator, left, right } = term
  const special = truthWords(term, on) ?? shareWords(term, (part) => valueWords(part, on)) ?? yearsWords(term, on)
  if (special !== undefined) return special
  if (operator === '&&' || operator === '||') {
    const unless = operator === '||' ? exceptionOf(left) : undefined
    if (unless) return all([termInWords(unless, on), termInWords(right, on)], (test, then) => `如果${test}，则${then}`)
    const word = operator === '&&' ? '，且' : '，或'
    return all([grouped(left, operator, on), grouped(right, operator, on)], (a, b) => `${a}${word}${b}`)
  }
  const options = [left, right].flatMap((side) => [...on.optionsOf(side)])
  const side = (term: Term): Words => {
    if (term.op === 'list') return all(term.items.map(side), (...items) => items.join('、'))
    if (term.op === 'literal' && term.type === 'text')
      return `“${options.find(({ code }) => code === term.value)?.title ?? term.value}”`
    return valueWords(term, on)
  }
  if (operator === 'in' && left.op === 'literal') return all([side(left), side(right)], (a, b) => `${b}里有${a}`)
  const sign = operator === 'in' ? '' : signsFor(left, right, on)[operator]
  return all([side(left), side(right)], (a, b) => (operator === 'in' ? `${a}是${b}之一` : `${a}${sign}${b}`))
}

/** In brackets when it joins with the other word. */
const grouped = (term: Term, outer: BinaryOperator, on: Naming): Words => {
  const isOther = term.op === 'binary' && ['&&', '||'].includes(term.operator) && term.operator !== outer
  return all([termInWords(term, on)], (words) => (isOther ? `（${words}）` : words))
}

const signsFor = (left: Term, right: Term, on: Naming): typeof signs => {
  if (isDate(left, on) || isDate(right, on)) return dateSigns
  return isNumber(left, on) || isNumber(right, on) ? numberSigns : signs
}

const isDate = (term: Term, on: Naming): boolean => (term.op === 'call' ? dateCalls.has(term.name) : on.isDate(term))

const isNumber = (term: Term, on: Naming): boolean => {
  switch (term.op) {
    // What is held against a literal says what it is: a year is one, a sum comes to it.
    case 'literal':
      return false
    case 'call':
      return numberCalls.has(term.name)
    case 'binary':
      return ['-', '*', '/', '%'].includes(term.operator) || isNumber(term.left, on)
    default:
      return on.isNumber?.(term) ?? false
  }
}
