import type { Issue } from '../issues/issue.ts'
import { sharedFolders } from './files.ts'
import { readSource, type Source, type SourceFile } from './source.ts'

/** What a ReadonlyMap offers of itself: the rest need not be read to answer. */
export interface Lookup<T> {
  get(key: string): T | undefined
  has(key: string): boolean
  keys(): Iterable<string>
}

/** The files of a schemas folder, wherever they lie. */
export interface Files {
  /** Relative to the folder, in order. */
  readonly paths: readonly string[]
  readonly read: (path: string) => SourceFile
}

export const filesInMemory = (files: readonly SourceFile[]): Files => {
  const known = new Map(files.map((file) => [file.path, file]))
  return { paths: [...known.keys()], read: (path) => known.get(path) ?? { path, text: '' } }
}

type Parsed = ReturnType<typeof readSource>
type Parse = (file: SourceFile) => Parsed

/** Parses a file again only when its text is another: of the files of a pack under change, most are not the one in hand. */
export const parseChanged = (): Parse => {
  const lately = new Map<string, { readonly text: string; readonly found: Parsed }>()
  return (file) => {
    const before = lately.get(file.path)
    if (before?.text === file.text) return before.found
    const found = readSource(file)
    lately.set(file.path, { text: file.text, found })
    return found
  }
}

/** The files of a schemas folder, each parsed once and only if somebody asks for it. */
export interface Shelf {
  /** Paths by their topmost folder; '' for files beside the folders. */
  readonly folders: ReadonlyMap<string, readonly string[]>
  readonly parsed: (path: string) => Parsed
  /** Lets go of what was parsed of a folder. */
  readonly forget: (folder: string) => void
}

export const topOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : '')

export const openShelf = ({ paths, read }: Files, parse: Parse = readSource): Shelf => {
  const folders = Map.groupBy(paths, topOf)
  const known = new Set(paths)
  const parsed = new Map<string, Parsed>()
  return {
    folders,
    parsed: (path) => {
      const before = parsed.get(path)
      if (before) return before
      const now = known.has(path) ? parse(read(path)) : { issues: [] }
      parsed.set(path, now)
      return now
    },
    forget: (folder) => {
      for (const path of folders.get(folder) ?? []) parsed.delete(path)
    },
  }
}

/** Files that are at hand already, as a shelf. */
export const shelfOf = (files: readonly SourceFile[], parse?: Parse): Shelf =>
  openShelf(filesInMemory(files.toSorted((a, b) => (a.path < b.path ? -1 : 1))), parse)

/** The shelf as the check of one folder sees it, which notes what it reads beyond that folder. */
export interface Reader extends Lookup<Source> {
  readonly folder: string
  readonly own: readonly string[]
  readonly issuesOf: (path: string) => readonly Issue[]
  /** The files of other folders that were asked for, whether they are there or not; folders, with a `/`, that were listed. */
  readonly reads: ReadonlySet<string>
}

const there = (shelf: Shelf, paths: Iterable<string>) => [...paths].filter((path) => shelf.parsed(path).source)

export const readerOf = (shelf: Shelf, folder: string): Reader => {
  const reads = new Set<string>()
  const own = shelf.folders.get(folder) ?? []
  const get = (path: string) => {
    if (topOf(path) !== folder) reads.add(path)
    return shelf.parsed(path).source
  }
  return {
    folder,
    own,
    reads,
    get,
    has: (path) => get(path) !== undefined,
    keys: () => {
      for (const name of sharedFolders) if (name !== folder) reads.add(`${name}/`)
      return [...own, ...sharedFolders.flatMap((name) => shelf.folders.get(name) ?? []), ...there(shelf, reads)]
    },
    issuesOf: (path) => shelf.parsed(path).issues,
  }
}
