import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileChange } from '@policyforms/core'
import type { SourceFile } from '@policyforms/core/pack'

/** The packs as files on disk. */
export interface PackFolder {
  /** Every file of the schemas folder except the dialect; Word files in base64. */
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

const cites = /"([a-z][a-z0-9-]*)\/[a-z0-9-]+#/g
const parentIn = (text: string): string | undefined => /"parent"\s*:\s*"([a-z0-9-]+)"/.exec(text)?.[1]

/** The packs whose policies matter to one: those above it, and those that its files cite. */
const relatedTo = (pack: string, files: readonly SourceFile[]): ReadonlySet<string> => {
  const related = new Set<string>()
  const visit = (id: string) => {
    const jurisdiction = files.find(({ path }) => path === `${id}/jurisdiction.json`)
    const parent = jurisdiction && parentIn(jurisdiction.text)
    if (parent === undefined || parent === pack || related.has(parent)) return
    related.add(parent)
    visit(parent)
  }
  visit(pack)
  for (const { text } of files.filter(isOf(pack)))
    for (const [, id = ''] of text.matchAll(cites)) if (id !== pack) related.add(id)
  return related
}

const refers = /"\.\.\/([a-z][a-z0-9-]*\/[a-z][a-z0-9-]*\.schema\.json)(?:#[^"]*)?"/g

/** The templates of other packs of which a pack takes parts, however far the way. */
const referredFrom = (pack: string, files: readonly SourceFile[]): ReadonlySet<string> => {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const referred = new Set<string>()
  const queue = files.filter(isOf(pack))
  for (let file = queue.pop(); file; file = queue.pop())
    for (const [, path = ''] of file.text.matchAll(refers)) {
      const found = byPath.get(path)
      if (!found || referred.has(path)) continue
      referred.add(path)
      queue.push(found)
    }
  return referred
}

/** What the check of a pack reads beside its own files. `files` are those of the folder, with its own as they are now. */
export const aroundOf = (pack: string, files: readonly SourceFile[]): readonly SourceFile[] => {
  const related = relatedTo(pack, files)
  const referred = referredFrom(pack, files)
  const isOwn = isOf(pack)
  return files.filter((file) => {
    if (isOwn(file)) return false
    const [folder = '', ...rest] = file.path.split('/')
    if (folder === 'common' || folder === 'codes' || referred.has(file.path)) return true
    return related.has(folder) && /^(jurisdiction\.json|policies\/[^/]+)$/.test(rest.join('/'))
  })
}
