import type { Expression } from '../rules/expression.ts'
import type { Section } from './blocks.ts'
import type { CodeList } from './code-list.ts'
import type { DocumentPlan } from './document-plan.ts'
import type { Path } from './path.ts'
import type { Derivation, Rule } from './rule.ts'

export type * from './blocks.ts'
export type * from './document-plan.ts'
export type * from './path.ts'
export type * from './rule.ts'

/** What a template compiles to: every fact that an output needs, as plain JSON, immutable. */
export interface Template {
  /** `pack/template`. */
  readonly id: string
  readonly pack: PackSummary
  readonly title: string
  readonly description?: string
  /** The version that the author gives it, such as `1.0.0`. */
  readonly version: string
  /** A hash of everything below: two templates with the same hash are the same template. */
  readonly hash: string
  readonly sections: readonly Section[]
  readonly rules: readonly Rule[]
  /** Conditions and computed values, in an order in which each reads only what came before. */
  readonly derivations: readonly Derivation[]
  /** What a new draft begins with. */
  readonly prefills: readonly { readonly path: Path; readonly expression: Expression }[]
  /** The code lists that fields of this template name, by the name that `Field.list` carries. */
  readonly lists: Readonly<Record<string, CodeList>>
  /** The references that the template as a whole cites. */
  readonly cites: readonly string[]
  /** The clauses that it and its parts cite, by reference (`policy#clause`). */
  readonly clauses: Readonly<Record<string, Clause>>
  readonly document: DocumentPlan
  /** Paths with dots that earlier versions had and that were given up on purpose. */
  readonly dropped?: readonly string[]
}

export interface PackSummary {
  readonly id: string
  readonly name: string
  /** GB/T 2260. */
  readonly code: string
  readonly roles: Readonly<Record<string, string>>
}

export interface Clause {
  readonly ref: string
  readonly policy: string
  readonly number?: string
  /** Its heading as the policy prints it, such as 三（六）1. */
  readonly heading: string
  /** Its sense in our own words. */
  readonly gist: string
}
