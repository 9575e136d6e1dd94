import { createHash, hash } from 'node:crypto'
import {
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Kept, Report } from './ledger.ts'

/** Reports that outlive the process. Whatever is wrong with the place they are kept in, only time is lost. */
export interface ReportCache<R extends Report> {
  readonly read: () => ReadonlyMap<string, Kept<R>>
  readonly write: (kept: ReadonlyMap<string, Kept<R>>) => void
}

export interface CacheOptions {
  /** The folder to keep it in; made if it is not there. */
  readonly folder: string
  /** The schemas folder that it is about. */
  readonly dir: string
  /** Tells one way of making reports from another; see `engineOf`. */
  readonly engine: string
}

/** What nobody has used for so long is of a folder that is gone. */
const longestMs = 30 * 24 * 3600 * 1000

/** One file for each schemas folder: a digest of the rest, then JSON. Written beside its place and renamed. */
export const openReportCache = <R extends Report>({ folder, dir, engine }: CacheOptions): ReportCache<R> => {
  const file = join(folder, `${hash('sha256', realpathSync(dir)).slice(0, 24)}.json`)
  return {
    read: () => {
      try {
        const [digest, ...rest] = readFileSync(file, 'utf8').split('\n')
        const text = rest.join('\n')
        if (digest !== hash('sha256', `${engine}${text}`)) return new Map()
        // We wrote it: its digest says so, and that it was this engine.
        return new Map(JSON.parse(text) as [string, Kept<R>][])
      } catch {
        return new Map()
      }
    },
    write: (kept) => {
      const text = JSON.stringify([...kept])
      const beside = `${file}.${process.pid}.${performance.now()}`
      const isKept = quietly(() => {
        mkdirSync(folder, { recursive: true })
        writeFileSync(beside, `${hash('sha256', `${engine}${text}`)}\n${text}`)
        renameSync(beside, file)
      })
      quietly(() => (isKept ? sweep(folder) : rmSync(beside, { force: true })))
    },
  }
}

/** Whether it could be done. A disk that is full or may not be written costs time, nothing else. */
const quietly = (work: () => void): boolean => {
  try {
    work()
    return true
  } catch {
    return false
  }
}

const sweep = (folder: string): void => {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    if (Date.now() - statSync(file).mtimeMs > longestMs) rmSync(file, { force: true })
  }
}

/** A digest of the sources of some rooms, of the dialect, and of what they run on: a changed engine trusts no report of another. */
export const engineOf = (rooms: readonly string[]): string => {
  const found = createHash('sha256').update(process.version)
  const dialect = fileURLToPath(new URL('../../../../schemas/dialect', import.meta.url))
  for (const root of [...rooms, dialect])
    for (const name of globSync('**/*.{ts,json}', { cwd: root, exclude: isNoEngine }).sort())
      found.update(`\n${name}\n`).update(readFileSync(join(root, name)))
  return found.digest('base64url')
}

/** Neither installed packages, which are pinned in package.json, nor tests and what they are made of. */
const isNoEngine = (name: string): boolean => /(^|\/)(node_modules|testing|cases|faults|bench)$|\.test\.ts$/.test(name)
