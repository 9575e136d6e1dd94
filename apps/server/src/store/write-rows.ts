import { randomUUID } from 'node:crypto'
import type { Answers, Template } from '@policyforms/core'
import type { Kysely } from 'kysely'
import { textOf } from './merge.ts'
import type { Who } from './store.ts'
import type { RevisionRow, Tables } from './tables.ts'

type Db = Kysely<Tables>
/** JSON text by section; null takes the section away. */
export type Changes = ReadonlyMap<string, string | null>

/** A revision with the sections that it changed. */
export const writeRevision = async (tx: Db, row: RevisionRow, changes: Changes) => {
  await tx.insertInto('revision').values(row).execute()
  for (const [section, value] of changes) {
    const { draft, revision } = row
    await tx.insertInto('change').values({ draft, revision, section, value }).execute()
    await tx
      .insertInto('section')
      .values({ draft, section, revision })
      .onConflict((conflict) => conflict.columns(['draft', 'section']).doUpdateSet({ revision }))
      .execute()
  }
}

/** A published version is written once and never changed. */
export const keepTemplate = (tx: Db, template: Template, at: string) =>
  tx
    .insertInto('template')
    .values({
      hash: template.hash,
      id: template.id,
      title: template.title,
      pack: template.pack.id,
      packName: template.pack.name,
      body: JSON.stringify(template),
      keptAt: at,
    })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()

export const changesOf = (answers: Answers): Changes =>
  new Map(Object.entries(answers).flatMap(([key, value]) => (value === undefined ? [] : [[key, textOf(value)]])))

/** A new draft at its first revision; gives its id. */
export const begin = async (
  tx: Db,
  who: Who,
  draft: { readonly hash: string; readonly title: string; readonly at: string },
  changes: Changes,
) => {
  const id = randomUUID()
  const { hash, title, at } = draft
  await tx
    .insertInto('draft')
    .values({
      id,
      workspace: who.workspace,
      owner: who.user,
      hash,
      title,
      state: 'draft',
      revision: 1,
      createdAt: at,
      savedAt: at,
      submittedAt: null,
      deletedAt: null,
    })
    .execute()
  await writeRevision(tx, { draft: id, revision: 1, what: 'created', at, by: who.user, tab: null, turn: null }, changes)
  return id
}
