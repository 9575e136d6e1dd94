import type { Json, Template } from '@policyforms/core'
import type { BoundaryCase, ExampleStanding, Mended } from '@policyforms/core/trying'

/** What the thread that tries examples is given. */
export type TryRequest = FillRequest | ExamplesRequest

export interface FillRequest {
  readonly what: 'complete' | 'minimal'
  readonly template: Template
}

interface ExamplesRequest {
  readonly what: 'bench' | 'edges'
  readonly template: Template
  readonly examples: readonly (readonly [name: string, content: Json | undefined])[]
}

export interface TryResults {
  readonly bench: readonly ExampleStanding[]
  readonly edges: readonly BoundaryCase[]
  readonly complete: Mended
  readonly minimal: Mended
}
