import type { Json } from '@policyforms/core'
import type { FactKind, Unit } from '../procedure.ts'

type Map<T> = Readonly<Record<string, T>>
type Clause = string | readonly string[]

/** `procedure.json` as its meta-schema admits it. */
export interface WrittenProcedure {
  readonly title: string
  readonly version: string
  readonly clause?: Clause
  readonly note?: string
  readonly parameters?: Map<WrittenParameter>
  readonly facts: Map<WrittenFact>
  readonly starts: readonly { readonly stage: string; readonly when?: string }[]
  readonly stages: Map<WrittenStage>
  readonly transitions: Map<WrittenTransition>
  readonly obligations?: Map<WrittenObligation>
  readonly consequences?: Map<WrittenConsequence>
}

export interface WrittenParameter {
  readonly title: string
  readonly value: Json
  readonly clause?: Clause
  readonly open: string
}

export interface WrittenConsequence {
  readonly title: string
  readonly clause?: Clause
  readonly when: string
  readonly transition: string
}

export interface WrittenFact {
  readonly kind: FactKind
  readonly title: string
  readonly clause?: Clause
  readonly oneOf?: readonly { readonly const: string; readonly title: string }[]
}

export interface WrittenStage {
  readonly title: string
  readonly phase?: string
  readonly clause?: Clause
  readonly documents?: Map<WrittenDocument>
  readonly opinions?: Map<WrittenOpinion>
  readonly end?: true
}

export interface WrittenDocument {
  readonly template?: string
  readonly title?: string
  readonly role: string
  readonly clause?: Clause
  readonly when?: string
  readonly optional?: true
}

export interface WrittenOpinion {
  readonly title: string
  readonly role: string
  readonly clause?: Clause
  readonly when?: string
  readonly optional?: true
}

export interface WrittenTransition {
  readonly title: string
  readonly from: readonly string[]
  readonly to?: string
  readonly roles: readonly string[]
  readonly clause?: Clause
  readonly when?: string
  readonly complete?: true
  readonly document?: string
  readonly asks?: readonly string[]
  readonly effects?: Map<string>
}

export interface WrittenObligation {
  readonly title: string
  readonly role: string
  readonly clause?: Clause
  readonly when?: string
  readonly due: WrittenDue
  readonly exempt?: readonly { readonly when: string; readonly because: string; readonly clause?: Clause }[]
  readonly doneBy: readonly string[]
  readonly undoneBy?: readonly string[]
}

export type WrittenDue =
  | {
      readonly kind: 'yearly'
      readonly from: string
      readonly until?: string
      readonly on: string
      readonly same?: true
    }
  | {
      readonly kind: 'after'
      readonly from: string
      readonly count: number | string
      readonly unit: Unit
      readonly repeat?: true
    }
  | { readonly kind: 'before'; readonly from: string; readonly count: number | string; readonly unit: Unit }
  | { readonly kind: 'on'; readonly from: string }
