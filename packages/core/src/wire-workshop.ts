import type { Answers } from './answers/json.ts'
import type { Pointer } from './answers/pointer.ts'
import type { Issue } from './issues/issue.ts'
import type { Difference } from './pack/compare-packs.ts'
import type { BreakingChange } from './versions/breaking-changes.ts'
import type { CarryNote } from './versions/carry-answers.ts'
import type { Refusal } from './wire.ts'
import type { OutlineBlock, OutlineDraft, PolicyNamed, PolicyPiece } from './wire-outline.ts'

/*
 * What the pages of the workshop and the server say to each other. A working copy is a pack that staff are changing:
 * its files as in the schemas folder, kept by the server until they are published into it.
 */

/** A file below the schemas folder, such as `north/report.schema.json`. */
export interface WorkingFile {
  readonly path: string
  readonly text: string
}

/** GET /api/workshop → WorkingCopySummary[], last saved first. */
export interface WorkingCopySummary {
  readonly pack: string
  readonly name: string
  readonly revision: number
  readonly state: 'editing' | 'in-review'
  /** Whether it has been saved since it was taken from the folder or published. */
  readonly isChanged: boolean
  readonly savedAt: string
  readonly savedBy: string
}

/**
 * POST   /api/workshop         { pack }   → 201 WorkingCopy of a pack in the folder; 200 if there is one already
 * GET    /api/workshop/:pack              → WorkingCopy
 * GET    /api/workshop/:pack/taken        → WorkingFile[], as the folder had them or as they were published last
 * DELETE /api/workshop/:pack              → 204; the folder stays as it is
 */
export interface WorkingCopy extends WorkingCopySummary {
  readonly files: readonly WorkingFile[]
  /** As the folder had them when they were taken or published last. */
  readonly taken: readonly WorkingFile[]
  /** What the check reads beside them: common parts, code lists, and the policies of other packs. */
  readonly around: readonly WorkingFile[]
}

/** POST /api/workshop/outline, multipart with one Word or text file, or { text } → OutlineReading. Nothing is kept. */
export interface OutlineReading {
  readonly blocks: readonly OutlineBlock[]
  readonly draft: OutlineDraft
  /** The same text as clauses, if it is a policy's. */
  readonly clauses: readonly PolicyPiece[]
  readonly policy: PolicyNamed
}

/** POST /api/workshop/new → 201 NewCopy. The pack is in no folder until it is published. */
export interface NewCopyOf {
  readonly id: string
  readonly name: string
  /** GB/T 2260; found by the name if it is left out. */
  readonly code?: string
  /** A neighbour to begin from, or an outline that a person has gone through; else a small template that shows how. */
  readonly from?: string
  readonly outline?: OutlineDraft
}

/** POST /api/workshop/:pack/templates → 201 NewTemplate: a template that joins a working copy. */
export interface NewTemplateIn {
  /** Its file's name, without the ending. */
  readonly template: string
  /** Another template to begin from (`pack/template`), or an outline; else a small template that shows how. */
  readonly from?: string
  readonly outline?: OutlineDraft
}

/** What was saved, with the files of the template among it. */
export interface NewTemplate extends SavedFiles {
  readonly files: readonly WorkingFile[]
  /** What the person should know. */
  readonly said: readonly string[]
}

export interface NewCopy {
  readonly copy: WorkingCopySummary
  /** What the person should know. */
  readonly said: readonly string[]
}

/** A file as it is now; null: it is taken away. */
export interface FileChange {
  readonly path: string
  readonly text: string | null
}

/**
 * PATCH /api/workshop/:pack → SavedFiles | 409 FilesConflict. What others did meanwhile in other places of the same file
 * is merged.
 */
export interface FilesPatch {
  /** The revision that the files were changed from. */
  readonly base: number
  readonly files: readonly FileChange[]
  /** After a conflict: whose stays where both changed the same place, chosen in sight of this revision. */
  readonly settled?: { readonly revision: number; readonly take: 'theirs' | 'mine' }
}

export interface SavedFiles {
  readonly revision: number
  readonly savedAt: string
  /** Files that now read otherwise than the sender has them: merged, or changed by others. */
  readonly others: readonly FileChange[]
}

/** Nothing was saved: another changed the same places since `base`. */
export interface FilesConflict extends Refusal {
  readonly error: 'workshop-conflict'
  readonly revision: number
  readonly files: readonly (FileChange & { readonly at: readonly Pointer[] })[]
}

