import { type ASTNode, Environment, ParseError } from '@marcbachmann/cel-js'
import type { BinaryOperator, Macro, RuleType, Term } from './expression.ts'
import { type Accepts, functionNamed, functions, isFunction } from './functions.ts'
import { isIsoDate } from './calendar.ts'
import type { PackCode } from '../issues/issue.ts'
import { nearest } from '../issues/nearest.ts'

/** What a name stands for where an expression is written. */
export interface Binding {
  readonly type: RuleType
  /** Its path among the answers, if it is part of them. */
  readonly path?: readonly string[]
}

/** Something wrong in an expression; offsets count from the start of its source. */
export interface RuleFault {
  readonly code: PackCode
  readonly params: Readonly<Record<string, string | number>>
  readonly start: number
}

export interface Translation {
  readonly term?: Term
  readonly type?: RuleType
  readonly reads: readonly (readonly string[])[]
  readonly faults: readonly RuleFault[]
}

// The grammar is CEL's; what it means is ours: one exact number type, blanks, and types from the schema.
const grammar = new Environment({ unlistedVariablesAreDyn: true, limits: { maxAstNodes: 400, maxDepth: 24, maxListElements: 200, maxCallArguments: 8 } })
const macros: readonly string[] = ['all', 'exists', 'exists_one', 'filter', 'map'] satisfies Macro[]
const isMacro = (name: string): name is Macro => macros.includes(name)

const typeNames: Record<RuleType['is'], string> = { number: '数字', text: '文字', truth: '是否', date: '日期', list: '列表', record: '一组值' }
const named = (type: RuleType): string => (type.is === 'list' ? `${typeNames[type.of.is]}的列表` : typeNames[type.is])
const number: RuleType = { is: 'number' }
const truth: RuleType = { is: 'truth' }

/** A part of an expression that has been understood: undefined where a fault was found below. */
interface Part {
  readonly term: Term
  readonly type: RuleType
  readonly path?: readonly string[]
}

