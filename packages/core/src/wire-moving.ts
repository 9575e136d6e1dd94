import type { Issue } from './issues/issue.ts'
import type { Difference } from './pack/compare-packs.ts'
import type { PublishedVersion, SavedFiles, WorkingCopySummary } from './wire-workshop.ts'

/*
 * How packs leave and enter, and how two of them are compared.
 *
 * GET /api/workshop/:pack/export?of=copy|folder|NUMBER → .zip: the files as in the schemas folder, and signature.json.
 */

/** signature.json in a pack's zip. */
export interface PackSignature {
  readonly manifest: {
    readonly format: 'policyforms-pack/1'
    readonly pack: string
    /** What whoever signed is called there. */
    readonly signer: string
    readonly at: string
    /** Ed25519, as SubjectPublicKeyInfo in base64. */
    readonly publicKey: string
    /** SHA-256 of each file, in hexadecimal, by path. */
    readonly files: Readonly<Record<string, string>>
  }
  /** Of the manifest, in base64. */
  readonly signature: string
}

export type SignatureLook =
  | { readonly is: 'missing' }
  /** `unreadable`: no signature at all. `forged`: not made with that key. `changed`: these files are not as they were signed. */
  | { readonly is: 'broken'; readonly why: 'unreadable' | 'forged' | 'changed'; readonly paths: readonly string[] }
  | {
      readonly is: 'valid'
      readonly signer: string
      readonly at: string
      readonly publicKey: string
      /** Six groups of five digits, to be compared over the telephone. */
      readonly fingerprint: string
      /** What this key is remembered by here, and since when. */
      readonly known?: { readonly name: string; readonly since: string }
      /** It was exported here. */
      readonly isOwn?: true
      /** Another key is remembered by the name that this one gives. */
      readonly isNameTaken?: true
    }

/** POST /api/imports/look?as=FOLDER, multipart with one zip → what it is. Nothing is kept. */
export interface ImportLook {
  /** As its files call it, and as it would be called here. */
  readonly original: string
  readonly pack: string
  readonly name: string
  readonly templates: readonly { readonly id: string; readonly title: string; readonly version: string }[]
  readonly signature: SignatureLook
  /** What `check` finds in it, among the common parts and code lists that are here. */
  readonly issues: readonly Issue[]
  /** What there is under this name: a working copy (with its revision), or a pack in the folder only. */
  readonly here?:
    | { readonly is: 'copy'; readonly revision: number; readonly savedBy: string }
    | { readonly is: 'folder' }
  /** From what is here to what would be; none if nothing is here. */
  readonly differences: readonly Difference[]
  /** Of its files against those that are here. */
  readonly files: Readonly<Record<'new' | 'changed' | 'gone' | 'same', number>>
}

/**
 * POST /api/imports?as=FOLDER&base=REVISION&remember=NAME, multipart with the same zip → 201 Imported. `base` is the
 * revision that was looked at, 0 where there was none; `remember`: the name for a key that is new.
 */
export interface Imported {
  readonly copy: WorkingCopySummary
  /** The revision before, to go back to with POST /api/workshop/:pack/revert; absent where there was nothing. */
  readonly before?: number
}

/** POST /api/workshop/:pack/revert → SavedFiles: undoes what came between two revisions, and keeps what came after. */
export interface Revert {
  readonly from: number
  readonly to: number
}
export type Reverted = SavedFiles

/** GET /api/compare?left=SIDE&right=SIDE; a side is `PACK`, `PACK@copy` or `PACK@NUMBER`. The same with `.docx` is a Word table. */
export interface Comparison {
  readonly left: string
  readonly right: string
  /** Titles by the template's name. */
  readonly templates: Readonly<Record<string, string>>
  readonly differences: readonly Difference[]
}

/** GET /api/signer → what this installation signs with. */
export interface SignerLook {
  readonly publicKey: string
  readonly fingerprint: string
}

/** GET /api/workshop/:pack/states → what there is of a pack to be compared or exported. */
export interface PackStates {
  readonly isInFolder: boolean
  readonly hasCopy: boolean
  readonly versions: readonly PublishedVersion[]
}
