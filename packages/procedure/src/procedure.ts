import type { Clause, Expression, Json, Office, PackSummary } from '@policyforms/core'

/** The compiled procedure of a pack: plain JSON, for a server to keep and a page to draw. */
export interface Procedure {
  readonly pack: PackSummary
  readonly title: string
  readonly version: string
  readonly note?: string
  readonly clauses: readonly string[]
  /** Who acts for the roles, where the pack names them. */
  readonly offices: readonly Office[]
  readonly parameters: readonly Parameter[]
  readonly facts: readonly Fact[]
  readonly starts: readonly { readonly stage: string; readonly when?: Expression }[]
  /** In the order in which the pack writes them. */
  readonly stages: readonly Stage[]
  readonly transitions: readonly Transition[]
  readonly obligations: readonly Obligation[]
  readonly consequences: readonly Consequence[]
  /** Every clause that is cited anywhere in it, by its reference. */
  readonly cited: Readonly<Record<string, Clause>>
}

interface Named {
  readonly id: string
  readonly title: string
  readonly clauses: readonly string[]
}

/** Something that the policy leaves open: what is taken for it, and why. */
export interface Parameter extends Named {
  readonly value: Json
  readonly open: string
}

export type FactKind = 'text' | 'number' | 'date' | 'yes-no' | 'choice'

/** Something that is noted while the case runs, and that conditions and due dates read. */
export interface Fact extends Named {
  readonly kind: FactKind
  readonly options?: readonly { readonly code: string; readonly title: string }[]
}

export interface Stage extends Named {
  /** Stages of one phase are drawn together. */
  readonly phase?: string
  readonly isEnd: boolean
  /** Everyone who may do something here. */
  readonly roles: readonly string[]
  readonly documents: readonly StageDocument[]
  readonly opinions: readonly Opinion[]
}

/** A document to be handed in: on a template of the pack, or a file of its own. */
export interface StageDocument extends Named {
  readonly template?: string
  readonly role: string
  readonly isOptional: boolean
  /** Asked for only while it holds. */
  readonly when?: Expression
}

export interface Opinion extends Named {
  readonly role: string
  readonly isOptional: boolean
  /** Asked for only while it holds. */
  readonly when?: Expression
}

export interface Transition extends Named {
  readonly from: readonly string[]
  /** Without it the case stays where it is. The stage it is in means that the stage begins anew. */
  readonly to?: string
  readonly roles: readonly string[]
  readonly when?: Expression
  /** Only once the stage's documents and opinions are there. */
  readonly needsAll: boolean
  /** The template that is handed in with it. */
  readonly document?: string
  readonly asks: readonly string[]
  readonly effects: readonly { readonly fact: string; readonly value: Expression }[]
}

export interface Obligation extends Named {
  readonly role: string
  /** Owed only while it holds. */
  readonly when?: Expression
  readonly due: Due
  readonly exempt: readonly {
    readonly when: Expression
    readonly because: string
    readonly clauses: readonly string[]
  }[]
  readonly doneBy: readonly string[]
  readonly undoneBy: readonly string[]
}

export type Unit = 'years' | 'months' | 'days' | 'workdays'

/** When something is due. `from` gives a date; while it is blank, nothing is due. */
export type Due =
  /** `on` is 'MM-DD', of the year after the one reported on unless `isSameYear`. */
  | {
      readonly kind: 'yearly'
      readonly from: Expression
      readonly until?: Expression
      readonly on: string
      readonly isSameYear: boolean
    }
  | {
      readonly kind: 'after'
      readonly from: Expression
      readonly count: number
      readonly unit: Unit
      readonly repeats: boolean
    }
  | { readonly kind: 'before'; readonly from: Expression; readonly count: number; readonly unit: Unit }
  | { readonly kind: 'on'; readonly from: Expression }

/** Grounds on which a transition may be made. A transition that has any may be made only while one of them holds. */
export interface Consequence extends Named {
  readonly when: Expression
  readonly transition: string
}
