import type { PublishedVersion, WorkingFile } from '@policyforms/core'
import type { Engine } from '../store/engine.ts'
import type { PackVersionRow, WorkingCopyRow } from '../store/tables.ts'
import { mergeFiles } from './merge-files.ts'
import { changeRow, changesTo, type Db, filesOf, lockedRow, rowOf, textsAt, writeFiles } from './working-rows.ts'
import { type PublishingStore, type ReviewOutcome, textsOf } from './workshop-store.ts'

const versionOf = ({ number, hash, at, author, reviewer, note }: PackVersionRow): PublishedVersion => ({
  number,
  hash,
  at,
  author,
  reviewer,
  note,
})

/** Why this person may not publish this revision, if so. */
const hindrance = (row: WorkingCopyRow | undefined, user: string, revision: number): ReviewOutcome => {
  if (!row) return 'missing'
  if (row.state !== 'in-review') return 'not-in-review'
  if (row.revision !== revision) return 'changed'
  return row.reviewBy === user ? 'own-review' : 'done'
}

export const sqlPublishing = (engine: Engine): PublishingStore => {
  const locked = (tx: Db, who: Parameters<PublishingStore['versions']>[0], pack: string) =>
    lockedRow(tx, who, pack, engine.locksRows)
  const versionRows = (db: Db, who: { readonly workspace: string }, pack: string) =>
    db.selectFrom('packVersion').selectAll().where('workspace', '=', who.workspace).where('pack', '=', pack)

  return {
    askReview: (who, pack, { revision, note }, at) =>
      engine.write(async (tx): Promise<ReviewOutcome> => {
        const row = await locked(tx, who, pack)
        if (!row) return 'missing'
        if (row.revision !== revision) return 'changed'
        const said = { reviewBy: who.user, reviewAt: at, reviewNote: note }
        await changeRow(tx, who, pack)
          .set({ state: 'in-review', ...said })
          .execute()
        return 'done'
      }),

    giveBack: (who, pack, note, at) =>
      engine.write(async (tx): Promise<ReviewOutcome> => {
        const row = await locked(tx, who, pack)
        if (!row) return 'missing'
        if (row.state !== 'in-review') return 'not-in-review'
        const said = { returnedBy: who.user, returnedAt: at, returnedNote: note }
        await changeRow(tx, who, pack)
          .set({ state: 'editing', ...said })
          .execute()
        return 'done'
      }),

    mayPublish: async (who, pack, revision) =>
      hindrance(await rowOf(engine.reads, who, pack).executeTakeFirst(), who.user, revision),

    published: (who, pack, revision, hash, at) =>
      engine.write(async (tx) => {
        const row = await locked(tx, who, pack)
        if (!row || hindrance(row, who.user, revision) !== 'done') return undefined
        const last = await versionRows(tx, who, pack).orderBy('number', 'desc').executeTakeFirst()
        const version: PackVersionRow = {
          workspace: who.workspace,
          pack,
          number: (last?.number ?? 0) + 1,
          hash,
          at,
          author: row.reviewBy ?? row.savedBy,
          reviewer: who.user,
          note: row.reviewNote ?? '',
          files: JSON.stringify(filesOf(await textsAt(tx, who, pack, revision))),
        }
        await tx.insertInto('packVersion').values(version).execute()
        const none = { returnedBy: null, returnedAt: null, returnedNote: null }
        await changeRow(tx, who, pack)
          .set({ state: 'editing', taken: revision, ...none })
          .execute()
        return versionOf(version)
      }),

    versions: async (who, pack) =>
      (await versionRows(engine.reads, who, pack).orderBy('number', 'desc').execute()).map(versionOf),

    versionFiles: async (who, pack, number) => {
      const row = await versionRows(engine.reads, who, pack).where('number', '=', number).executeTakeFirst()
      // Written by `published`.
      return row && (JSON.parse(row.files) as readonly WorkingFile[])
    },

    takeFolder: (who, pack, folder, take, at) =>
      engine.write(async (tx) => {
        const row = await locked(tx, who, pack)
        if (!row) return 'missing'
        const [taken, mine, there] = [
          await textsAt(tx, who, pack, row.taken),
          await textsAt(tx, who, pack, row.revision),
          textsOf(folder),
        ]
        // A folder that is gone as a whole was not edited: nothing of it comes in, and publishing puts it back.
        const isGone = there.size === 0
        const side = take === 'mine' ? 'mine' : 'theirs'
        const { changes } = mergeFiles(taken, isGone ? taken : there, changesTo(taken, mine), side)
        const mergedIn = new Map(isGone ? taken : there)
        for (const { path, text } of changes)
          if (text === null) mergedIn.delete(path)
          else mergedIn.set(path, text)
        // First the folder as it is, so that it can be told later what was changed there since; then what came of both.
        await writeFiles(tx, who, pack, row.revision + 1, changesTo(mine, there))
        await writeFiles(tx, who, pack, row.revision + 2, changesTo(there, mergedIn))
        const revision = row.revision + 2
        await changeRow(tx, who, pack)
          .set({ revision, taken: row.revision + 1, savedAt: at, savedBy: who.user, state: 'editing' })
          .execute()
        return { revision, savedAt: at, others: changesTo(mine, mergedIn) }
      }),
  }
}
