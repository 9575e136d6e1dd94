import type { Json, Template } from '@policyforms/core'
import type { BoundaryCase, ExampleStanding } from '@policyforms/core/trying'

/** What the thread that tries examples is given. */
export interface TryRequest {
  readonly what: 'bench' | 'edges'
  readonly template: Template
  readonly examples: readonly (readonly [name: string, content: Json | undefined])[]
}

export interface TryResults {
  readonly bench: readonly ExampleStanding[]
  readonly edges: readonly BoundaryCase[]
}
