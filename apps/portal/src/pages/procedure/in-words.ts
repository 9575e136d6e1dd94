import {
  type Expression,
  isIsoDate,
  type Json,
  type Naming,
  type Term,
  termInWords,
  type Words,
} from '@policyforms/core'
import type { Due, Fact, Procedure, Unit } from '@policyforms/procedure'

type Named = Pick<Procedure, 'facts' | 'parameters' | 'obligations'>

/** An expression of a procedure as a person would say it; nothing when it is of a sort that has no plain words. */
export const inWords = (procedure: Named, { term }: Expression): Words => termInWords(term, namingIn(procedure))

const namingIn = (procedure: Named): Naming => ({
  nameOf: (term) => (term.op === 'name' && term.name === 'period' ? '报告年度' : nameOf(procedure, term)),
  yesNo: (term) => {
    const fact = factOf(procedure, term)
    return fact?.kind === 'yes-no' ? fact.title : undefined
  },
  isDate: (term) => {
    if (term.op !== 'get' || term.of.op !== 'name') return false
    return term.of.name === 'due' || factOf(procedure, term)?.kind === 'date'
  },
  optionsOf: (term) => factOf(procedure, term)?.options ?? [],
})

const factOf = (on: Named, term: Term): Fact | undefined =>
  term.op === 'get' && term.of.op === 'name' && term.of.name === 'facts'
    ? on.facts.find(({ id }) => id === term.key)
    : undefined

const quoted = (title: Words, after = ''): Words => (title === undefined ? undefined : `“${title}”${after}`)

/** What a fact, a parameter or a due day is called. */
const nameOf = (on: Named, term: Term): Words => {
  if (term.op !== 'get' || term.of.op !== 'name') return undefined
  const find = <T extends { readonly id: string }>(list: readonly T[]) => list.find(({ id }) => id === term.key)
  switch (term.of.name) {
    case 'facts':
      return quoted(find(on.facts)?.title)
    case 'due':
      return quoted(find(on.obligations)?.title, '的期限')
    case 'parameters': {
      const parameter = find(on.parameters)
      return parameter && valueInWords(parameter.value)
    }
    default:
      return undefined
  }
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
