import type { FileChange, FilesPatch, WorkingCopySummary } from '@policyforms/core'
import type { Engine } from '../store/engine.ts'
import type { Who } from '../store/store.ts'
import type { WorkingCopyRow } from '../store/tables.ts'
import { isSameContest, mergeFiles } from './merge-files.ts'
import { sqlPublishing } from './sql-publishing.ts'
import { changeRow, changesTo, type Db, filesOf, lockedRow, rowOf, textsAt, writeFiles } from './working-rows.ts'
import type { SaveOutcome, Texts, WorkshopStore } from './workshop-store.ts'

const summaryOf = ({ pack, name, revision, taken, state, savedAt, savedBy }: WorkingCopyRow): WorkingCopySummary => ({
  pack,
  name,
  revision,
  state,
  isChanged: revision !== taken,
  savedAt,
  savedBy,
})

export const sqlWorkshop = (engine: Engine): WorkshopStore => ({
  ...sqlPublishing(engine),

  list: async ({ workspace }) => {
    const rows = engine.reads.selectFrom('workingCopy').selectAll().where('workspace', '=', workspace)
    return (await rows.orderBy('savedAt', 'desc').execute()).map(summaryOf)
  },

  open: (who, { pack, name, files, isInFolder, at }) =>
    engine.write(async (tx) => {
      if (await rowOf(tx, who, pack).executeTakeFirst()) return { isNew: false }
      const times = { savedAt: at, savedBy: who.user }
      const row = { workspace: who.workspace, pack, name, revision: 1, taken: isInFolder ? 1 : 0, ...times }
      await tx
        .insertInto('workingCopy')
        .values({ ...row, state: 'editing' })
        .execute()
      await writeFiles(tx, who, pack, 1, files)
      return { isNew: true }
    }),

  copy: async (who, pack) => {
    const row = await rowOf(engine.reads, who, pack).executeTakeFirst()
    if (!row) return undefined
    const [now, taken] = await Promise.all(
      [row.revision, row.taken].map((revision) => textsAt(engine.reads, who, pack, revision)),
    )
    const { reviewBy, reviewAt, reviewNote, returnedBy, returnedAt, returnedNote } = row
    return {
      ...summaryOf(row),
      files: filesOf(now ?? new Map()),
      taken: filesOf(taken ?? new Map()),
      ...wordOf('review', row.state === 'in-review' ? reviewBy : null, reviewAt, reviewNote),
      ...wordOf('returned', returnedBy, returnedAt, returnedNote),
    }
  },

  save: (who, pack, patch, at) =>
    engine.write(async (tx): Promise<SaveOutcome> => {
      const row = await lockedRow(tx, who, pack, engine.locksRows)
      return row ? saveInto(tx, who, row, patch, at) : 'missing'
    }),

  revert: (who, pack, { from, to }, at) =>
    engine.write(async (tx): Promise<SaveOutcome> => {
      const row = await lockedRow(tx, who, pack, engine.locksRows)
      if (!row) return 'missing'
      const [after, before] = [await textsAt(tx, who, pack, from), await textsAt(tx, who, pack, to)]
      return saveInto(tx, who, row, { base: from, files: changesTo(after, before) }, at)
    }),

  discard: (who, pack) =>
    engine.write(async (tx) => {
      for (const table of ['workingFile', 'workingCopy'] as const)
        await tx.deleteFrom(table).where('workspace', '=', who.workspace).where('pack', '=', pack).execute()
      return true
    }),
})

const saveInto = async (
  tx: Db,
  who: Who,
  row: WorkingCopyRow,
  { base, files, settled }: FilesPatch,
  at: string,
): Promise<SaveOutcome> => {
  const { pack } = row
  // Every page that is open asks like this again and again.
  if (files.length === 0 && base === row.revision)
    return { done: { revision: row.revision, savedAt: row.savedAt, others: [] } }
  const before = await textsAt(tx, who, pack, base)
  const now = base === row.revision ? before : await textsAt(tx, who, pack, row.revision)
  const { conflicts } = mergeFiles(before, now, files)
  // Whose stays was chosen in sight of what stood there then; if that has changed since, it is asked again.
  const seen = settled ? mergeFiles(before, await textsAt(tx, who, pack, settled.revision), files).conflicts : []
  if (conflicts.length > 0 && !(settled && isSameContest(seen, conflicts)))
    return { conflict: { revision: row.revision, files: conflicts } }
  const { changes } = mergeFiles(before, now, files, settled?.take)
  const revision = row.revision + (changes.length > 0 ? 1 : 0)
  await writeFiles(tx, who, pack, revision, changes)
  if (changes.length > 0)
    await changeRow(tx, who, pack).set({ revision, savedAt: at, savedBy: who.user, state: 'editing' }).execute()
  const savedAt = changes.length > 0 ? at : row.savedAt
  return { done: { revision, savedAt, others: othersOf(before, now, files, changes) } }
}

/** What the sender does not have yet: other files that changed since, and its own where they were merged. */
const othersOf = (before: Texts, now: Texts, sent: readonly FileChange[], written: readonly FileChange[]) => {
  const after = new Map<string, string | null>([...now, ...written.map(({ path, text }) => [path, text] as const)])
  const known = new Map<string, string | null>([...before, ...sent.map(({ path, text }) => [path, text] as const)])
  return [...new Set([...after.keys(), ...known.keys()])]
    .filter((path) => (after.get(path) ?? null) !== (known.get(path) ?? null))
    .map((path) => ({ path, text: after.get(path) ?? null }))
}

const wordOf = <K extends 'review' | 'returned'>(key: K, by: string | null, at: string | null, note: string | null) =>
  by === null ? {} : { [key]: { by, at: at ?? '', note: note ?? '' } }
