import type { ASTNode } from '@marcbachmann/cel-js'
import { nearest } from '../issues/nearest.ts'
import type { BinaryOperator, RuleType } from './expression.ts'
import { type Names, named, number, type Part, type RuleFault, type Translating, truth } from './translation.ts'

export const translateBinary = (
  on: Translating,
  node: ASTNode,
  operator: BinaryOperator,
  [leftNode, rightNode]: readonly [ASTNode, ASTNode],
  names: Names,
): Part | undefined => {
  const left = on.whole(leftNode, names)
  const right = on.whole(rightNode, names)
  if (!left || !right) return undefined
  const type = resultOf(operator, left.type, right.type)
  if (!type) return on.fault('rule-type', rightNode, { wanted: named(left.type), found: named(right.type) })
  const odd = unknownOption(left, right) ?? unknownOption(right, left)
  if (odd) return on.fault('rule-option', node, odd)
  return { term: { op: 'binary', operator, left: left.term, right: right.term }, type }
}

/** The type that an operator gives, or undefined if it does not go with its operands. */
const resultOf = (operator: BinaryOperator, left: RuleType, right: RuleType): RuleType | undefined => {
  const isSame = left.is === right.is
  switch (operator) {
    case '&&':
    case '||':
      return left.is === 'truth' && isSame ? truth : undefined
    case '==':
    case '!=':
      return isSame ? truth : undefined
    case '<':
    case '<=':
    case '>':
    case '>=':
      return isSame && (left.is === 'number' || left.is === 'date') ? truth : undefined
    case 'in':
      return right.is === 'list' && right.of.is === left.is ? truth : undefined
    case '+':
      return isSame && (left.is === 'number' || left.is === 'text') ? { is: left.is } : undefined
    default:
      return left.is === 'number' && isSame ? number : undefined
  }
}

/** A literal beside a choice that is none of its options: a slip that would make the rule say nothing for ever. */
const unknownOption = (literal: Part, other: Part): RuleFault['params'] | undefined => {
  const beside = other.type.is === 'list' ? other.type.of : other.type
  const codes = beside.is === 'text' ? beside.codes : undefined
  if (!codes) return undefined
  const terms = literal.term.op === 'list' ? literal.term.items : [literal.term]
  for (const term of terms) {
    if (term.op !== 'literal' || term.type !== 'text' || codes.includes(String(term.value))) continue
    const value = String(term.value)
    return { value, suggestion: nearest(value, codes), options: codes.slice(0, 30).join('、') }
  }
  return undefined
}