/** From CEL to a typed term, with every fault that can be told at once. */
export const translate = (source: string, names: ReadonlyMap<string, Binding>): Translation => {
  const faults: RuleFault[] = []
  const reads: (readonly string[])[] = []
  const fault = (code: PackCode, node: { start: number }, params: RuleFault['params'] = {}): undefined => {
    faults.push({ code, params, start: node.start })
    return undefined
  }

  /** A part that is used as it stands, not as the way to a property: what it reads is noted. */
  const whole = (node: ASTNode, scope: ReadonlyMap<string, Binding>): Part | undefined => {
    const found = part(node, scope)
    if (found?.path) reads.push(found.path)
    return found
  }

  const part = (node: ASTNode, scope: ReadonlyMap<string, Binding>): Part | undefined => {
    switch (node.op) {
      case 'value':
        return literal(node)
      case 'id': {
        const binding = scope.get(node.args)
        if (!binding) return fault('rule-name', node, { name: node.args, suggestion: nearest(node.args, [...scope.keys()]) })
        return { term: { op: 'name', name: node.args }, type: binding.type, ...(binding.path && { path: binding.path }) }
      }
      case '.':
        return access(node, node.args[0], node.args[1], scope)
      case '!_':
      case '-_': {
        const wanted = node.op === '!_' ? truth : number
        const of = typed(node.args, scope, wanted)
        return of && { term: { op: 'unary', operator: node.op === '!_' ? '!' : '-', of: of.term }, type: wanted }
      }
      case '?:': {
        const [test, yes, no] = [typed(node.args[0], scope, truth), whole(node.args[1], scope), whole(node.args[2], scope)]
        if (!test || !yes || !no) return undefined
        if (yes.type.is !== no.type.is) return fault('rule-type', node.args[2], { wanted: named(yes.type), found: named(no.type) })
        return { term: { op: 'if', test: test.term, yes: yes.term, no: no.term }, type: yes.type }
      }
      case 'list': {
        const items = node.args.map((item) => whole(item, scope))
        const known = items.filter((item) => item !== undefined)
        const [first] = known
        if (known.length < items.length) return undefined
        const odd = known.find((item) => item.type.is !== first?.type.is)
        if (odd && first) return fault('rule-type', node, { wanted: named(first.type), found: named(odd.type) })
        return { term: { op: 'list', items: known.map((item) => item.term) }, type: { is: 'list', of: first?.type ?? number } }
      }
      case 'call':
        return call(node, node.args[0], node.args[1], scope)
      case 'rcall':
        return isMacro(node.args[0])
          ? each(node, node.args[0], node.args[1], node.args[2], scope)
          : call(node, node.args[0], [node.args[1], ...node.args[2]], scope)
      case '[]':
      case '[?]':
      case '.?':
      case 'map':
        return fault('rule-syntax', node, { detail: source.slice(node.start, node.end) })
      default:
        return binary(node, node.op, node.args, scope)
    }
  }

  const typed = (node: ASTNode, scope: ReadonlyMap<string, Binding>, wanted: RuleType): Part | undefined => {
    const found = whole(node, scope)
    if (!found || found.type.is === wanted.is) return found
    return fault('rule-type', node, { wanted: named(wanted), found: named(found.type) })
  }

  const literal = (node: Extract<ASTNode, { op: 'value' }>): Part | undefined => {
    const value = node.args
    if (typeof value === 'boolean') return { term: { op: 'literal', type: 'truth', value }, type: truth }
    if (typeof value === 'string') return { term: { op: 'literal', type: 'text', value }, type: { is: 'text' } }
    if (typeof value === 'bigint' || typeof value === 'number')
      return { term: { op: 'literal', type: 'number', value: String(value) }, type: number }
    return fault('rule-syntax', node, { detail: source.slice(node.start, node.end) })
  }

  const access = (node: ASTNode, ofNode: ASTNode, key: string, scope: ReadonlyMap<string, Binding>): Part | undefined => {
    const of = part(ofNode, scope)
    if (!of) return undefined
    const overRows = of.type.is === 'list'
    const record = of.type.is === 'list' ? of.type.of : of.type
    if (record.is !== 'record') return fault('rule-type', node, { wanted: typeNames.record, found: named(of.type) })
    const type = Object.hasOwn(record.fields, key) ? record.fields[key] : undefined
    if (!type) return fault('rule-name', node, { name: key, suggestion: nearest(key, Object.keys(record.fields)) })
    const path = of.path && [...of.path, ...(overRows ? ['*'] : []), key]
    return { term: { op: 'get', of: of.term, key }, type: overRows ? { is: 'list', of: type } : type, ...(path && { path }) }
  }

  const binary = (node: ASTNode, operator: BinaryOperator, [l, r]: readonly [ASTNode, ASTNode], scope: ReadonlyMap<string, Binding>): Part | undefined => {
    const left = whole(l, scope)
    const right = whole(r, scope)
    if (!left || !right) return undefined
    const type = binaryType(operator, left.type, right.type)
    if (!type) return fault('rule-type', r, { wanted: named(left.type), found: named(right.type) })
    const odd = unknownOption(left, right) ?? unknownOption(right, left)
    if (odd) return fault('rule-option', node, odd)
    const term: Term = { op: 'binary', operator, left: left.term, right: right.term }
    return { term, type }
  }

  const call = (node: ASTNode, name: string, argNodes: readonly ASTNode[], scope: ReadonlyMap<string, Binding>): Part | undefined => {
    const args = argNodes.map((arg) => whole(arg, scope))
    if (!isFunction(name)) return fault('rule-name', node, { name, suggestion: nearest(name, Object.keys(functions)) })
    const { accepts, repeats, gives } = functionNamed(name)
    if (repeats ? args.length < accepts.length : args.length !== accepts.length)
      return fault('rule-argument', node, { name, wanted: accepts.length, found: args.length })
    const known = args.filter((arg) => arg !== undefined)
    if (known.length < args.length) return undefined
    for (const [i, arg] of known.entries()) {
      const wanted = accepts[Math.min(i, accepts.length - 1)] ?? 'any'
      if (!accepted(wanted, arg.type))
        return fault('rule-type', argNodes[i] ?? node, { wanted: acceptNames[wanted], found: named(arg.type) })
    }
    const [first, second] = known
    const second_ = second?.term
    if (name === 'date' && !(first?.term.op === 'literal' && isIsoDate(String(first.term.value))))
      return fault('rule-argument', node, { name, wanted: '"2024-03-31"', found: source.slice(node.start, node.end) })
    if (name === 'matches' && second_?.op !== 'literal') return fault('rule-argument', node, { name, wanted: '"…"', found: '' })
    if (name === 'column') {
      const row = first?.type.is === 'record' ? Object.values(first.type.fields)[0] : undefined
      const key = second_?.op === 'literal' ? String(second_.value) : ''
      const cell = row?.is === 'record' && Object.hasOwn(row.fields, key) ? row.fields[key] : undefined
      if (!cell) return fault('rule-name', node, { name: key, suggestion: nearest(key, row?.is === 'record' ? Object.keys(row.fields) : []) })
      return { term: { op: 'call', name, args: known.map((arg) => arg.term) }, type: { is: 'list', of: cell } }
    }
    const type: RuleType = gives === 'list' || gives === 'record' ? { is: 'list', of: number } : { is: gives }
    return { term: { op: 'call', name, args: known.map((arg) => arg.term) }, type }
  }

  const each = (node: ASTNode, macro: Macro, overNode: ASTNode, args: readonly ASTNode[], scope: ReadonlyMap<string, Binding>): Part | undefined => {
    const over = whole(overNode, scope)
    const [variable, bodyNode] = args
    if (variable?.op !== 'id' || !bodyNode || args.length !== 2) return fault('rule-argument', node, { name: macro, wanted: 2, found: args.length })
    if (!over) return undefined
    if (over.type.is !== 'list') return fault('rule-type', overNode, { wanted: typeNames.list, found: named(over.type) })
    const binding: Binding = { type: over.type.of, ...(over.path && { path: [...over.path, '*'] }) }
    const inner = new Map(scope).set(variable.args, binding)
    const body = macro === 'map' ? whole(bodyNode, inner) : typed(bodyNode, inner, truth)
    if (!body) return undefined
    const type: RuleType = macro === 'map' ? { is: 'list', of: body.type } : macro === 'filter' ? over.type : truth
    const kept = macro === 'filter' && over.path ? { path: over.path } : {}
    return { term: { op: 'each', macro, over: over.term, as: variable.args, body: body.term }, type, ...kept }
  }

  let node: ASTNode
  try {
    node = grammar.parse(source).ast
  } catch (error) {
    const start = error instanceof ParseError ? (error.range?.start ?? 0) : 0
    const detail = error instanceof ParseError ? error.summary : String(error)
    return { reads, faults: [{ code: 'rule-syntax', params: { detail }, start }] }
  }
  const found = whole(node, names)
  return { ...(found && faults.length === 0 && { term: found.term, type: found.type }), reads, faults }
}

