import type { SourceFile } from '../pack/index.ts'
import { pathsBelow, readFrom, topOfFolder } from './disk-files.ts'

/** Every JSON file below a schemas folder, in order of path. What begins with a dot is not looked at. */
export const readSchemas = async (dir: string): Promise<readonly SourceFile[]> => {
  const { folders, files } = topOfFolder(dir)
  return [...files, ...folders.flatMap((folder) => pathsBelow(dir, folder))].sort().map(readFrom(dir))
}
