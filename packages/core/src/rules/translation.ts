import type { ASTNode } from '@marcbachmann/cel-js'
import type { PackCode } from '../issues/issue.ts'
import type { RuleType, Term } from './expression.ts'

/** What a name stands for where an expression is written. */
export interface Binding {
  readonly type: RuleType
  /** Its path among the answers, if it is part of them. */
  readonly path?: readonly string[]
}
export type Names = ReadonlyMap<string, Binding>

/** Something wrong in an expression; offsets count from the start of its source. */
export interface RuleFault {
  readonly code: PackCode
  readonly params: Readonly<Record<string, string | number>>
  readonly start: number
}

/** A part of an expression that has been understood. */
export interface Part {
  readonly term: Term
  readonly type: RuleType
  readonly path?: readonly string[]
}

/** The parameters of a code list: `parameter → code → value`. */
export type Tables = Readonly<Record<string, Readonly<Record<string, number | string>>>>

/** Those of each list, by its name. */
export interface Parameters {
  get(list: string): Tables | undefined
  keys(): Iterable<string>
}

/** One translation under way: what each step needs, and where it leaves what it finds. */
export interface Translating {
  readonly source: string
  readonly parameters: Parameters
  readonly fault: (code: PackCode, node: { readonly start: number }, params?: RuleFault['params']) => undefined
  /** A part as it stands: what it reads is noted. Undefined where a fault was found in it. */
  readonly whole: (node: ASTNode, names: Names) => Part | undefined
  /** The same, on the way to one of its properties. */
  readonly part: (node: ASTNode, names: Names) => Part | undefined
  /** A list of which only the rows are asked for, not what stands in them: an empty key follows its path. */
  readonly rows: (node: ASTNode, names: Names) => Part | undefined
  readonly typed: (node: ASTNode, names: Names, wanted: RuleType) => Part | undefined
}

export const number: RuleType = { is: 'number' }
export const truth: RuleType = { is: 'truth' }

/** Types as faults name them. */
export const typeNames: Readonly<Record<RuleType['is'], string>> = {
  number: '数字',
  text: '文字',
  truth: '是或否',
  date: '日期',
  list: '列表',
  record: '一组值',
}
export const named = (type: RuleType): string =>
  type.is === 'list' ? `${typeNames[type.of.is]}的列表` : typeNames[type.is]
