import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileChange } from '@policyforms/core'
import type { SourceFile } from '@policyforms/core/pack'

/** The packs as files on disk. */
export interface PackFolder {
  /** Every JSON file of the schemas folder except the dialect. */
  read(): Promise<readonly SourceFile[]>
  /** Writes what has changed. A file is there whole or not at all; the last one written is the jurisdiction's. */
  write(files: readonly FileChange[]): Promise<void>
}

const isJurisdiction = ({ path }: FileChange) => path.endsWith('/jurisdiction.json')

export const packFolder = (folder: string): PackFolder => ({
  read: async () => {
    const { readSchemas } = await import('@policyforms/core/node')
    return readSchemas(folder)
  },

  write: async (files) => {
    for (const { path, text } of files.toSorted((a, b) => Number(isJurisdiction(a)) - Number(isJurisdiction(b)))) {
      const file = join(folder, path)
      if (text === null) {
        await rm(file, { force: true })
        continue
      }
      await mkdir(dirname(file), { recursive: true })
      // What begins with a dot is not read as a part of a pack.
      const draft = join(dirname(file), `.${process.pid}.${Date.now()}.part`)
      await writeFile(draft, text)
      await rename(draft, file)
    }
  },
})

export const isOf = (pack: string) => (file: { readonly path: string }) => file.path.startsWith(`${pack}/`)

/** What the check of a pack reads beside its own files: an example or a template of another pack never matters. */
export const isAround = (pack: string) => {
  const isOwn = isOf(pack)
  return (file: { readonly path: string }) =>
    !isOwn(file) && /^(common|codes)\/|\/(jurisdiction\.json|policies\/[^/]+)$/.test(file.path)
}
