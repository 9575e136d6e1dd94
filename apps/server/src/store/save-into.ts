import type { Saved } from '@policyforms/core'
import type { Kysely } from 'kysely'
import { answersOf, currentOf } from './draft-queries.ts'
import { type Current, merge } from './merge.ts'
import { blocked } from './obstacles.ts'
import { maxAnswersLength, type Outcome, type Save, type Who } from './store.ts'
import type { DraftRow, Tables } from './tables.ts'
import { type Changes, writeRevision } from './write-rows.ts'

const lengthOf = (current: ReadonlyMap<string, Current>, changes: Changes) =>
  [...new Set([...current.keys(), ...changes.keys()])].reduce(
    (sum, key) => sum + ((changes.has(key) ? changes.get(key) : current.get(key)?.value)?.length ?? 0),
    0,
  )

/** Merges a patch into a locked draft. */
export const saveInto = async (
  tx: Kysely<Tables>,
  who: Who,
  row: DraftRow,
  { patch, at, title }: Save,
): Promise<Outcome<Saved> | 'too-large'> => {
  const current = await currentOf(tx, row.id)
  const { changes, conflicts, others } = merge(current, patch)
  if (conflicts.length > 0) return blocked(tx, who, row.id, 'conflict', conflicts)
  if (lengthOf(current, changes) > maxAnswersLength) return 'too-large'
  const now = new Map([...current].map(([key, { value }]) => [key, value] as const))
  const theirs = Object.fromEntries(
    others.map((key) => [key, answersOf([[key, now.get(key) ?? null]])[key] ?? null] as const),
  )
  if (changes.size === 0)
    return { done: { revision: row.revision, savedAt: row.savedAt, title: row.title, others: theirs } }
  const saved: Saved = {
    revision: row.revision + 1,
    savedAt: at,
    title: title(answersOf(new Map([...now, ...changes]))),
    others: theirs,
  }
  const { tab = null, turn = null } = patch
  await writeRevision(
    tx,
    { draft: row.id, revision: saved.revision, what: 'saved', at, by: who.user, tab, turn },
    changes,
  )
  await tx
    .updateTable('draft')
    .set({ revision: saved.revision, savedAt: at, title: saved.title })
    .where('id', '=', row.id)
    .execute()
  return { done: saved }
}