const acceptNames: Record<Accepts, string> = { number: '数字', text: '文字', date: '日期', truth: '是否', numbers: '数字的列表', list: '列表', any: '值', record: '矩阵' }

const isNumbers = (type: RuleType): boolean =>
  type.is === 'number' ||
  (type.is === 'list' && isNumbers(type.of)) ||
  (type.is === 'record' && Object.values(type.fields).length > 0 && Object.values(type.fields).every(isNumbers))

const accepted = (wanted: Accepts, type: RuleType): boolean => {
  if (wanted === 'any') return true
  return wanted === 'numbers' ? isNumbers(type) : type.is === wanted
}

const binaryType = (operator: BinaryOperator, left: RuleType, right: RuleType): RuleType | undefined => {
  const same = left.is === right.is
  switch (operator) {
    case '&&':
    case '||':
      return left.is === 'truth' && same ? truth : undefined
    case '==':
    case '!=':
      return same ? truth : undefined
    case '<':
    case '<=':
    case '>':
    case '>=':
      return same && (left.is === 'number' || left.is === 'date') ? truth : undefined
    case 'in':
      return right.is === 'list' && right.of.is === left.is ? truth : undefined
    case '+':
      return same && (left.is === 'number' || left.is === 'text') ? { is: left.is } : undefined
    default:
      return left.is === 'number' && same ? number : undefined
  }
}

/** A literal beside a choice that is none of its options. */
const unknownOption = (literal: Part, other: Part): RuleFault['params'] | undefined => {
  const beside = other.type.is === 'list' ? other.type.of : other.type
  if (beside.is !== 'text' || !beside.codes) return undefined
  const { codes } = beside
  const terms = literal.term.op === 'list' ? literal.term.items : [literal.term]
  const odd = terms.find((term) => term.op === 'literal' && term.type === 'text' && !codes.includes(String(term.value)))
  return odd?.op === 'literal' ? { value: String(odd.value), suggestion: nearest(String(odd.value), codes), options: codes.join(' ') } : undefined
}
