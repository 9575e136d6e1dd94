import { setImmediate as turn } from 'node:timers/promises'
import type { SourceFile } from '../pack/index.ts'
import { pathsBelow, readFrom, topOfFolder } from './disk-files.ts'

/** Every JSON file below a schemas folder, in order of path. What begins with a dot is not looked at. */
export const readSchemas = async (dir: string): Promise<readonly SourceFile[]> => {
  const { folders, files } = topOfFolder(dir)
  const read = files.map(readFrom(dir))
  for (const folder of folders) {
    read.push(...pathsBelow(dir, folder).map(readFrom(dir)))
    // A thousand packs take a while, and others may be waiting.
    await turn()
  }
  return read.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The wanted files of some folders of a schemas folder, in order of path; nothing else is read. */
export const readFolders = (
  dir: string,
  folders: readonly string[],
  isWanted: (path: string) => boolean = () => true,
): readonly SourceFile[] => {
  const there = new Set(topOfFolder(dir).folders)
  const paths = folders.filter((folder) => there.has(folder)).flatMap((folder) => pathsBelow(dir, folder))
  return paths.filter(isWanted).sort().map(readFrom(dir))
}
