import {
  type Answers,
  Exact,
  type Expression,
  isObject,
  type Json,
  judge,
  namingAt,
  newBudget,
  type Path,
  placesOf,
  readAnswers,
  type Settled,
  settle,
  type Template,
  type Term,
  termInWords,
  type Value,
} from '@policyforms/core'
import type { Files } from '../model/history.ts'
import { parsed } from '../model/outline.ts'

/** The examples of a template, complete first. */
export const examplesOf = (files: Files, pack: string, template: string): readonly string[] => {
  const folder = `${pack}/examples/${template}/`
  const names = [...files.keys()].filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length, -5))
  return names.sort((a, b) => Number(b === 'complete') - Number(a === 'complete') || (a < b ? -1 : 1))
}

/** The answers of an example, with what it changes in another; undefined when it cannot be read. */
export const exampleAnswers = (files: Files, folder: string, name: string): Answers | undefined => {
  const read = (path: string): Json | undefined => parsed(files.get(path) ?? '')
  const content = read(`${folder}${name}.json`)
  if (content === undefined) return undefined
  try {
    const { answers } = readAnswers(content, (other) => read(`${folder}${other}`))
    return isObject(answers) ? answers : undefined
  } catch {
    return undefined // the example that it is made from is missing, which the check tells
  }
}

/** An example with its computed values and without what is hidden. */
export interface Example {
  readonly template: Template
  readonly settled: Settled
  readonly today: string
}

export const settledExample = (template: Template, answers: Answers, today: string): Example => ({
  template,
  settled: settle(template, answers, { today }),
  today,
})

export type Verdict = 'holds' | 'fails' | 'silent'

export const verdictNames: Readonly<Record<Verdict, string>> = { holds: '成立', fails: '不成立', silent: '不判' }

/** What an expression gives at each place that its path stands for. */
export const valuesOn = (example: Example, path: Path, expression: Expression): readonly Value[] =>
  placesOf(example.settled.answers, path).map((place) =>
    judge(expression, example.settled.answers, place, example.today, newBudget()),
  )

/** A rule of many rows fails if one does; it is silent if none says anything. */
export const verdictOf = (values: readonly Value[]): Verdict =>
  values.includes(false) ? 'fails' : values.includes(true) ? 'holds' : 'silent'

/** A value as a person reads it. */
export const shown = (value: Value): string => {
  if (value === null) return '空白'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'string') return value
  if (value instanceof Exact) return value.toDecimalPlaces(6).toFixed()
  if (Array.isArray(value)) return value.length === 0 ? '没有' : value.map((item) => shown(asValue(item))).join('、')
  return '一组值'
}

const asValue = (item: Value | Json): Value => (typeof item === 'number' ? new Exact(item) : item)

export interface PartValue {
  readonly words: string
  readonly value: string
}

const most = 12

/** What the sides of comparisons come to, in words: 经费总额 = 120. */
export const partValues = (example: Example, path: Path, expression: Expression): readonly PartValue[] => {
  const naming = namingAt(example.template, path)
  const seen = new Map<string, PartValue>()
  for (const term of sidesOf(expression.term)) {
    if (term === expression.term) continue
    const words = termInWords(term, naming) ?? naming.nameOf(term)
    if (words === undefined || seen.has(words)) continue
    const values = valuesOn(example, path, { ...expression, term })
    const options = naming.optionsOf(term)
    const told = (value: Value) => options.find(({ code }) => code === value)?.title ?? shown(value)
    seen.set(words, { words, value: values.slice(0, most).map(told).join('；') || '没有行' })
  }
  return [...seen.values()].slice(0, most)
}

const sidesOf = (term: Term): readonly Term[] => {
  switch (term.op) {
    case 'binary':
      return ['&&', '||'].includes(term.operator)
        ? [...sidesOf(term.left), ...sidesOf(term.right)]
        : [term.left, term.right].flatMap(valuesIn)
    case 'unary':
      return sidesOf(term.of)
    case 'if':
      return [term.test, term.yes, term.no].flatMap(sidesOf)
    default:
      return valuesIn(term)
  }
}

/** A name or a calculation; of sums and products also what goes into them. What is written out needs no telling. */
const valuesIn = (term: Term): readonly Term[] => {
  switch (term.op) {
    case 'literal':
    case 'list':
      return []
    case 'binary':
      return [term, ...[term.left, term.right].flatMap(valuesIn)]
    case 'call':
      return [term, ...(term.name === 'given' || term.name === 'blank' ? [] : term.args.flatMap(valuesIn))]
    case 'each':
      return [term.over]
    default:
      return [term]
  }
}
