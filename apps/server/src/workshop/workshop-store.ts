import type {
  FileChange,
  FilesConflict,
  FilesPatch,
  PublishedVersion,
  Revert,
  SavedFiles,
  WorkingCopySummary,
  WorkingFile,
} from '@policyforms/core'
import type { Who } from '../store/store.ts'

export interface StoredCopy extends WorkingCopySummary {
  readonly files: readonly WorkingFile[]
  /** The files of the schemas folder as they were taken or published last. */
  readonly taken: readonly WorkingFile[]
  /** While it is in review. */
  readonly review?: Word
  readonly returned?: Word
}

/** Who said something of a working copy, when, and what. */
export interface Word {
  readonly by: string
  readonly at: string
  readonly note: string
}

interface Opening {
  readonly pack: string
  readonly name: string
  readonly files: readonly WorkingFile[]
  /** Whether the folder has these files too. A pack that is begun here is in no folder yet. */
  readonly isInFolder: boolean
  readonly at: string
}

export type SaveOutcome =
  | { readonly done: SavedFiles }
  | { readonly conflict: Pick<FilesConflict, 'revision' | 'files'> }
  | 'missing'

export type ReviewOutcome = 'done' | 'missing' | 'changed' | 'not-in-review' | 'own-review'

/** From a working copy to a published version. */
export interface PublishingStore {
  askReview(
    who: Who,
    pack: string,
    asked: { readonly revision: number; readonly note: string },
    at: string,
  ): Promise<ReviewOutcome>
  giveBack(who: Who, pack: string, note: string, at: string): Promise<ReviewOutcome>
  /** Whether this person may publish this revision now. */
  mayPublish(who: Who, pack: string, revision: number): Promise<ReviewOutcome>
  /** Notes that the files were published: they are what the folder has now. */
  published(who: Who, pack: string, revision: number, hash: string, at: string): Promise<PublishedVersion | undefined>
  versions(who: Who, pack: string): Promise<readonly PublishedVersion[]>
  versionFiles(who: Who, pack: string, number: number): Promise<readonly WorkingFile[] | undefined>
  /** Brings in what was changed in the folder; where both changed the same place, `take` decides. */
  takeFolder(
    who: Who,
    pack: string,
    folder: readonly WorkingFile[],
    take: 'folder' | 'mine',
    at: string,
  ): Promise<SavedFiles | 'missing'>
}

/** Packs that staff are changing, with every revision of every file. */
export interface WorkshopStore extends PublishingStore {
  list(who: Who): Promise<readonly WorkingCopySummary[]>
  /** Opens a working copy, or gives the one that is there. */
  open(who: Who, opening: Opening): Promise<{ readonly isNew: boolean }>
  copy(who: Who, pack: string): Promise<StoredCopy | undefined>
  save(who: Who, pack: string, patch: FilesPatch, at: string): Promise<SaveOutcome>
  /** Undoes what came between two revisions; what came after stays. */
  revert(who: Who, pack: string, between: Revert, at: string): Promise<SaveOutcome>
  discard(who: Who, pack: string): Promise<boolean>
}

export type Texts = ReadonlyMap<string, string>

export const textsOf = (files: readonly FileChange[]): Texts =>
  new Map(files.flatMap(({ path, text }) => (text === null ? [] : [[path, text] as const])))