/*
 * POST /api/workshop/:pack/review   { revision, note }  → 204: ready for a second person
 * POST /api/workshop/:pack/return   { note }            → 204: back to whoever works on it
 * POST /api/workshop/:pack/publish  { revision }        → PublishedVersion, by another person than who asked for it
 * POST /api/workshop/:pack/folder   { take }            → SavedFiles: what was changed in the folder comes in
 * GET  /api/workshop/:pack/versions/:number             → WorkingFile[]
 */

/** GET /api/workshop/:pack/publishing → what stands between the working copy and its publication. */
export interface Publishing {
  readonly revision: number
  readonly state: WorkingCopySummary['state']
  readonly isChanged: boolean
  /** While it is in review: who asked, and what they said. */
  readonly review?: { readonly by: string; readonly at: string; readonly note: string }
  /** Why it was given back the last time. */
  readonly returned?: { readonly by: string; readonly at: string; readonly note: string }
  readonly issues: readonly Issue[]
  /** Against the version that was published last, or the folder. */
  readonly differences: readonly Difference[]
  readonly breaking: readonly { readonly template: string; readonly changes: readonly BreakingChange[] }[]
  /** Templates that changed without a new number. */
  readonly sameNumber: readonly { readonly template: string; readonly title: string; readonly version: string }[]
  /** Files that somebody changed in the folder since they were taken. */
  readonly folder: readonly string[]
  readonly drafts: readonly DraftCarry[]
  readonly versions: readonly PublishedVersion[]
}

export interface PublishedVersion {
  readonly number: number
  /** Over all files: two versions with the same hash are the same. */
  readonly hash: string
  readonly at: string
  readonly author: string
  readonly reviewer: string
  readonly note: string
}

/** What would become of one draft, if it were carried over to the new version. */
export interface DraftCarry {
  readonly id: string
  readonly title: string
  readonly template: string
  readonly counts: Readonly<Record<CarryNote['what'], number>>
  /** The first of them, those that need a person first. */
  readonly notes: readonly NamedNote[]
}

/** With its places in words, as each version calls them. */
export interface NamedNote extends CarryNote {
  readonly label: string
  readonly labelNow?: string
}

/**
 * POST /api/workshop/:pack/forms/look, multipart with one Word file → 204: it can be an office's own. Nothing is kept:
 * the page puts it among the files of the working copy, in base64, and it is saved with them.
 *
 * POST /api/workshop/:pack/forms/check { files } → FormCheck[], with what the page has not saved yet: each template that
 * is printed by a Word file of its office, held against it both ways, in the words of `policyforms check`.
 */
export interface FormCheck {
  /** Its name in the pack. */
  readonly template: string
  /** The file, below the schemas folder. */
  readonly file: string
  /** What is filled, in the order of the file. */
  readonly places: readonly FilledPlace[]
  readonly issues: readonly Issue[]
}

/** A place in a Word file that a field fills. */
export interface FilledPlace {
  /** In words: 表 1 第 2 行第 3 格. */
  readonly where: string
  /** As the file has it. */
  readonly written: string
  readonly title: string
  /** The field's, with dots and without rows. The number of a row has none. */
  readonly path?: string
}

/**
 * POST /api/workshop/:pack/preview/word  → the book
 * POST /api/workshop/:pack/preview/sheet → SheetPicture[] of the fill-in workbook
 *
 * Both of the template as it is in the files: it is compiled on the server, so that nothing of a page is trusted.
 */
export interface PreviewRequest {
  /** Its name in the pack. */
  readonly template: string
  /** What the page has changed and not saved yet. */
  readonly files: readonly FileChange[]
  readonly answers: Answers
}

/** What a sheet looks like, for a page that draws it as a table. */
export interface SheetPicture {
  readonly name: string
  /** In characters. */
  readonly widths: readonly number[]
  readonly rows: readonly SheetPictureRow[]
  /** How many rows there are besides. */
  readonly more: number
}

export interface SheetPictureRow {
  /** Points. */
  readonly height?: number
  /** Only those that hold or ask for something; what a merged cell covers is left out. */
  readonly cells: readonly SheetPictureCell[]
}

export interface SheetPictureCell {
  /** Counts from 1. */
  readonly column: number
  readonly text: string
  readonly look: string
  readonly align?: 'start' | 'center' | 'end'
  readonly across?: number
  readonly down?: number
  /** What Excel says when something else is typed. */
  readonly asks?: string
  /** Whether it offers a list to choose from. */
  readonly offers?: true
  readonly comment?: string
}
