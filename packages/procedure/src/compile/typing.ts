import {
  type Expression,
  evaluate,
  type Issue,
  type Json,
  jsonOf,
  newBudget,
  type RuleType,
  ruleValue,
} from '@policyforms/core'
import {
  type Names,
  type ProcedureSource,
  packIssue,
  patternIssues,
  patternsIn,
  typeExpression,
} from '@policyforms/core/pack'
import type { WrittenProcedure } from './written.ts'

/** One compilation under way: where its faults gather. */
export class Typing {
  readonly issues: Issue[] = []
  readonly #from: ProcedureSource
  readonly #parameters: Readonly<Record<string, Json>>

  constructor(from: ProcedureSource, written: WrittenProcedure) {
    this.#from = from
    const values = Object.entries(written.parameters ?? {}).map(([id, { value }]) => [id, value] as const)
    this.#parameters = Object.fromEntries(values)
  }

  fault(...[code, pointer, params]: [Parameters<typeof packIssue>[0], string, Issue['params']]): void {
    this.issues.push(packIssue(code, { source: this.#from.source, pointer }, params))
  }

  /** An expression that types; a blank one where it does not, whose fault is told and keeps the procedure from coming out. */
  expression(text: string, pointer: string, wanted: RuleType['is'], names: Names): Expression {
    const origin = { source: this.#from.source, pointer }
    const { expression, issues } = typeExpression(text, names, origin, wanted)
    this.issues.push(...issues)
    if (!expression) return blank
    const patterns = patternsIn(expression.term)
    this.issues.push(...patterns.flatMap((pattern) => patternIssues(pattern, origin, this.#from.isSafePattern)))
    return expression
  }

  /** A `when` that may be left out. */
  condition(text: string | undefined, pointer: string, names: Names): { readonly when?: Expression } {
    return text === undefined ? {} : { when: this.expression(text, pointer, 'truth', names) }
  }

  /** What an expression over the parameters alone comes to. */
  constant(text: string, pointer: string, wanted: RuleType['is'], names: Names): Json | undefined {
    const { term } = this.expression(text, pointer, wanted, names)
    const named = (name: string) => ruleValue(name === 'parameters' ? this.#parameters : undefined)
    return jsonOf(evaluate(term, { named, today: '', budget: newBudget() }))
  }
}

const blank: Expression = { source: '', term: { op: 'name', name: '' }, type: { is: 'truth' }, reads: [] }
