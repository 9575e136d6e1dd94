import type { WorkingFile } from '@policyforms/core'
import type { Deps } from '../deps.ts'
import { Refused } from '../http/refusals.ts'
import type { Who } from '../store/store.ts'

/** One state of a pack: in the folder, as a working copy, or as it was published. */
export interface Side {
  readonly pack: string
  readonly of: string
  readonly files: readonly WorkingFile[]
  /** What its check reads beside them. */
  readonly around: readonly WorkingFile[]
}

const ownFiles = async (
  { store, folder }: Deps,
  who: Who,
  pack: string,
  of: string,
): Promise<readonly WorkingFile[] | undefined> => {
  if (of === 'copy') return (await store.workshop.copy(who, pack))?.files
  if (of === 'folder') {
    const files = await folder.own(pack)
    return files.length > 0 ? files : undefined
  }
  return /^\d{1,9}$/.test(of) ? store.workshop.versionFiles(who, pack, Number(of)) : undefined
}

/** `of` is `copy`, `folder` or the number of a version. */
export const sideOf = async (deps: Deps, who: Who, pack: string, of: string): Promise<Side> => {
  const files = await ownFiles(deps, who, pack, of)
  if (!files) throw new Refused(of === 'copy' ? 'workshop-missing' : of === 'folder' ? 'pack-unknown' : 'not-found')
  return { pack, of, files, around: await deps.folder.around(pack, files) }
}
