import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SourceFile } from '../pack/index.ts'

/** Every JSON file below a schemas folder, in order of path. What begins with a dot is not looked at. */
export const readSchemas = async (dir: string): Promise<readonly SourceFile[]> => {
  const paths = (await walk(dir, '')).filter((path) => path.endsWith('.json') && !path.startsWith('dialect/')).sort()
  return Promise.all(paths.map(async (path) => ({ path, text: decoded(await readFile(join(dir, path))) })))
}

const walk = async (dir: string, below: string): Promise<readonly string[]> => {
  const entries = await readdir(join(dir, below), { withFileTypes: true })
  const found = await Promise.all(
    entries
      .filter((entry) => !entry.name.startsWith('.') && entry.name !== 'node_modules')
      .map((entry) => {
        const path = below === '' ? entry.name : `${below}/${entry.name}`
        return entry.isDirectory() ? walk(dir, path) : entry.isFile() ? [path] : []
      }),
  )
  return found.flat()
}

/** Notepad on a Chinese Windows may save GBK: what is not UTF-8 is read as that. */
const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
