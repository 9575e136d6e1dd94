import { type SourceFile, sharedFolders } from '@policyforms/core/pack'

/** The wanted files of one folder of the schemas folder. */
export type ReadFolder = (folder: string, isWanted?: (path: string) => boolean) => readonly SourceFile[]

const cites = /"([a-z][a-z0-9-]*)\/[a-z0-9-]+#/g
const parentIn = (text: string | undefined): string | undefined => /"parent"\s*:\s*"([a-z0-9-]+)"/.exec(text ?? '')?.[1]

/** The packs whose policies matter to one: those above it, and those that its files cite. */
const relatedTo = (pack: string, own: readonly SourceFile[], read: ReadFolder): ReadonlySet<string> => {
  const related = new Set<string>()
  const visit = (id: string, files: readonly SourceFile[]) => {
    const parent = parentIn(files.find(({ path }) => path === `${id}/jurisdiction.json`)?.text)
    if (parent === undefined || parent === pack || related.has(parent)) return
    related.add(parent)
    visit(
      parent,
      read(parent, (path) => path === `${parent}/jurisdiction.json`),
    )
  }
  visit(pack, own)
  for (const { text } of own) for (const [, id = ''] of text.matchAll(cites)) if (id !== pack) related.add(id)
  return related
}

const refers = /"\.\.\/(([a-z][a-z0-9-]*)\/[a-z][a-z0-9-]*\.schema\.json)(?:#[^"]*)?"/g

/** The templates of other packs of which a pack takes parts, however far the way. */
const referredFrom = (pack: string, own: readonly SourceFile[], read: ReadFolder): readonly SourceFile[] => {
  const referred = new Map<string, SourceFile>()
  const queue = [...own]
  for (let file = queue.pop(); file; file = queue.pop())
    for (const [, path = '', folder = ''] of file.text.matchAll(refers)) {
      if (folder === pack || referred.has(path)) continue
      const [found] = read(folder, (one) => one === path)
      if (!found) continue
      referred.set(path, found)
      queue.push(found)
    }
  return [...referred.values()]
}

const isForeignPart = (path: string) => /^[^/]+\/(jurisdiction\.json|policies\/[^/]+)$/.test(path)

/** What the check of a pack reads beside its own files, which are given as they are now. Nothing else is read from disk. */
export const aroundPack = (pack: string, own: readonly SourceFile[], read: ReadFolder): readonly SourceFile[] => {
  const found = [
    ...sharedFolders.flatMap((folder) => read(folder)),
    ...[...relatedTo(pack, own, read)].flatMap((folder) => read(folder, isForeignPart)),
    ...referredFrom(pack, own, read),
  ]
  return [...new Map(found.map((file) => [file.path, file])).values()]
}
