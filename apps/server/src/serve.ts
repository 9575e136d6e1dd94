import './small-nursery.ts'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { openLibrary } from './packs/library.ts'

export interface ServeOptions {
  /** The folder of the store and of uploaded files. */
  readonly data: string
  /** The folder of the packs. */
  readonly schemas: string
  /** 0 for any free one. */
  readonly port: number
  readonly host: string
  /** The folder of the built pages. */
  readonly portal?: string
  readonly now?: () => Date
}

export interface Served {
  readonly url: string
  /** Finishes what is under way, then closes the store. */
  close(): Promise<void>
}

/** Serves the portal and its API, and prints where. `DATABASE_URL` names a PostgreSQL database to use instead of SQLite. */
export const serve = async (options: ServeOptions): Promise<Served> => {
  const library = openLibrary({
    schemas: options.schemas,
    cache: join(options.data, 'cache'),
    complain: (error) => console.error(error),
  })
  // The packs are read on another core while this one loads the rest.
  const { listen } = await import('./listen.ts')
  const served = await listen(options, library).catch(async (error) => {
    await library.close()
    throw error
  })
  console.log(`已启动：${served.url}`)
  // Kept now, and not only by a server that ends in peace.
  flushCompileCache()
  return served
}
