import type { Json } from '../../packages/core/src/index.ts'
import keywords from './keywords.json' with { type: 'json' }
import type { Outputs } from './outputs.ts'
import pack from './pack-keywords.json' with { type: 'json' }

/** Texts that an output must show; or, after a dash, why the keyword has no bearing on it. */
export type Evidence = string | readonly string[]

/** Answers made wrong, and the issue that must come of it, or must not. */
export interface Judged {
  readonly set: Readonly<Record<string, Json>>
  readonly code: string
  readonly at: string | null
  readonly not?: string
  readonly rule?: string
  readonly says?: string
  readonly clause?: string
  readonly severity?: string
}

export type Shown = Exclude<keyof Outputs, 'submitted' | 'readBack'>

/** Every keyword of a template says what becomes of it in each of these. */
export const everyOutput = ['form', 'reading', 'types', 'plain', 'word', 'sheet', 'summary'] as const

export type Expectation = Readonly<Partial<Record<Shown | 'author', Evidence>>> & {
  readonly validation?: Judged | string
}

// JSON modules type each entry by what it happens to hold.
export const templateTable = keywords as unknown as Readonly<Record<string, Expectation>>
export const packTable = pack as unknown as Readonly<Record<string, Expectation>>

export const isReason = (evidence: Evidence): boolean => typeof evidence === 'string' && evidence.startsWith('- ')
