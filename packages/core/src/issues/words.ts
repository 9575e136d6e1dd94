import type { IssueCode } from './issue.ts'

/** What issues say in one language. */
export interface Words {
  readonly sentences: Readonly<Record<IssueCode, string>>
  /** Names of shapes and reasons, as they stand in a sentence. */
  readonly shapes: Readonly<Record<string, string>>
  readonly suggest: (name: string) => string
}
