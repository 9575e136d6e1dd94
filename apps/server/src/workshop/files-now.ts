import type { FileChange, WorkingFile } from '@policyforms/core'
import type { FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'
import { Refused } from '../http/refusals.ts'
import { isPlain } from './is-plain.ts'
import { isOf } from './pack-folder.ts'

/** The files of a working copy as a page has them, what it has not saved yet among them, without their examples. */
export const filesNow = async (
  deps: Deps,
  request: FastifyRequest,
  pack: string,
  unsaved: readonly FileChange[],
): Promise<readonly WorkingFile[]> => {
  if (!unsaved.every((file) => isOf(pack)(file) && isPlain(file.path))) throw new Refused('workshop-path')
  const copy = await deps.store.workshop.copy(await deps.who(request), pack)
  if (!copy) throw new Refused('workshop-missing')
  const changed = new Set(unsaved.map(({ path }) => path))
  const own = [
    ...copy.files.filter(({ path }) => !changed.has(path)),
    ...unsaved.flatMap(({ path, text }) => (text === null ? [] : [{ path, text }])),
  ].filter(({ path }) => !path.includes('/examples/'))
  return [...(await deps.folder.around(pack, own)), ...own]
}
