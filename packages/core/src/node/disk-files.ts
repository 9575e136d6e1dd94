import { hash } from 'node:crypto'
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Files, isFormPath, type SourceFile, tooBig } from '../pack/index.ts'

/** No file of a pack lies deeper: `examples/TEMPLATE/NAME.json`, and some room for what is misplaced. */
const deepest = 6
/** More than this is no pack but something that was dropped in by mistake; what is beyond is not looked at. */
const mostFiles = 5000
/** Read whole to be told that it is too big. Beyond that, its size is told without reading it. */
const mostBytes = 16 * 2 ** 20

const isLookedAt = ({ name }: Dirent) => !name.startsWith('.') && name !== 'node_modules'

const entriesOf = (folder: string): readonly Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    // Gone since its parent was read, as happens while a folder is being copied or removed.
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

/** The JSON and Word files below one folder of the schemas folder, in order. Links are not followed, so no circle, no way out. */
export const pathsBelow = (dir: string, folder: string): readonly string[] => {
  const found: string[] = []
  const walk = (below: string, depth: number) => {
    for (const entry of entriesOf(join(dir, below)).filter(isLookedAt)) {
      const path = `${below}/${entry.name}`
      if (entry.isFile() && (path.endsWith('.json') || isFormPath(path)) && found.length < mostFiles) found.push(path)
      else if (entry.isDirectory() && depth < deepest) walk(path, depth + 1)
    }
  }
  walk(folder, 1)
  return found.sort()
}

/** What stands at the top of the schemas folder: folders, and JSON files beside them. The dialect is no pack. */
export const topOfFolder = (dir: string) => {
  const entries = readdirSync(dir, { withFileTypes: true }).filter(isLookedAt)
  return {
    folders: entries.filter((entry) => entry.isDirectory() && entry.name !== 'dialect').map(({ name }) => name),
    files: entries.filter((entry) => entry.isFile() && entry.name.endsWith('.json')).map(({ name }) => name),
  }
}

/** Notepad on a Chinese Windows may save GBK: what is not UTF-8 is read as that. */
const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: '刚才还在，现在没有了',
  EACCES: '没有读取的权限',
  EPERM: '没有读取的权限',
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')

const unreadable = (error: unknown): SourceFile['trouble'] => ({
  code: 'file-unreadable',
  params: { reason: reasons[codeOf(error)] ?? String(error) },
})

/** The bytes of a file and what tells whether it is still as it was. One that cannot be read is a fault of its own. */
const bytesOf = (file: string) => {
  try {
    const { size, mtimeMs } = statSync(file)
    // Of what is not read, size and time have to do.
    if (size > mostBytes) return { trouble: tooBig(size), digest: `${size} ${mtimeMs}` }
    const bytes = readFileSync(file)
    return { bytes, digest: hash('sha256', bytes, 'base64url') }
  } catch (error) {
    return { trouble: unreadable(error), digest: codeOf(error) }
  }
}

export const digestOf = (dir: string, path: string): string => bytesOf(join(dir, path)).digest

/** A file of the schemas folder; `onRead` is told the digest of what was read. */
export const readFrom =
  (dir: string, onRead?: (path: string, digest: string) => void): Files['read'] =>
  (path): SourceFile => {
    const { bytes, trouble, digest } = bytesOf(join(dir, path))
    onRead?.(path, digest)
    if (!bytes) return { path, text: '', ...(trouble && { trouble }) }
    return { path, text: isFormPath(path) ? bytes.toString('base64') : decoded(bytes) }
  }
