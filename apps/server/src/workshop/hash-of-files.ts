import { createHash } from 'node:crypto'
import type { WorkingFile } from '@policyforms/core'

/** Over paths and texts, in order of path: the same files give the same hash wherever they are. */
export const hashOfFiles = (files: readonly WorkingFile[]): string => {
  const hash = createHash('sha256')
  for (const { path, text } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
    hash.update(JSON.stringify([path, text]))
  return hash.digest('hex')
}
