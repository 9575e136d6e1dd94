import type {
  FileChange,
  FilesConflict,
  FilesPatch,
  SavedFiles,
  WorkingCopySummary,
  WorkingFile,
} from '@policyforms/core'
import type { Who } from '../store/store.ts'

export interface StoredCopy extends WorkingCopySummary {
  readonly files: readonly WorkingFile[]
  /** The files of the schemas folder as they were taken or published last. */
  readonly taken: readonly WorkingFile[]
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

/** Packs that staff are changing, with every revision of every file. */
export interface WorkshopStore {
  list(who: Who): Promise<readonly WorkingCopySummary[]>
  /** Opens a working copy, or gives the one that is there. */
  open(who: Who, opening: Opening): Promise<{ readonly isNew: boolean }>
  copy(who: Who, pack: string): Promise<StoredCopy | undefined>
  save(who: Who, pack: string, patch: FilesPatch, at: string): Promise<SaveOutcome>
  discard(who: Who, pack: string): Promise<boolean>
}

export type Texts = ReadonlyMap<string, string>

export const textsOf = (files: readonly FileChange[]): Texts =>
  new Map(files.flatMap(({ path, text }) => (text === null ? [] : [[path, text] as const])))
