import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileChange } from '@policyforms/core'
import type { SourceFile } from '@policyforms/core/pack'
import type { ReadFolder } from './around-pack.ts'

/** The packs as files on disk. */
export interface PackFolder {
  readonly path: string
  /** A pack's own files; Word files in base64. */
  own(pack: string): Promise<readonly SourceFile[]>
  /** What the check of a pack reads beside its own files, which are given as they are now. */
  around(pack: string, own: readonly SourceFile[]): Promise<readonly SourceFile[]>
  /** Writes what has changed. A file is there whole or not at all; the last one written is the jurisdiction's. */
  write(files: readonly FileChange[]): Promise<void>
}

/** Reads one folder, or the wanted part of it: a thousand other packs are none of its business. */
const readerOf = async (folder: string): Promise<ReadFolder> => {
  const { readFolders } = await import('@policyforms/core/node')
  return (name, isWanted) => readFolders(folder, [name], isWanted)
}

const isJurisdiction = ({ path }: FileChange) => path.endsWith('/jurisdiction.json')

export const packFolder = (folder: string): PackFolder => ({
  path: folder,

  own: async (pack) => (await readerOf(folder))(pack),

  around: async (pack, own) => {
    const { aroundPack } = await import('./around-pack.ts')
    return aroundPack(pack, own, await readerOf(folder))
  },

  write: async (files) => {
    const { contentOf } = await import('@policyforms/core/pack')
    for (const { path, text } of files.toSorted((a, b) => Number(isJurisdiction(a)) - Number(isJurisdiction(b)))) {
      const file = join(folder, path)
      if (text === null) {
        await rm(file, { force: true })
        continue
      }
      await mkdir(dirname(file), { recursive: true })
      // What begins with a dot is not read as a part of a pack.
      const draft = join(dirname(file), `.${process.pid}.${Date.now()}.part`)
      await writeFile(draft, contentOf({ path, text }))
      await rename(draft, file)
    }
  },
})

export const isOf = (pack: string) => (file: { readonly path: string }) => file.path.startsWith(`${pack}/`)
