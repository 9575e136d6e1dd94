import { type ASTNode, ParseError } from '@marcbachmann/cel-js'
import { nearest } from '../issues/nearest.ts'
import type { RuleType, Term } from './expression.ts'
import { parseRule } from './grammar.ts'
import { syntaxFault, unknownForm } from './syntax-fault.ts'
import { translateBinary } from './translate-binary.ts'
import { isMacro, translateCall, translateEach } from './translate-call.ts'
import {
  type Names,
  named,
  number,
  type Parameters,
  type Part,
  type RuleFault,
  type Translating,
  truth,
  typeNames,
} from './translation.ts'

export interface Translation {
  readonly term?: Term
  readonly type?: RuleType
  /** Paths among the answers that it reads, `*` for rows; ends in an empty key where only the rows are read. */
  readonly reads: readonly (readonly string[])[]
  readonly faults: readonly RuleFault[]
}

/** From CEL to a typed term, with every fault that can be told at once. */
export const translate = (source: string, names: Names, parameters: Parameters = new Map()): Translation => {
  const faults: RuleFault[] = []
  const reads: (readonly string[])[] = []
  const on: Translating = {
    source,
    parameters,
    fault: (code, node, params = {}) => {
      faults.push({ code, params, start: node.start })
      return undefined
    },
    whole: (node, scope) => {
      const found = translatePart(on, node, scope)
      if (found?.path) reads.push(found.path)
      return found
    },
    part: (node, scope) => translatePart(on, node, scope),
    rows: (node, scope) => {
      const found = translatePart(on, node, scope)
      if (found?.path) reads.push([...found.path, ''])
      return found
    },
    typed: (node, scope, wanted) => {
      const found = on.whole(node, scope)
      if (!found || found.type.is === wanted.is) return found
      return on.fault('rule-type', node, { wanted: named(wanted), found: named(found.type) })
    },
  }
  try {
    const found = on.whole(parseRule(source), names)
    return { ...(found && faults.length === 0 && { term: found.term, type: found.type }), reads, faults }
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    return { reads, faults: [syntaxFault(error, source)] }
  }
}

const translatePart = (on: Translating, node: ASTNode, names: Names): Part | undefined => {
  switch (node.op) {
    case 'value':
      return literal(on, node)
    case 'id': {
      const binding = names.get(node.args)
      if (!binding)
        return on.fault('rule-name', node, { name: node.args, suggestion: nearest(node.args, writable(names)) })
      return { term: { op: 'name', name: node.args }, ...binding }
    }
    case '.':
      return access(on, node, node.args, names)
    case '!_':
    case '-_': {
      const wanted = node.op === '!_' ? truth : number
      const of = on.typed(node.args, names, wanted)
      return of && { term: { op: 'unary', operator: node.op === '!_' ? '!' : '-', of: of.term }, type: wanted }
    }
    case '?:':
      return conditional(on, node.args, names)
    case 'list':
      return list(on, node, node.args, names)
    case 'call':
      return translateCall(on, node, node.args[0], node.args[1], names)
    case 'rcall': {
      const [name, receiver, args] = node.args
      return isMacro(name)
        ? translateEach(on, node, name, receiver, args, names)
        : translateCall(on, node, name, [receiver, ...args], names)
    }
    case '[]':
    case '[?]':
    case '.?':
    case 'map':
      return on.fault('rule-syntax', node, unknownForm(on.source, node))
    default:
      return translateBinary(on, node, node.op, node.args, names)
  }
}

/** Without the tables that `rowOf` looks into, which are known by their pointers. */
const writable = (names: Names): readonly string[] => [...names.keys()].filter((name) => !name.startsWith('/'))

const literal = (on: Translating, node: Extract<ASTNode, { op: 'value' }>): Part | undefined => {
  const value = node.args
  if (typeof value === 'boolean') return { term: { op: 'literal', type: 'truth', value }, type: truth }
  if (typeof value === 'string') return { term: { op: 'literal', type: 'text', value }, type: { is: 'text' } }
  if (typeof value === 'bigint' || typeof value === 'number')
    return { term: { op: 'literal', type: 'number', value: String(value) }, type: number }
  return on.fault('rule-syntax', node, unknownForm(on.source, node))
}

/** A property of a record, or of each row of a list. */
const access = (
  on: Translating,
  node: ASTNode,
  [ofNode, key]: readonly [ASTNode, string],
  names: Names,
): Part | undefined => {
  const of = on.part(ofNode, names)
  if (!of) return undefined
  const rows = of.type.is === 'list' ? of.type.of : undefined
  const record = rows ?? of.type
  if (record.is !== 'record') return on.fault('rule-type', node, { wanted: typeNames.record, found: named(of.type) })
  const type = Object.hasOwn(record.fields, key) ? record.fields[key] : undefined
  if (!type) return on.fault('rule-name', node, { name: key, suggestion: nearest(key, Object.keys(record.fields)) })
  const path = of.path && [...of.path, ...(rows ? ['*'] : []), key]
  return { term: { op: 'get', of: of.term, key }, type: rows ? { is: 'list', of: type } : type, ...(path && { path }) }
}

const conditional = (
  on: Translating,
  [testNode, yesNode, noNode]: readonly [ASTNode, ASTNode, ASTNode],
  names: Names,
): Part | undefined => {
  const test = on.typed(testNode, names, truth)
  const yes = on.whole(yesNode, names)
  const no = on.whole(noNode, names)
  if (!test || !yes || !no) return undefined
  if (yes.type.is !== no.type.is)
    return on.fault('rule-type', noNode, { wanted: named(yes.type), found: named(no.type) })
  // A literal branch has no codes of its own: the type of the other says more.
  const type = yes.type.is === 'text' && yes.type.codes ? no.type : yes.type
  return { term: { op: 'if', test: test.term, yes: yes.term, no: no.term }, type }
}

const list = (on: Translating, node: ASTNode, itemNodes: readonly ASTNode[], names: Names): Part | undefined => {
  const items = itemNodes.map((item) => on.whole(item, names))
  const known = items.filter((item) => item !== undefined)
  if (known.length < items.length) return undefined
  const of = known[0]?.type ?? number
  const odd = known.find((item) => item.type.is !== of.is)
  if (odd) return on.fault('rule-type', node, { wanted: named(of), found: named(odd.type) })
  return { term: { op: 'list', items: known.map((item) => item.term) }, type: { is: 'list', of } }
}
