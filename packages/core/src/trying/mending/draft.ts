import type { Answers } from '../../answers/json.ts'
import type { Settled } from '../../answers/settle.ts'
import type { Template } from '../../template/template.ts'

/** Answers that are being mended, with what they settle to. */
export interface Draft {
  readonly template: Template
  readonly answers: Answers
  readonly settled: Settled
  readonly today: string
  /** The time is up. */
  readonly isOver: () => boolean
}
