import { hash } from 'node:crypto'
import { type Files, topOf } from '../pack/index.ts'
import { digestOf, pathsBelow, readFrom, topOfFolder } from './disk-files.ts'

/** What lies in a schemas folder, and whether it is as it was. */
export interface Digests {
  /** In order; '' stands for files beside the folders. */
  readonly folders: () => readonly string[]
  /** Of a file; of a folder with all that is in it; with `/` at its end, of the folder's list of files. '' when absent. */
  readonly of: (what: string) => string
  /** Looks again at some folders, or at all. */
  readonly look: (folders?: Iterable<string>) => void
  /** Reading notes what was read, so that a digest never stands for a text that nobody saw. */
  readonly files: () => Files
}

const digest = (value: unknown): string => hash('sha256', JSON.stringify(value), 'base64url')

export const openDigests = (dir: string): Digests => {
  // A digest is made when it is first asked for: where nothing is kept to be held against it, nobody asks.
  let known = new Map<string, Map<string, string | undefined>>()
  const below = (folder: string) => {
    const paths = folder === '' ? topOfFolder(dir).files : pathsBelow(dir, folder)
    return new Map(paths.map((path) => [path, undefined]))
  }
  const digestIn = (paths: Map<string, string | undefined>, path: string): string => {
    const now = paths.get(path) ?? digestOf(dir, path)
    paths.set(path, now)
    return now
  }
  const look: Digests['look'] = (changed) => {
    const there = ['', ...topOfFolder(dir).folders.sort()]
    const again = new Set(changed ?? there)
    const kept = (folder: string) => (again.has(folder) ? undefined : known.get(folder))
    known = new Map(there.map((folder) => [folder, kept(folder) ?? below(folder)]))
  }
  look()
  return {
    look,
    folders: () => [...known.keys()],
    of: (what) => {
      if (what.endsWith('/')) return digest([...(known.get(what.slice(0, -1))?.keys() ?? [])])
      const folder = known.get(what)
      if (folder) return digest([...folder.keys()].map((path) => [path, digestIn(folder, path)]))
      const paths = known.get(topOf(what))
      return paths?.has(what) ? digestIn(paths, what) : ''
    },
    files: () => ({
      paths: [...known.values()].flatMap((paths) => [...paths.keys()]),
      read: readFrom(dir, (path, now) => known.get(topOf(path))?.set(path, now)),
    }),
  }
}
