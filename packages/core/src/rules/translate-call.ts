import type { ASTNode } from '@marcbachmann/cel-js'
import { nearest } from '../issues/nearest.ts'
import { isIsoDate } from './calendar.ts'
import type { Macro, RuleType } from './expression.ts'
import { type Accepts, functionNamed, functions, isFunction } from './functions.ts'
import {
  type Binding,
  type Names,
  named,
  number,
  type Part,
  type Translating,
  truth,
  typeNames,
} from './translation.ts'

const macros: readonly string[] = ['all', 'exists', 'exists_one', 'filter', 'map'] satisfies Macro[]
export const isMacro = (name: string): name is Macro => macros.includes(name)

const acceptNames: Record<Accepts, string> = { ...typeNames, numbers: '数字的列表', any: '值', record: '矩阵' }

const isNumbers = (type: RuleType): boolean => {
  if (type.is === 'list') return isNumbers(type.of)
  if (type.is !== 'record') return type.is === 'number'
  const parts = Object.values(type.fields)
  return parts.length > 0 && parts.every(isNumbers)
}

const isAccepted = (wanted: Accepts, type: RuleType): boolean =>
  wanted === 'any' || (wanted === 'numbers' ? isNumbers(type) : type.is === wanted)

/** A call of one of our functions, written `f(x, y)` or `x.f(y)`. */
export const translateCall = (
  on: Translating,
  node: ASTNode,
  name: string,
  argNodes: readonly ASTNode[],
  names: Names,
): Part | undefined => {
  if (name === 'lookup') return translateLookup(on, node, argNodes, names)
  if (name === 'rowOf') return translateRowOf(on, node, argNodes, names)
  const args = argNodes.map((arg) => (name === 'count' ? on.rows(arg, names) : on.whole(arg, names)))
  if (!isFunction(name))
    return on.fault('rule-name', node, {
      name,
      suggestion: nearest(name, [...Object.keys(functions), ...macros, 'lookup', 'rowOf']),
    })
  const { accepts, repeats, gives } = functionNamed(name)
  if (repeats ? args.length < accepts.length : args.length !== accepts.length)
    return on.fault('rule-argument', node, { name, wanted: `${accepts.length} 个参数`, found: `${args.length} 个` })
  const known = args.filter((arg) => arg !== undefined)
  if (known.length < args.length) return undefined
  for (const [i, arg] of known.entries()) {
    const wanted = accepts[Math.min(i, accepts.length - 1)] ?? 'any'
    if (!isAccepted(wanted, arg.type))
      return on.fault('rule-type', argNodes[i] ?? node, { wanted: acceptNames[wanted], found: named(arg.type) })
  }
  const term = { op: 'call', name, args: known.map((arg) => arg.term) } as const
  const special = name === 'date' || name === 'matches' || name === 'column' ? name : undefined
  if (special) return literalCall[special](on, node, known, term)
  return { term, type: gives === 'list' || gives === 'record' ? { is: 'list', of: number } : { is: gives } }
}

/** `lookup("list", choice, "parameter")`: the parameter's table is put into the term. */
const translateLookup = (
  on: Translating,
  node: ASTNode,
  argNodes: readonly ASTNode[],
  names: Names,
): Part | undefined => {
  const [list, key, parameter] = argNodes.map((arg) => on.whole(arg, names))
  const wrong = () =>
    on.fault('rule-argument', node, { name: 'lookup', wanted: 'lookup("代码表", 字段, "参数")', found: on.source })
  const listName = literalOf(list)
  const parameterName = literalOf(parameter)
  if (argNodes.length !== 3 || listName === undefined || parameterName === undefined) return wrong()
  if (!key) return undefined
  if (key.type.is !== 'text')
    return on.fault('rule-type', argNodes[1] ?? node, { wanted: typeNames.text, found: named(key.type) })
  const parameters = on.parameters.get(listName)
  if (!parameters)
    return on.fault('rule-name', node, { name: listName, suggestion: nearest(listName, [...on.parameters.keys()]) })
  const table = Object.hasOwn(parameters, parameterName) ? parameters[parameterName] : undefined
  if (!table)
    return on.fault('rule-name', node, {
      name: parameterName,
      suggestion: nearest(parameterName, Object.keys(parameters)),
    })
  const isText = Object.values(table).some((value) => typeof value === 'string')
  return { term: { op: 'lookup', table, key: key.term }, type: isText ? { is: 'text' } : number }
}

