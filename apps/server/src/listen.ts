import { fileURLToPath } from 'node:url'
import { createApp } from './app.ts'
import { workerPool } from './exports/worker-pool.ts'
import { openFiles } from './files/file-store.ts'
import { localSession } from './http/identify.ts'
import { openSigner } from './moving/signing-key.ts'
import type { Library } from './packs/library.ts'
import type { Served, ServeOptions } from './serve.ts'
import { openStore, placeIn } from './store/open-store.ts'
import { packFolder } from './workshop/pack-folder.ts'

const builtPortal = fileURLToPath(new URL('../../portal/dist', import.meta.url))

/** Opens the store and listens; closes the library with the rest. */
export const listen = async (options: ServeOptions, library: Library): Promise<Served> => {
  const { data, port, host, portal = builtPortal, now = () => new Date() } = options
  const place = await placeIn(data, process.env.DATABASE_URL)
  const [store, files] = await Promise.all([openStore(place), openFiles(place.files)])
  const exporter = workerPool(place)
  const app = createApp(
    {
      store,
      files,
      library,
      folder: packFolder(options.schemas),
      exporter,
      identify: localSession,
      signer: openSigner(data),
      now,
    },
    { portal, names: [host], log: process.stderr },
  )
  const close = async () => {
    await app.close()
    await library.close()
    await exporter.close()
    await store.close()
  }
  try {
    return { url: await app.listen({ port, host }), close }
  } catch (error) {
    await close()
    throw error
  }
}
