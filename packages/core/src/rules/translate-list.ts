import type { ASTNode } from '@marcbachmann/cel-js'
import { nearest } from '../issues/nearest.ts'
import type { Term } from './expression.ts'
import { type Names, named, number, type Part, type Translating, typeNames } from './translation.ts'

export const literalOf = (part: Part | undefined): string | undefined =>
  part?.term.op === 'literal' ? String(part.term.value) : undefined

/** The values of one parameter by code; an unknown list or parameter is a fault. */
const tableOf = (on: Translating, node: ASTNode, listName: string, parameterName: string) => {
  const parameters = on.parameters.get(listName)
  if (!parameters)
    return on.fault('rule-name', node, { name: listName, suggestion: nearest(listName, [...on.parameters.keys()]) })
  const table = Object.hasOwn(parameters, parameterName) ? parameters[parameterName] : undefined
  if (!table)
    return on.fault('rule-name', node, {
      name: parameterName,
      suggestion: nearest(parameterName, Object.keys(parameters)),
    })
  return table
}

/** Options that may choose a parameter: each stands in the term. */
const mostChosen = 30

/** `lookup("list", choice, "parameter")`: the parameter's table is put into the term. Another choice may name the parameter. */
export const translateLookup = (
  on: Translating,
  node: ASTNode,
  argNodes: readonly ASTNode[],
  names: Names,
): Part | undefined => {
  const [list, key, parameter] = argNodes.map((arg) => on.whole(arg, names))
  const wrong = () =>
    on.fault('rule-argument', node, { name: 'lookup', wanted: 'lookup("代码表", 字段, "参数")', found: on.source })
  const listName = literalOf(list)
  const codes = parameter?.type.is === 'text' ? parameter.type.codes : undefined
  const written = literalOf(parameter)
  const parameters = written === undefined ? codes : [written]
  if (argNodes.length !== 3 || listName === undefined || !parameter || !parameters) return wrong()
  if (parameters.length === 0 || parameters.length > mostChosen) return wrong()
  if (!key) return undefined
  if (key.type.is !== 'text')
    return on.fault('rule-type', argNodes[1] ?? node, { wanted: typeNames.text, found: named(key.type) })
  const tables = parameters.map((name) => tableOf(on, node, listName, name))
  const known = tables.filter((table) => table !== undefined)
  if (known.length < tables.length) return undefined
  const texts = known.map((table) => Object.values(table).some((value) => typeof value === 'string'))
  const isText = texts[0] === true
  if (texts.some((one) => one !== isText)) return wrong()
  const looked = known.map((table): Term => ({ op: 'lookup', table, key: key.term }))
  const type = isText ? ({ is: 'text' } as const) : number
  const [only] = looked
  if (written !== undefined && only) return { term: only, type }
  const none: Term = { op: 'lookup', table: {}, key: key.term }
  return {
    term: looked.reduceRight((no, yes, i) => whenChosen(parameter.term, parameters[i] ?? '', yes, no), none),
    type,
  }
}

const whenChosen = (choice: Term, code: string, yes: Term, no: Term): Term => ({
  op: 'if',
  test: { op: 'binary', operator: '==', left: choice, right: { op: 'literal', type: 'text', value: code } },
  yes,
  no,
})

/** `band("list", number)`: the code whose parameter `least`, or another that is named, is the highest that is reached. */
export const translateBand = (
  on: Translating,
  node: ASTNode,
  argNodes: readonly ASTNode[],
  names: Names,
): Part | undefined => {
  const [list, of, parameter] = argNodes.map((arg) => on.whole(arg, names))
  const wrong = () =>
    on.fault('rule-argument', node, { name: 'band', wanted: 'band("代码表", 数字, "下限的参数")', found: on.source })
  const listName = literalOf(list)
  const parameterName = argNodes.length < 3 ? 'least' : literalOf(parameter)
  if (argNodes.length < 2 || argNodes.length > 3 || listName === undefined || parameterName === undefined)
    return wrong()
  if (!of) return undefined
  if (of.type.is !== 'number')
    return on.fault('rule-type', argNodes[1] ?? node, { wanted: typeNames.number, found: named(of.type) })
  const table = tableOf(on, node, listName, parameterName)
  if (!table) return undefined
  const bounds = Object.entries(table).flatMap(([code, least]) => (typeof least === 'number' ? [{ code, least }] : []))
  if (bounds.length < Object.keys(table).length) return wrong()
  const codes = bounds.map(({ code }) => code)
  return {
    term: { op: 'band', bounds: bounds.sort((a, b) => b.least - a.least), of: of.term },
    type: { is: 'text', codes },
  }
}
