import {
  type Answers,
  filesOf,
  type Issue,
  placesOf,
  pointerOf,
  type Template,
  valueAt,
  walkBlocks,
} from '@policyforms/core'
import type { StoredFile } from '../store/store.ts'

/** The files that answers name and that were never uploaded to this draft, or not as they say. */
export const unknownFiles = (template: Template, answers: Answers, stored: readonly StoredFile[]): readonly Issue[] => {
  const known = new Map(stored.map((file) => [file.id, file]))
  return walkBlocks(template).flatMap((block) => {
    if (block.block !== 'field' || (block.kind !== 'attachment' && block.kind !== 'picture')) return []
    return placesOf(answers, block.path).flatMap((place) =>
      filesOf(valueAt(answers, place)).flatMap(({ id, name, size }, index): readonly Issue[] => {
        const file = known.get(id)
        return file?.name === name && file.size === size
          ? []
          : [{ code: 'file-missing', at: pointerOf([...place, index]), severity: 'error', params: { name } }]
      }),
    )
  })
}
