import { type CheckedFolder, type CompileOptions, checkFolder, openShelf, sharedFolders } from '../pack/index.ts'
import { pathsBelow, readFrom, topOfFolder } from './disk-files.ts'
import { engines } from './open-schemas.ts'

/** One pack of a schemas folder: what it does not refer to is not read. */
export const openFolder = (dir: string, folder: string, options: CompileOptions = {}): CheckedFolder => {
  const { folders } = topOfFolder(dir)
  const paths = folders.flatMap((name) => pathsBelow(dir, name))
  return checkFolder(openShelf({ paths, read: readFrom(dir) }), folder, engines, options)
}

/** The folders that may be packs, by name. */
export const packFolders = (dir: string): readonly string[] =>
  topOfFolder(dir)
    .folders.filter((name) => !sharedFolders.includes(name))
    .sort()
