/*
 * What the database holds, the same in SQLite and PostgreSQL. Instants are ISO 8601 text in UTC, answers are JSON text.
 * Answers are kept as changes of whole top-level sections: a save writes only what changed, and every revision can be
 * put together again from the latest change of each section at or before it.
 */

export interface Tables {
  readonly template: TemplateRow
  readonly draft: DraftRow
  readonly revision: RevisionRow
  readonly change: ChangeRow
  readonly section: SectionRow
  readonly submission: SubmissionRow
  readonly file: FileRow
  readonly workingCopy: WorkingCopyRow
  readonly workingFile: WorkingFileRow
  readonly packVersion: PackVersionRow
  readonly signer: SignerRow
}

/** A published version, kept for as long as anything was filled by it. */
interface TemplateRow {
  readonly hash: string
  readonly id: string
  readonly title: string
  readonly pack: string
  readonly packName: string
  /** The whole compiled Template as JSON. */
  readonly body: string
  readonly keptAt: string
}

export interface DraftRow {
  readonly id: string
  readonly workspace: string
  readonly owner: string
  readonly hash: string
  readonly title: string
  readonly state: 'draft' | 'submitted'
  readonly revision: number
  readonly createdAt: string
  readonly savedAt: string
  readonly submittedAt: string | null
  readonly deletedAt: string | null
}

export interface RevisionRow {
  readonly draft: string
  readonly revision: number
  readonly what: 'created' | 'saved' | 'submitted' | 'withdrawn' | 'carried'
  readonly at: string
  readonly by: string
  readonly tab: string | null
  readonly turn: number | null
}

interface ChangeRow {
  readonly draft: string
  readonly revision: number
  readonly section: string
  /** Null when the section was taken away. */
  readonly value: string | null
}

/** Which change of a section holds now. */
interface SectionRow {
  readonly draft: string
  readonly section: string
  readonly revision: number
}

interface SubmissionRow {
  readonly draft: string
  readonly revision: number
  readonly at: string
  readonly answers: string
}

/** An uploaded file; its bytes lie on disk under their hash. */
interface FileRow {
  readonly draft: string
  readonly id: string
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly addedAt: string
  readonly addedBy: string
}

/** A pack that staff are changing. */
export interface WorkingCopyRow {
  readonly workspace: string
  readonly pack: string
  readonly name: string
  readonly revision: number
  /** The revision whose files are those of the schemas folder as they were taken or published last. */
  readonly taken: number
  readonly state: 'editing' | 'in-review'
  readonly savedAt: string
  readonly savedBy: string
  /** Who asked for a review or gave it back last, when, and what they said. */
  readonly reviewBy: string | null
  readonly reviewAt: string | null
  readonly reviewNote: string | null
  readonly returnedBy: string | null
  readonly returnedAt: string | null
  readonly returnedNote: string | null
}

/** A file as a revision left it; null when it was taken away. */
export interface WorkingFileRow {
  readonly workspace: string
  readonly pack: string
  readonly path: string
  readonly revision: number
  readonly text: string | null
}

/** A version of a pack as it was published. It never changes. */
export interface PackVersionRow {
  readonly workspace: string
  readonly pack: string
  readonly number: number
  readonly hash: string
  readonly at: string
  readonly author: string
  readonly reviewer: string
  readonly note: string
  /** JSON: WorkingFile[] */
  readonly files: string
}

/** A key that packs from elsewhere were signed with, and what it is remembered by. */
interface SignerRow {
  readonly workspace: string
  readonly publicKey: string
  readonly name: string
  readonly since: string
  readonly by: string
}
