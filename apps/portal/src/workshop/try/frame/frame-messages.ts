import type { Answers, Template } from '@policyforms/core'

/** From the workbench to the frame that shows the form: it has its own window, so that a phone's width is a phone's. */
export interface ShowForm {
  readonly is: 'show'
  readonly template: Template
  /** Absent: what is typed in the frame stays. */
  readonly answers?: Answers
  readonly section?: string
}

/** From the frame to the workbench. */
export type FromFrame =
  | { readonly is: 'ready' }
  | { readonly is: 'answers'; readonly answers: Answers }
  | { readonly is: 'section'; readonly section: string }
  /** The form of this template stands on the page. */
  | { readonly is: 'shown'; readonly hash: string }
