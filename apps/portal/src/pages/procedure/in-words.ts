import { type BinaryOperator, type Expression, isIsoDate, type Json, type Term } from '@policyforms/core'
import type { Due, Fact, Procedure, Unit } from '@policyforms/procedure'

type Named = Pick<Procedure, 'facts' | 'parameters' | 'obligations'>
type Words = string | undefined

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

const dateSigns: typeof signs = { ...signs, '<': '早于', '<=': '不晚于', '>': '晚于', '>=': '不早于' }

const calls: Readonly<Record<string, (...args: readonly string[]) => string>> = {
  today: () => '今天',
  date: (day = '') => valueInWords(day),
  given: (of = '') => `已有${of}`,
  blank: (of = '') => `没有${of}`,
  orZero: (of = '') => of,
  year: (of = '') => `${of}的年份`,
  month: (of = '') => `${of}的月份`,
  addDays: (of = '', n = '') => `${of}起${n}天`,
  addMonths: (of = '', n = '') => `${of}起${n}个月`,
  addYears: (of = '', n = '') => `${of}起${n}年`,
}

/** An expression of a procedure as a person would say it; nothing when it is of a sort that has no plain words. */
export const inWords = (procedure: Named, { term }: Expression): Words => wordsOf(procedure, term)

const wordsOf = (on: Named, term: Term): Words => {
  switch (term.op) {
    case 'literal':
      return term.type === 'truth' ? (term.value ? '是' : '否') : String(term.value)
    case 'name':
      return term.name === 'period' ? '报告年度' : undefined
    case 'get': {
      const fact = factOf(on, term)
      return fact?.kind === 'yes-no' ? `“${fact.title}”为是` : nameOf(on, term)
    }
    case 'unary': {
      const fact = factOf(on, term.of)
      if (fact) return term.operator === '!' ? `“${fact.title}”为否` : undefined
      return all([wordsOf(on, term.of)], (of) => (term.operator === '!' ? `不是（${of}）` : `负${of}`))
    }
    case 'binary':
      return binaryWords(on, term)
    case 'if':
      return all(
        [term.test, term.yes, term.no].map((part) => wordsOf(on, part)),
        (test, yes, no) => `如果${test}，则${yes}，否则${no}`,
      )
    case 'call': {
      const call = Object.hasOwn(calls, term.name) ? calls[term.name] : undefined
      return (
        call &&
        all(
          term.args.map((part) => nameOf(on, part) ?? wordsOf(on, part)),
          call,
        )
      )
    }
    case 'list':
      return all(
        term.items.map((item) => wordsOf(on, item)),
        (...items) => items.join('、'),
      )
    case 'lookup':
    case 'band':
    case 'each':
      return undefined
  }
}

const all = (words: readonly Words[], join: (...words: readonly string[]) => string): Words =>
  words.every((word) => word !== undefined) ? join(...words) : undefined

const factOf = (on: Named, term: Term): Fact | undefined =>
  term.op === 'get' && term.of.op === 'name' && term.of.name === 'facts'
    ? on.facts.find(({ id }) => id === term.key)
    : undefined

/** What a fact, a parameter or a due day is called. */
const nameOf = (on: Named, term: Term): Words => {
  if (term.op !== 'get' || term.of.op !== 'name') return undefined
  const find = <T extends { readonly id: string }>(list: readonly T[]) => list.find(({ id }) => id === term.key)
  switch (term.of.name) {
    case 'facts':
      return all([find(on.facts)?.title], (title) => `“${title}”`)
    case 'due':
      return all([find(on.obligations)?.title], (title) => `“${title}”的期限`)
    case 'parameters': {
      const parameter = find(on.parameters)
      return parameter && valueInWords(parameter.value)
    }
    default:
      return undefined
  }
}

/** A yes-or-no fact that is compared with true or false. */
const truthWords = (on: Named, { operator, left, right }: Extract<Term, { op: 'binary' }>): Words => {
  const fact = factOf(on, left)
  if (fact?.kind !== 'yes-no' || right.op !== 'literal' || (operator !== '==' && operator !== '!=')) return undefined
  return `“${fact.title}”${operator === '==' ? '为' : '不为'}${right.value ? '是' : '否'}`
}

const binaryWords = (on: Named, term: Extract<Term, { op: 'binary' }>): Words => {
  const { operator, left, right } = term
  const truth = truthWords(on, term)
  if (truth !== undefined) return truth
  if (operator === '&&' || operator === '||') {
    const word = operator === '&&' ? '，且' : '，或'
    return all([grouped(on, left, operator), grouped(on, right, operator)], (a, b) => `${a}${word}${b}`)
  }
  const options = [left, right].flatMap((side) => factOf(on, side)?.options ?? [])
  const side = (term: Term): Words => {
    if (term.op === 'list') return all(term.items.map(side), (...items) => items.join('、'))
    if (term.op === 'literal' && term.type === 'text')
      return `“${options.find(({ code }) => code === term.value)?.title ?? term.value}”`
    return nameOf(on, term) ?? wordsOf(on, term)
  }
  const sign = operator === 'in' ? '' : (isDate(on, left) || isDate(on, right) ? dateSigns : signs)[operator]
  return all([side(left), side(right)], (a, b) => (operator === 'in' ? `${a}是${b}之一` : `${a}${sign}${b}`))
}

/** In brackets when it joins with the other word. */
const grouped = (on: Named, term: Term, outer: BinaryOperator): Words => {
  const isOther = term.op === 'binary' && ['&&', '||'].includes(term.operator) && term.operator !== outer
  return all([wordsOf(on, term)], (words) => (isOther ? `（${words}）` : words))
}

const isDate = (on: Named, term: Term): boolean => {
  if (term.op === 'call') return ['today', 'date', 'addDays', 'addMonths', 'addYears'].includes(term.name)
  if (term.op !== 'get' || term.of.op !== 'name') return false
  return term.of.name === 'due' || factOf(on, term)?.kind === 'date'
}

const dayInWords = (day: string): string => {
  const [month, date] = day.split('-').map(Number)
  return `${month}月${date}日`
}

/** What is taken for a parameter: dates and days of the year as people write them. */
export const valueInWords = (value: Json): string => {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value !== 'string') return typeof value === 'number' ? String(value) : JSON.stringify(value)
  if (/^\d\d-\d\d$/.test(value)) return dayInWords(value)
  return isIsoDate(value) && value.length === 10 ? `${value.slice(0, 4)}年${dayInWords(value.slice(5))}` : value
}

const units: Readonly<Record<Unit, string>> = { years: '年', months: '个月', days: '天', workdays: '个工作日' }

/** When something is due. */
export const dueInWords = (procedure: Named, due: Due): string => {
  const from = inWords(procedure, due.from) ?? due.from.source
  switch (due.kind) {
    case 'yearly': {
      const until = due.until && (inWords(procedure, due.until) ?? due.until.source)
      const year = due.isSameYear ? '当年' : '次年'
      return `从${from}起${until ? `到${until}止` : ''}，每年一次，${year}${dayInWords(due.on)}以前`
    }
    case 'after':
      return due.repeats
        ? `从${from}起，每满${due.count}${units[due.unit]}一次`
        : `从${from}起${due.count}${units[due.unit]}以内`
    case 'before':
      return `${from}以前${due.count}${units[due.unit]}`
    case 'on':
      return `${from}当天`
  }
}
