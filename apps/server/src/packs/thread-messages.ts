import type { PackListing } from '@policyforms/core'
import type { PackReport } from '@policyforms/procedure/compile'
import type { PlainPack } from './plain-pack.ts'

export interface ThreadData {
  /** The folder of the packs. */
  readonly schemas: string
  /** Where reports are kept from one start to the next. */
  readonly cache: string
}

/** What is known of a pack: what its check found, or how it calls itself. */
export type Standing = { readonly folder: string } & (
  | { readonly report: PackReport }
  | { readonly glance: PackListing }
  | { readonly isGone: true }
)

export type FromThread =
  | { readonly is: 'first'; readonly standings: readonly Standing[] }
  /** What is known of some folders now, and those whose compiled packs no longer hold. */
  | { readonly is: 'news'; readonly standings: readonly Standing[]; readonly stale: readonly string[] }
  | { readonly is: 'answer'; readonly ask: number; readonly pack?: PlainPack; readonly report?: PackReport }

export interface ToThread {
  readonly ask: number
  readonly wants: 'pack' | 'report'
  readonly folder: string
}
