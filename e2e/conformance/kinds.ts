import type { Json, Kind } from '../../packages/core/src/index.ts'
import type { Deed } from '../typist.ts'
import table from './kinds.json' with { type: 'json' }

/** How one kind of field is filled in, and how its answer must read in each output. */
export interface KindCase {
  readonly at: string
  readonly deed?: Exclude<Deed, { file: string }>
  readonly file?: string
  readonly form: string
  readonly word: string
  readonly cell: string
  /** In the summary workbook, where it stands there in another way. */
  readonly summary?: string
  readonly types: string
  readonly plain: Readonly<Record<string, Json>>
  /** A value that is refused, and how. */
  readonly wrong: readonly [value: Json, code: string]
}

// A kind without a case is a compile error. JSON types a pair as an array of either.
export const kindCases = table as unknown as Record<Kind, KindCase> satisfies Record<keyof typeof table, KindCase>
export const kinds = Object.values(kindCases)
