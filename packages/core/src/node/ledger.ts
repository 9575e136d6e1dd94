import type { Issue } from '../issues/issue.ts'
import {
  type CheckedFolder,
  type CompileOptions,
  checkFolder,
  type FormIssues,
  glanceAt,
  openShelf,
  sharedFolders,
  topOf,
} from '../pack/index.ts'
import type { PackSummary } from '../template/template.ts'
import { openDigests } from './digests.ts'
import { engines } from './open-schemas.ts'
import type { ReportCache } from './report-cache.ts'

/** What is kept of a folder once it has been checked: plain JSON, with whatever is wrong. */
export interface Report {
  readonly issues: readonly Issue[]
}

/** A report, with the digests of all that it was made from. */
export interface Kept<R extends Report> {
  readonly own: string
  readonly reads: Readonly<Record<string, string>>
  readonly report: R
}

/** The folders of a schemas folder, each checked once and again only if something that it was made from has changed. */
export interface Ledger<R extends Report> {
  /** In order; '' stands for files beside the folders. */
  readonly folders: () => readonly string[]
  /** What is known of a folder, if it still holds. */
  readonly known: (folder: string) => R | undefined
  /** Checks a folder now, whatever is known. */
  readonly check: (folder: string) => R
  /** A folder compiled in full; nothing of it is kept. */
  readonly compile: (folder: string) => CheckedFolder
  /** How a pack calls itself, told without checking it; undefined for a folder that is none. */
  readonly glance: (folder: string) => (PackSummary & { readonly level: string }) | undefined
  /** Looks again at what lies in some folders, or in all. */
  readonly look: (folders?: Iterable<string>) => void
  /** Keeps what is known for the next time, where that is possible. */
  readonly save: () => void
}

export interface LedgerOptions<R extends Report> {
  readonly dir: string
  readonly report: (checked: CheckedFolder) => R
  /** Looks into the Word files of packs; see `CompileOptions`. */
  readonly formIssues?: FormIssues
  readonly cache?: ReportCache<R>
}

export const openLedger = <R extends Report>({ dir, report, formIssues, cache }: LedgerOptions<R>): Ledger<R> => {
  const digests = openDigests(dir)
  const kept = new Map(cache?.read())
  let hasNews = false
  let shelf = openShelf(digests.files())

  const compile = (folder: string, options?: CompileOptions) => {
    const checked = checkFolder(shelf, folder, engines, { ...options, ...(formIssues && { formIssues }) })
    // What packs share serves one after another; a pack's own files have done their part.
    for (const name of [folder, ...checked.reads.map(topOf)]) if (!sharedFolders.includes(name)) shelf.forget(name)
    return checked
  }
  const holds = (folder: string, { own, reads }: Kept<R>) =>
    own === digests.of(folder) && Object.entries(reads).every(([read, before]) => digests.of(read) === before)

  return {
    folders: digests.folders,
    known: (folder) => {
      const entry = kept.get(folder)
      return entry && holds(folder, entry) ? entry.report : undefined
    },
    check: (folder) => {
      const checked = compile(folder)
      const made = report(checked)
      const reads = Object.fromEntries(checked.reads.map((read) => [read, digests.of(read)]))
      kept.set(folder, { own: digests.of(folder), reads, report: made })
      hasNews = true
      return made
    },
    compile: (folder) => compile(folder, { examples: false }),
    glance: (folder) => glanceAt(shelf, folder),
    look: (folders) => {
      digests.look(folders)
      shelf = openShelf(digests.files())
    },
    save: () => {
      const there = new Set(digests.folders())
      for (const folder of kept.keys()) if (!there.has(folder)) hasNews = kept.delete(folder)
      if (hasNews) cache?.write(kept)
      hasNews = false
    },
  }
}
