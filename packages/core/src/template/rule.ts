import type { Expression } from '../rules/expression.ts'
import type { Path } from './path.ts'

export interface Rule {
  readonly id: string
  /** The node that carries it; a `*` in it means that it is judged for each row. */
  readonly path: Path
  /** Where its issue points, relative to the node: property names below it. */
  readonly at: Path
  readonly assert: Expression
  /** A sentence with `{name}` for each of `values`. */
  readonly message: string
  readonly values: Readonly<Record<string, Expression>>
  readonly severity: Severity
  readonly clauses: readonly string[]
}

export type Severity = 'error' | 'warning'

export interface Derivation {
  readonly path: Path
  readonly is: 'when' | 'compute'
  readonly expression: Expression
}
