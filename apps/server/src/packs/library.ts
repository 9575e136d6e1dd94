import { type FSWatcher, watch } from 'node:fs'
import type { Template } from '@policyforms/core'
import { openSchemas } from '@policyforms/core/node'

/** All packs of a folder as `openSchemas` gives them. */
export type Opened = Awaited<ReturnType<typeof openSchemas>>

/** The packs as they are on disk now. */
export interface Library {
  opened(): Promise<Opened>
  close(): void
}

const QUIET_MS = 200

/** Reads the packs at once, without making anyone wait who does not ask for them, and again when a file changes. */
export const openLibrary = (folder: string, complain: (error: unknown) => void): Library => {
  let current = openSchemas(folder)
  // Whoever asks is told; until then it is no unhandled rejection.
  current.catch(() => {})

  const reopen = async () => {
    const next = openSchemas(folder)
    // What could be read stays until there is something better.
    await next.then(() => (current = next), complain)
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
    close: () => {
      clearTimeout(timer)
      watcher?.close()
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
