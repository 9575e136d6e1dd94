import type {
  Answers,
  Conflict,
  Draft,
  DraftSummary,
  FileAnswer,
  HistoryEntry,
  Saved,
  SavePatch,
  Template,
} from '@policyforms/core'

import type { KnownSigners } from '../moving/known-signers.ts'
import type { WorkshopStore } from '../workshop/workshop-store.ts'

/** On whose behalf something is asked. Everything is found within the workspace only. */
export interface Who {
  readonly user: string
  readonly workspace: string
}

interface Creation {
  readonly template: Template
  readonly title: string
  readonly answers: Answers
  readonly at: string
}

export interface Save {
  readonly patch: SavePatch
  readonly at: string
  /** What the draft is about, by all its answers. */
  readonly title: (answers: Answers) => string
}

interface Submission {
  /** The revision that was checked. */
  readonly revision: number
  /** Settled: hidden answers dropped, computed values filled in. */
  readonly answers: Answers
  readonly at: string
}

interface Carried {
  /** The revision whose answers were carried over. */
  readonly revision: number
  readonly template: Template
  readonly title: string
  readonly answers: Answers
  readonly at: string
}

/** Why nothing was changed, with what is there now. */
export interface Obstacle {
  readonly because: Conflict['error'] | 'not-submitted'
  readonly draft: Draft
  readonly sections: readonly string[]
}

/** `missing`: the workspace has no such draft. */
export type Outcome<T> = { readonly done: T } | { readonly obstacle: Obstacle } | 'missing'

export interface StoredFile extends FileAnswer {
  readonly sha256: string
}

export interface ListQuery {
  readonly state?: DraftSummary['state'] | 'deleted'
  /** Words that the title, the template's title or the pack's name holds. */
  readonly words?: string
}

/** All that lasts, except the bytes of files. A promise of a change resolves only when the change is on disk. */
export interface Store {
  /** A version of a template that something was filled by. */
  template(hash: string): Promise<Template | undefined>

  create(who: Who, creation: Creation): Promise<Draft>
  list(who: Who, query: ListQuery): Promise<readonly DraftSummary[]>
  /** Those of these ids that the workspace has and that are not deleted, in the order of the ids. */
  summaries(who: Who, ids: readonly string[]): Promise<readonly DraftSummary[]>
  draft(who: Who, id: string): Promise<Draft | undefined>
  /** The hash of the template that a draft is filled by. */
  hashOf(who: Who, id: string): Promise<string | undefined>
  /** `too-large`: all the answers together would pass the limit; nothing was saved. */
  save(who: Who, id: string, save: Save): Promise<Outcome<Saved> | 'too-large'>
  submit(who: Who, id: string, submission: Submission): Promise<Outcome<Draft>>
  withdraw(who: Who, id: string, at: string): Promise<Outcome<Draft>>
  /** Gives a draft another version of its template, with its answers as that version takes them. */
  carry(who: Who, id: string, carried: Carried): Promise<Outcome<Draft>>
  duplicate(who: Who, id: string, at: string): Promise<Draft | 'missing'>
  remove(who: Who, id: string, at: string): Promise<Outcome<null>>
  restore(who: Who, id: string): Promise<Draft | 'missing'>

  history(who: Who, id: string): Promise<readonly HistoryEntry[] | 'missing'>
  /** The answers as they were. */
  answersAt(who: Who, id: string, revision: number): Promise<Answers | 'missing'>

  addFile(who: Who, id: string, file: StoredFile, at: string): Promise<Outcome<null>>
  files(who: Who, id: string): Promise<readonly StoredFile[]>

  /** Packs under change. */
  readonly workshop: WorkshopStore
  readonly signers: KnownSigners

  close(): Promise<void>
}

/** Of all the answers of a draft, as JSON text. */
export const maxAnswersLength = 10 * 2 ** 20