/** `rowOf(reference)`: the row that it names, as a record of the table that its field refers to. */
const translateRowOf = (
  on: Translating,
  node: ASTNode,
  argNodes: readonly ASTNode[],
  names: Names,
): Part | undefined => {
  const [idNode, ...more] = argNodes
  const id = idNode && on.whole(idNode, names)
  const wrong = (found: string) =>
    on.fault('rule-argument', node, { name: 'rowOf', wanted: 'rowOf(引用一行的字段)', found })
  if (!idNode || more.length > 0) return wrong(`${argNodes.length} 个`)
  if (!id) return undefined
  const path = id.type.is === 'text' ? id.type.row : undefined
  const table = path && `/${path.join('/')}`
  const rows = table === undefined ? undefined : names.get(table)
  if (path === undefined || table === undefined || rows?.type.is !== 'list') return wrong(named(id.type))
  return { term: { op: 'row', table, id: id.term }, type: rows.type.of, path: [...path, '*'] }
}

type Call = Extract<Part['term'], { op: 'call' }>
type Special = (on: Translating, node: ASTNode, args: readonly Part[], term: Call) => Part | undefined

const literalOf = (part: Part | undefined): string | undefined =>
  part?.term.op === 'literal' ? String(part.term.value) : undefined

/** Functions of which an argument must be written out, because the check depends on it. */
const literalCall: Record<'date' | 'matches' | 'column', Special> = {
  date: (on, node, [text], term) => {
    const iso = literalOf(text)
    return iso !== undefined && isIsoDate(iso)
      ? { term, type: { is: 'date' } }
      : on.fault('rule-argument', node, { name: 'date', wanted: 'date("2024-03-31")', found: iso ?? '算式' })
  },
  matches: (on, node, [, pattern], term) =>
    literalOf(pattern) === undefined
      ? on.fault('rule-argument', node, { name: 'matches', wanted: 'matches(文字, "表达式")', found: '算式' })
      : { term, type: truth },
  column: (on, node, [matrix, key], term) => {
    const row = matrix?.type.is === 'record' ? Object.values(matrix.type.fields)[0] : undefined
    const columns = row?.is === 'record' ? row.fields : {}
    const name = literalOf(key) ?? ''
    const cell = Object.hasOwn(columns, name) ? columns[name] : undefined
    return cell
      ? { term, type: { is: 'list', of: cell } }
      : on.fault('rule-name', node, { name, suggestion: nearest(name, Object.keys(columns)) })
  },
}

/** `rows.all(r, …)` and its like. */
export const translateEach = (
  on: Translating,
  node: ASTNode,
  macro: Macro,
  overNode: ASTNode,
  args: readonly ASTNode[],
  names: Names,
): Part | undefined => {
  const over = on.rows(overNode, names)
  const [variable, bodyNode] = args
  if (variable?.op !== 'id' || !bodyNode || args.length !== 2)
    return on.fault('rule-argument', node, { name: macro, wanted: `表格.${macro}(r, 算式)`, found: on.source })
  if (!over) return undefined
  if (over.type.is !== 'list')
    return on.fault('rule-type', overNode, { wanted: typeNames.list, found: named(over.type) })
  const binding: Binding = { type: over.type.of, ...(over.path && { path: [...over.path, '*'] }) }
  const inner = new Map(names).set(variable.args, binding)
  const body = macro === 'map' ? on.whole(bodyNode, inner) : on.typed(bodyNode, inner, truth)
  if (!body) return undefined
  const term = { op: 'each', macro, over: over.term, as: variable.args, body: body.term } as const
  if (macro === 'filter') return { term, type: over.type, ...(over.path && { path: over.path }) }
  return { term, type: macro === 'map' ? { is: 'list', of: body.type } : truth }
}
