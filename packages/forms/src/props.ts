import type { Answers, Field, FileAnswer, Pointer, Template } from '@policyforms/core'
import type { ReactNode, Ref } from 'react'

/** Where the bytes of attachments go to and come from. */
export interface Files {
  /** Rejects with an error whose `name` is `AbortError` when cancelled, and with a sentence for people otherwise. */
  upload(file: File, field: Field, onProgress: (share: number) => void, signal: AbortSignal): Promise<FileAnswer>
  href(file: FileAnswer): string
}

export interface FillerProps {
  readonly template: Template
  /** Read once; what comes later goes through `FillerControls.replace`. */
  readonly initial: Answers
  /** `YYYY-MM-DD`. */
  readonly today: string
  /** Who fills: a role of the pack; absent for the applicant. */
  readonly role?: string
  readonly readOnly?: boolean
  readonly files: Files
  /** After every commit: all answers, hidden ones included, sharing whatever has not changed. */
  readonly onAnswers: (answers: Answers) => void
  readonly controls?: Ref<FillerControls>
  /** The top-level section to open with, by key. */
  readonly section?: string
  /** When another section is shown, so that an address can carry it. */
  readonly onSection?: (key: string) => void
  /** Stands above the list of sections, and below the help at the right. */
  readonly above?: ReactNode
  readonly aside?: ReactNode
}

export interface FillerControls {
  /** Commits whatever is still being typed, except half-composed text, and gives all answers. */
  flush(): Answers
  /** Takes answers from a merge, an import or a restore. What is being typed at that moment is kept. */
  replace(answers: Answers): void
  /** Shows the place and puts the focus there. */
  goTo(pointer: Pointer): void
  /** Says plainly what is missing, in every section, and goes to the first. Gives the number of errors. */
  showMissing(): number
}

export interface ReadingProps {
  readonly template: Template
  readonly answers: Answers
  readonly today: string
  /** Makes the names of attachments links. */
  readonly href?: Files['href']
}
