import { type FSWatcher, watch } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Template } from '@policyforms/core'
import type { PlainPack } from './plain-pack.ts'

export interface OpenPacks {
  readonly packs: readonly PlainPack[]
  /** A compiled template by `pack/template`. */
  readonly template: (id: string) => Template | undefined
}

/** The packs as they are on disk now. */
export interface Library {
  opened(): Promise<OpenPacks>
  close(): Promise<void>
}

const QUIET_MS = 200

type Message = Pick<OpenPacks, 'packs'> & { readonly isWhole: boolean }

const withLookup = ({ packs }: Message): OpenPacks => {
  const templates = new Map(packs.flatMap((pack) => pack.templates.map((template) => [template.id, template] as const)))
  return { packs, template: (id) => templates.get(id) }
}

/**
 * Reads a folder of packs in a thread of its own: compiling them all takes most of a second, and saves must not wait.
 * The packs come first; what their examples show to be wrong comes after, in `onWhole`.
 */
const readPacks = (folder: string, onWhole: (schemas: OpenPacks) => void) => {
  const worker = new Worker(new URL('./read-packs.ts', import.meta.url), { workerData: folder, execArgv: [] })
  const packs = new Promise<OpenPacks>((resolve, reject) => {
    worker.on('message', (message: Message) => {
      const schemas = withLookup(message)
      resolve(schemas)
      if (message.isWhole) onWhole(schemas)
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The packs were not read to the end')))
  })
  // Whoever asks is told; until then it is no unhandled rejection.
  packs.catch(() => {})
  return { packs, end: () => worker.terminate() }
}

/** Reads the packs at once, and again when a file changes. What could be read stays until there is something better. */
export const openLibrary = (folder: string, complain: (error: unknown) => void): Library => {
  const begin = () => {
    const begun = readPacks(folder, (schemas) => {
      if (begun === reading) current = Promise.resolve(schemas)
    })
    return begun
  }
  let reading = begin()
  let current = reading.packs
  let isClosed = false

  const reopen = async () => {
    await reading.packs.catch(() => {})
    if (isClosed) return
    await reading.end()
    reading = begin()
    const { packs } = reading
    await packs.then(
      () => {
        current = packs
      },
      (error) => isClosed || complain(error),
    )
  }
  let timer: NodeJS.Timeout | undefined
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(reopen, QUIET_MS).unref()
  }
  let watcher: FSWatcher | undefined
  try {
    watcher = watch(folder, { recursive: true, persistent: false }, soon)
    watcher.on('error', complain)
  } catch (error) {
    complain(error)
  }
  return {
    opened: () => current,
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      watcher?.close()
      await reading.end()
    },
  }
}

const KEPT = 50

/** Templates by hash: the present ones, and those that something was filled by. */
export const templateArchive = (library: Library, stored: (hash: string) => Promise<Template | undefined>) => {
  const kept = new Map<string, Template>()
  return async (hash: string): Promise<Template | undefined> => {
    const known = kept.get(hash)
    if (known) return known
    const template = await stored(hash)
    if (!template) return (await library.opened()).packs.flatMap((pack) => pack.templates).find((t) => t.hash === hash)
    if (kept.size >= KEPT) kept.clear()
    kept.set(hash, template)
    return template
  }
}
