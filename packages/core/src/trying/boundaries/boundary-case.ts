import type { JsonObject } from '../../answers/json.ts'
import type { Pointer } from '../../answers/pointer.ts'
import type { Issue } from '../../issues/issue.ts'

/** What a limit is about. */
export const limits = [
  'required',
  'minimum',
  'maximum',
  'at-most',
  'places',
  'length',
  'characters',
  'pattern',
  'identifier',
  'option',
  'other',
  'items',
  'rows',
  'period',
  'file-type',
  'file-size',
  'statement',
] as const
export type Limit = (typeof limits)[number]

/** Answers right at the edge of what a template allows, told as changes to an example. */
export interface BoundaryCase {
  /** As the name of an example file, without its ending; no two cases have the same. */
  readonly name: string
  readonly about:
    | { readonly is: 'limit'; readonly limit: Limit; readonly at: Pointer }
    | { readonly is: 'rule'; readonly rule: string; readonly at: Pointer }
  /** One step within, the last that is allowed, or the first that is not. */
  readonly side: 'inside' | 'at' | 'outside'
  /** The name of the example that it starts from. */
  readonly from: string
  readonly set: JsonObject
  /** Everything that is found in them. */
  readonly issues: readonly Issue[]
  /** How many of the issues are about something else: no smaller change breaks this alone. */
  readonly others: number
}

export type Side = BoundaryCase['side']
