import type { Json, Template, WorkingFile } from '@policyforms/core'

/** Asks which examples of a template are still of the shape that it had before. */
export interface CarryRequest {
  readonly pack: string
  /** The pack's files as they were, with what is read beside them. */
  readonly before: readonly WorkingFile[]
  readonly to: Template
  readonly examples: readonly (readonly [name: string, content: Json])[]
}

/** Those that the new version takes better once they are carried, as they would read. */
export type CarryAnswer = readonly (readonly [name: string, content: Json])[]
