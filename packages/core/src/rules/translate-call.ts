import type { ASTNode } from '@marcbachmann/cel-js'
import { nearest } from '../issues/nearest.ts'
import { isIsoDate } from './calendar.ts'
import type { Macro, RuleType } from './expression.ts'
import { type Accepts, functionNamed, functions, isFunction } from './functions.ts'
import { literalOf, translateBand, translateLookup } from './translate-list.ts'
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
  if (name === 'band') return translateBand(on, node, argNodes, names)
  if (name === 'rowOf') return translateRowOf(on, node, argNodes, names)
  const args = argNodes.map((arg) => (name === 'count' ? on.rows(arg, names) : on.whole(arg, names)))
  if (!isFunction(name))
    return on.fault('rule-name', node, {
      name,
      suggestion: nearest(name, [...Object.keys(functions), ...macros, 'lookup', 'band', 'rowOf']),
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
  const special = isSpecial(name) ? name : undefined
  if (special) return specialCalls[special](on, node, known, term)
  return { term, type: gives === 'list' || gives === 'record' ? { is: 'list', of: number } : { is: gives } }
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

/** The type of a matrix's rows. */
const rowOf = (matrix: Part | undefined) => {
  const row = matrix?.type.is === 'record' ? Object.values(matrix.type.fields)[0] : undefined
  return row?.is === 'record' ? row : undefined
}

/** Functions of which an argument must be written out, because the check depends on it. */
const specialCalls = {
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
  rows: (on, node, [matrix], term) => {
    const row = rowOf(matrix)
    return row
      ? { term, type: { is: 'list', of: row } }
      : on.fault('rule-argument', node, { name: 'rows', wanted: 'rows(矩阵)', found: on.source })
  },
  column: (on, node, [matrix, key], term) => {
    const columns = rowOf(matrix)?.fields ?? {}
    const name = literalOf(key) ?? ''
    const cell = Object.hasOwn(columns, name) ? columns[name] : undefined
    return cell
      ? { term, type: { is: 'list', of: cell } }
      : on.fault('rule-name', node, { name, suggestion: nearest(name, Object.keys(columns)) })
  },
} satisfies Record<string, Special>

const isSpecial = (name: string): name is keyof typeof specialCalls => Object.hasOwn(specialCalls, name)

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
