import { parentPort, workerData } from 'node:worker_threads'
import { openFiles } from '../files/file-store.ts'
import { openStore, type Place } from '../store/open-store.ts'
import { type JobName, jobs, type Tools } from './jobs.ts'

/** Does the jobs that the pool sends, one after the other. `loaded` is called when all that the first one needed is in memory. */
export const work = (loaded: () => void): void => {
  // The pool starts workers with a Place and sends them its own jobs, so both are what they are taken for.
  const place = workerData as Place
  const progress = (done: number) => parentPort?.postMessage({ progress: done })
  const tools: Promise<Tools> = Promise.all([openStore({ ...place, readOnly: true }), openFiles(place.files)]).then(
    ([store, files]) => ({ store, files, progress }),
  )
  parentPort?.on('message', async ({ name, input }: { readonly name: JobName; readonly input: never }) => {
    try {
      const result: unknown = await jobs[name](await tools, input)
      const transfer = result instanceof Uint8Array && result.buffer instanceof ArrayBuffer ? [result.buffer] : []
      parentPort?.postMessage({ result }, transfer)
    } catch (error) {
      parentPort?.postMessage({ error })
    }
    loaded()
  })
}
