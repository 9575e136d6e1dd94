import type { Draft, Template } from '@policyforms/core'
import type { Kysely } from 'kysely'
import { knownSigners } from '../moving/known-signers.ts'
import { sqlWorkshop } from '../workshop/sql-workshop.ts'
import { answersAt, currentOf, draftOf, listOf, submittedAnswers, summariesOf, summaryOf } from './draft-queries.ts'
import type { Engine } from './engine.ts'
import { blocked, present } from './obstacles.ts'
import { saveInto } from './save-into.ts'
import type { Outcome, Store, Who } from './store.ts'
import type { Tables } from './tables.ts'
import { begin, changesOf, keepTemplate, writeRevision } from './write-rows.ts'

type Db = Kysely<Tables>

/** The store over either database. */
export const sqlStore = (engine: Engine): Store => {
  /** The draft's row, locked until the transaction ends. */
  const lock = (tx: Db, who: Who, id: string) =>
    tx
      .selectFrom('draft')
      .selectAll()
      .where('id', '=', id)
      .where('workspace', '=', who.workspace)
      .$if(engine.locksRows, (query) => query.forUpdate())
      .executeTakeFirst()

  const hashOf = async (who: Who, id: string) =>
    (
      await engine.reads
        .selectFrom('draft')
        .select('hash')
        .where('id', '=', id)
        .where('workspace', '=', who.workspace)
        .executeTakeFirst()
    )?.hash

  return {
    template: async (hash) => {
      const row = await engine.reads.selectFrom('template').select('body').where('hash', '=', hash).executeTakeFirst()
      // The body was written by `keepTemplate`, from a Template.
      return row && (JSON.parse(row.body) as Template)
    },

    create: (who, { template, title, answers, at }) =>
      engine.write(async (tx) => {
        await keepTemplate(tx, template, at)
        const id = await begin(tx, who, { hash: template.hash, title, at }, changesOf(answers))
        return present(tx, who, id)
      }),

    list: async (who, query) => (await listOf(engine.reads, who, query)).map(summaryOf),
    summaries: async (who, ids) => (await summariesOf(engine.reads, who, ids)).map(summaryOf),
    draft: (who, id) => draftOf(engine.reads, who, id),
    hashOf,

    save: (who, id, save) =>
      engine.write(async (tx) => {
        const row = await lock(tx, who, id)
        if (!row) return 'missing'
        if (row.deletedAt !== null) return blocked(tx, who, id, 'deleted')
        if (row.state === 'submitted') return blocked(tx, who, id, 'submitted')
        return saveInto(tx, who, row, save)
      }),

    submit: (who, id, { revision, answers, at }) =>
      engine.write(async (tx): Promise<Outcome<Draft>> => {
        const row = await lock(tx, who, id)
        if (!row) return 'missing'
        if (row.deletedAt !== null) return blocked(tx, who, id, 'deleted')
        if (row.state === 'submitted') return blocked(tx, who, id, 'submitted')
        if (row.revision !== revision) return blocked(tx, who, id, 'conflict')
        const next = revision + 1
        await writeRevision(
          tx,
          { draft: id, revision: next, what: 'submitted', at, by: who.user, tab: null, turn: null },
          new Map(),
        )
        await tx
          .insertInto('submission')
          .values({ draft: id, revision: next, at, answers: JSON.stringify(answers) })
          .execute()
        await tx
          .updateTable('draft')
          .set({ state: 'submitted', revision: next, submittedAt: at })
          .where('id', '=', id)
          .execute()
        return { done: await present(tx, who, id) }
      }),

    carry: (who, id, { revision, template, title, answers, at }) =>
      engine.write(async (tx): Promise<Outcome<Draft>> => {
        const row = await lock(tx, who, id)
        if (!row) return 'missing'
        if (row.deletedAt !== null) return blocked(tx, who, id, 'deleted')
        if (row.state === 'submitted') return blocked(tx, who, id, 'submitted')
        if (row.revision !== revision) return blocked(tx, who, id, 'conflict')
        await keepTemplate(tx, template, at)
        const gone = [...(await currentOf(tx, id)).keys()].map((key) => [key, null] as const)
        const next = revision + 1
        await writeRevision(
          tx,
          { draft: id, revision: next, what: 'carried', at, by: who.user, tab: null, turn: null },
          new Map([...gone, ...changesOf(answers)]),
        )
        await tx
          .updateTable('draft')
          .set({ hash: template.hash, revision: next, savedAt: at, title })
          .where('id', '=', id)
          .execute()
        return { done: await present(tx, who, id) }
      }),

    withdraw: (who, id, at) =>
      engine.write(async (tx): Promise<Outcome<Draft>> => {
        const row = await lock(tx, who, id)
        if (!row) return 'missing'
        if (row.state !== 'submitted') return blocked(tx, who, id, 'not-submitted')
        const revision = row.revision + 1
        await writeRevision(
          tx,
          { draft: id, revision, what: 'withdrawn', at, by: who.user, tab: null, turn: null },
          new Map(),
        )
        await tx
          .updateTable('draft')
          .set({ state: 'draft', revision, submittedAt: null })
          .where('id', '=', id)
          .execute()
        return { done: await present(tx, who, id) }
      }),

    duplicate: (who, id, at) =>
      engine.write(async (tx) => {
        const row = await lock(tx, who, id)
        if (!row) return 'missing'
        const sections = [...(await currentOf(tx, id))].map(([key, { value }]) => [key, value] as const)
        const copy = await begin(tx, who, { hash: row.hash, title: row.title, at }, new Map(sections))
        const files = await tx.selectFrom('file').selectAll().where('draft', '=', id).execute()
        for (const file of files)
          await tx
            .insertInto('file')
            .values({ ...file, draft: copy })
            .execute()
        return present(tx, who, copy)
      }),

    remove: (who, id, at) =>
      engine.write(async (tx): Promise<Outcome<null>> => {
        const row = await lock(tx, who, id)
        if (!row) return 'missing'
        if (row.state === 'submitted') return blocked(tx, who, id, 'submitted')
        await tx.updateTable('draft').set({ deletedAt: at }).where('id', '=', id).execute()
        return { done: null }
      }),

    restore: (who, id) =>
      engine.write(async (tx) => {
        if (!(await lock(tx, who, id))) return 'missing'
        await tx.updateTable('draft').set({ deletedAt: null }).where('id', '=', id).execute()
        return present(tx, who, id)
      }),

    history: async (who, id) => {
      if ((await hashOf(who, id)) === undefined) return 'missing'
      const [revisions, changes] = await Promise.all([
        engine.reads.selectFrom('revision').selectAll().where('draft', '=', id).orderBy('revision', 'desc').execute(),
        engine.reads.selectFrom('change').select(['revision', 'section']).where('draft', '=', id).execute(),
      ])
      const sections = Map.groupBy(changes, (change) => change.revision)
      return revisions.map(({ revision, at, what }) => ({
        revision,
        at,
        what,
        sections: (sections.get(revision) ?? []).map((change) => change.section).sort(),
      }))
    },

    answersAt: async (who, id, revision) => {
      if ((await hashOf(who, id)) === undefined) return 'missing'
      return (await submittedAnswers(engine.reads, id, revision)) ?? answersAt(engine.reads, id, revision)
    },

    addFile: (who, id, { sha256, ...file }, at) =>
      engine.write(async (tx): Promise<Outcome<null>> => {
        const row = await lock(tx, who, id)
        if (!row) return 'missing'
        if (row.deletedAt !== null) return blocked(tx, who, id, 'deleted')
        if (row.state === 'submitted') return blocked(tx, who, id, 'submitted')
        await tx
          .insertInto('file')
          .values({ ...file, draft: id, sha256, addedAt: at, addedBy: who.user })
          .execute()
        return { done: null }
      }),

    files: (who, id) =>
      engine.reads
        .selectFrom('file')
        .innerJoin('draft', 'draft.id', 'file.draft')
        .select(['file.id', 'file.name', 'file.size', 'file.sha256'])
        .where('file.draft', '=', id)
        .where('draft.workspace', '=', who.workspace)
        .execute(),

    workshop: sqlWorkshop(engine),
    signers: knownSigners(engine),
    close: () => engine.close(),
  }
}
