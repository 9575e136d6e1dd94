import type { Pointer } from './answers/pointer.ts'
import type { Refusal } from './wire.ts'

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
  readonly savedAt: string
  readonly savedBy: string
}

/**
 * POST   /api/workshop         { pack }   → 201 WorkingCopy of a pack in the folder; 200 if there is one already
 * GET    /api/workshop/:pack              → WorkingCopy
 * DELETE /api/workshop/:pack              → 204; the folder stays as it is
 */
export interface WorkingCopy extends WorkingCopySummary {
  readonly files: readonly WorkingFile[]
  /** What the check reads beside them: common parts, code lists, and the policies of other packs. */
  readonly around: readonly WorkingFile[]
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
