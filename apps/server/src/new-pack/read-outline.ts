import type { PolicyNamed, PolicyPiece } from '@policyforms/core'
import { type Draft, type OutlineBlock, OutlineRefused } from '@policyforms/documents'

export interface ReadOutline {
  /** The file as it was read, for showing beside what was made of it. */
  readonly blocks: readonly OutlineBlock[]
  readonly draft: Draft
  /** The same cut into clauses, for when it is a policy's text. */
  readonly clauses: readonly PolicyPiece[]
  readonly policy: PolicyNamed
}

const longest = 2 ** 20

/** An outline from a Word file or from text. Throws `OutlineRefused` with a sentence that says why. */
export const readOutline = async (given: Uint8Array | string): Promise<ReadOutline> => {
  const { cutClauses, draftOutline, policyFront, readText, readWord } = await import('@policyforms/documents')
  const all = (blocks: readonly OutlineBlock[]): ReadOutline => ({
    blocks,
    draft: draftOutline(blocks),
    clauses: cutClauses(blocks),
    policy: policyFront(blocks).named,
  })
  if (typeof given !== 'string') return all(await readWord(given))
  if (given.length > longest) throw new OutlineRefused('提纲超过 1 MB，没有读取。')
  if (given.trim() === '') throw new OutlineRefused('提纲是空的。')
  return all(readText(given))
}
