import type { Coverage, FileChange, Issue, Template } from '@policyforms/core'
import type { Procedure } from '@policyforms/procedure'

/** From the page to the thread that checks: what has changed since the last one. */
export interface CheckRequest {
  readonly turn: number
  readonly pack: string
  readonly files: readonly FileChange[]
  /** What the server says of patterns that only it can judge: whether they are safe. */
  readonly judged: Readonly<Record<string, boolean>>
}

/** Everything that the check knows of the pack now. */
export interface CheckResult {
  readonly turn: number
  /** Those without errors, by their names in the pack. */
  readonly templates: Readonly<Record<string, Template>>
  /** The blocks of the others, as far as they go. */
  readonly shapes: Readonly<Record<string, Pick<Template, 'sections' | 'lists'>>>
  /** Its procedure, if it has one without errors. */
  readonly procedure?: Procedure
  readonly issues: readonly Issue[]
  readonly coverage: Coverage
  /** Patterns that the thread could not judge and has let pass. */
  readonly unsure: readonly string[]
}

/** Comes after, when the typing rests: the examples have been held against their templates too. */
export type ExamplesResult = Pick<CheckResult, 'turn' | 'issues' | 'unsure'>
