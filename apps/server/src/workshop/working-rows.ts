import type { FileChange, WorkingFile } from '@policyforms/core'
import type { Kysely } from 'kysely'
import type { Who } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import { type Texts, textsOf } from './workshop-store.ts'

export type Db = Kysely<Tables>

export const rowOf = (db: Db, { workspace }: Who, pack: string) =>
  db.selectFrom('workingCopy').selectAll().where('workspace', '=', workspace).where('pack', '=', pack)

/** The row, kept from others until the transaction ends. */
export const lockedRow = (tx: Db, who: Who, pack: string, locksRows: boolean) =>
  rowOf(tx, who, pack)
    .$if(locksRows, (query) => query.forUpdate())
    .executeTakeFirst()

export const changeRow = (tx: Db, { workspace }: Who, pack: string) =>
  tx.updateTable('workingCopy').where('workspace', '=', workspace).where('pack', '=', pack)

/** The files as a revision left them. What a later one took the place of is not read: Word files are large. */
export const textsAt = async (db: Db, { workspace }: Who, pack: string, revision: number): Promise<Texts> => {
  const latest = db
    .selectFrom('workingFile')
    .select(({ fn }) => ['path', fn.max('revision').as('revision')])
    .where('workspace', '=', workspace)
    .where('pack', '=', pack)
    .where('revision', '<=', revision)
    .groupBy('path')
    .as('latest')
  const rows = await db
    .selectFrom('workingFile as file')
    .innerJoin(latest, (join) =>
      join.onRef('latest.path', '=', 'file.path').onRef('latest.revision', '=', 'file.revision'),
    )
    .select(['file.path', 'file.text'])
    .where('file.workspace', '=', workspace)
    .where('file.pack', '=', pack)
    .execute()
  return textsOf(rows)
}

export const filesOf = (texts: Texts): readonly WorkingFile[] =>
  [...texts].map(([path, text]) => ({ path, text })).sort((a, b) => (a.path < b.path ? -1 : 1))

export const writeFiles = async (tx: Db, who: Who, pack: string, revision: number, files: readonly FileChange[]) => {
  for (const { path, text } of files)
    await tx.insertInto('workingFile').values({ workspace: who.workspace, pack, path, revision, text }).execute()
}

/** What turns one set of files into another. */
export const changesTo = (before: Texts, after: Texts): readonly FileChange[] => [
  ...[...after].filter(([path, text]) => before.get(path) !== text).map(([path, text]) => ({ path, text })),
  ...[...before.keys()].filter((path) => !after.has(path)).map((path) => ({ path, text: null })),
]
