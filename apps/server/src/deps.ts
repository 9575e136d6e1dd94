import type { Template } from '@policyforms/core'
import type { FastifyRequest } from 'fastify'
import type { Exporter } from './exports/worker-pool.ts'
import type { FileStore } from './files/file-store.ts'
import { type Clock, todayOf } from './http/clock.ts'
import { type Identify, whoIs } from './http/identify.ts'
import type { Signer } from './moving/signing-key.ts'
import type { Library } from './packs/library.ts'
import type { Store, Who } from './store/store.ts'
import type { PackFolder } from './workshop/pack-folder.ts'

/** What the routes work with. */
export interface Parts {
  readonly store: Store
  readonly files: FileStore
  readonly library: Library
  readonly folder: PackFolder
  readonly exporter: Exporter
  readonly identify: Identify
  /** This installation, as the one who signs what leaves it. */
  readonly signer: () => Promise<Signer>
  readonly now: Clock
}

/** The same, as the routes ask for it. */
export interface Deps extends Parts {
  who(request: FastifyRequest): Promise<Who>
  /** An instant, as it is stored. */
  at(): string
  /** YYYY-MM-DD. */
  today(): string
  /** A present version, or one that something was filled by. */
  templateByHash(hash: string): Promise<Template | undefined>
}

export const depsOf = (parts: Parts, templateByHash: Deps['templateByHash']): Deps => ({
  ...parts,
  who: (request) => whoIs(parts.identify, request),
  at: () => parts.now().toISOString(),
  today: () => todayOf(parts.now()),
  templateByHash,
})
