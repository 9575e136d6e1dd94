import { fileURLToPath } from 'node:url'
import { createApp } from './app.ts'
import { workerPool } from './exports/worker-pool.ts'
import { openFiles } from './files/file-store.ts'
import { localSession } from './http/identify.ts'
import { openLibrary } from './packs/library.ts'
import { openStore, placeIn } from './store/open-store.ts'

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

const builtPortal = fileURLToPath(new URL('../../portal/dist', import.meta.url))

/** Serves the portal and its API, and prints where. `DATABASE_URL` names a PostgreSQL database to use instead of SQLite. */
export const serve = async (options: ServeOptions): Promise<Served> => {
  const { data, schemas, port, host, portal = builtPortal, now = () => new Date() } = options
  const library = openLibrary(schemas, (error) => console.error(error))
  const place = await placeIn(data, process.env.DATABASE_URL)
  const [store, files] = await Promise.all([openStore(place), openFiles(place.files)])
  const exporter = workerPool(place)
  const app = createApp(
    { store, files, library, exporter, identify: localSession, now },
    { portal, names: [host], log: process.stderr },
  )
  const close = async () => {
    await app.close()
    library.close()
    await exporter.close()
    await store.close()
  }
  try {
    const url = await app.listen({ port, host })
    console.log(`已启动：${url}`)
    return { url, close }
  } catch (error) {
    await close()
    throw error
  }
}
