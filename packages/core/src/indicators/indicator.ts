import type { Expression } from '../rules/expression.ts'

/** The targets of a pack and where the figures against them come from, compiled: plain JSON. */
export interface Indicators {
  readonly title: string
  readonly note?: string
  readonly indicators: readonly Indicator[]
}

export interface Indicator {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly places: number
  /** Headings of the clauses that set it. */
  readonly clauses: readonly { readonly ref: string; readonly heading: string }[]
  readonly note?: string
  readonly targets: readonly Target[]
  readonly sources: readonly ActualSource[]
}

/** To be reached by the end of a year: `least` or more, `most` or less, or between the two. */
export interface Target {
  readonly year: number
  readonly least?: number
  readonly most?: number
  readonly about: boolean
  /** Absent for the whole of the jurisdiction. */
  readonly place?: string
}

export type Combine = 'sum' | 'average' | 'count' | 'latest' | 'max'

export interface ActualSource {
  /** `pack/template`. */
  readonly template: string
  readonly year: Expression
  readonly place?: Expression
  readonly when?: Expression
  readonly value: Expression
  readonly combine: Combine
  readonly running: boolean
}
