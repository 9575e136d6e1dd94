import type { Answers, Draft, DraftSummary, Json } from '@policyforms/core'
import { type Kysely, sql } from 'kysely'
import type { Current } from './merge.ts'
import type { ListQuery, Who } from './store.ts'
import type { DraftRow, Tables } from './tables.ts'

type Db = Kysely<Tables>
type SummaryRow = DraftRow & {
  readonly template: string
  readonly templateTitle: string
  readonly pack: string
  readonly packName: string
}

/** Text that was written by this store as JSON of answers. */
const parsed = (text: string) => JSON.parse(text) as Json

export const summaryOf = (row: SummaryRow): DraftSummary => ({
  id: row.id,
  template: row.template,
  hash: row.hash,
  templateTitle: row.templateTitle,
  pack: { id: row.pack, name: row.packName },
  title: row.title,
  state: row.state,
  revision: row.revision,
  createdAt: row.createdAt,
  savedAt: row.savedAt,
  ...(row.submittedAt !== null && { submittedAt: row.submittedAt }),
  ...(row.deletedAt !== null && { deletedAt: row.deletedAt }),
})

const summaries = (db: Db, who: Who) =>
  db
    .selectFrom('draft')
    .innerJoin('template', 'template.hash', 'draft.hash')
    .selectAll('draft')
    .select(['template.id as template', 'template.title as templateTitle', 'template.pack', 'template.packName'])
    .where('draft.workspace', '=', who.workspace)

export const listOf = (db: Db, who: Who, { state, words }: ListQuery): Promise<readonly SummaryRow[]> => {
  const like = `%${(words ?? '').toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
  return summaries(db, who)
    .where('draft.deletedAt', state === 'deleted' ? 'is not' : 'is', null)
    .$if(state === 'draft' || state === 'submitted', (query) =>
      query.where('draft.state', '=', state === 'submitted' ? 'submitted' : 'draft'),
    )
    .$if(words !== undefined && words !== '', (query) =>
      query.where(({ or }) =>
        or(
          (['draft.title', 'template.title', 'template.packName'] as const).map(
            (column) => sql<boolean>`lower(${sql.ref(column)}) like ${like} escape '\\'`,
          ),
        ),
      ),
    )
    .orderBy('draft.savedAt', 'desc')
    .orderBy('draft.id')
    .execute()
}

const AT_ONCE = 500

export const summariesOf = async (db: Db, who: Who, ids: readonly string[]): Promise<readonly SummaryRow[]> => {
  const found = new Map<string, SummaryRow>()
  // Databases bound the number of parameters of one statement.
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    const rows = await summaries(db, who).where('draft.id', 'in', some).where('draft.deletedAt', 'is', null).execute()
    for (const row of rows) found.set(row.id, row)
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** Each section as it is now, in the order of its first appearance. */
export const currentOf = async (db: Db, draft: string): Promise<ReadonlyMap<string, Current>> => {
  const rows = await db
    .selectFrom('section')
    .innerJoin('change', (join) =>
      join
        .onRef('change.draft', '=', 'section.draft')
        .onRef('change.section', '=', 'section.section')
        .onRef('change.revision', '=', 'section.revision'),
    )
    .innerJoin('revision', (join) =>
      join.onRef('revision.draft', '=', 'section.draft').onRef('revision.revision', '=', 'section.revision'),
    )
    .select(['section.section', 'section.revision', 'change.value', 'revision.tab', 'revision.turn'])
    .where('section.draft', '=', draft)
    .orderBy('section.section')
    .execute()
  return new Map(rows.map(({ section, ...current }) => [section, current]))
}

export const answersOf = (sections: Iterable<readonly [string, string | null]>): Answers =>
  Object.fromEntries([...sections].flatMap(([key, text]) => (text === null ? [] : [[key, parsed(text)]])))

const savedAnswers = async (db: Db, draft: string): Promise<Answers> =>
  answersOf([...(await currentOf(db, draft))].map(([key, { value }]) => [key, value] as const))

export const submittedAnswers = async (db: Db, draft: string, revision?: number): Promise<Answers | undefined> => {
  const row = await db
    .selectFrom('submission')
    .select('answers')
    .where('draft', '=', draft)
    .$if(revision !== undefined, (query) => query.where('revision', '=', revision ?? 0))
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  // A submission is written by this store as JSON of answers.
  return row && (parsed(row.answers) as Answers)
}

export const draftOf = async (db: Db, who: Who, id: string): Promise<Draft | undefined> => {
  const row = await summaries(db, who).where('draft.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const submitted = row.state === 'submitted' ? await submittedAnswers(db, id) : undefined
  return { ...summaryOf(row), answers: submitted ?? (await savedAnswers(db, id)) }
}

/** The answers after a revision: of each section the latest change at or before it. */
export const answersAt = async (db: Db, draft: string, revision: number): Promise<Answers> => {
  const rows = await db
    .selectFrom('change')
    .select(['change.section', 'change.value'])
    .where('change.draft', '=', draft)
    .where('change.revision', '=', (eb) =>
      eb
        .selectFrom('change as earlier')
        .select(({ fn }) => fn.max('earlier.revision').as('latest'))
        .whereRef('earlier.draft', '=', 'change.draft')
        .whereRef('earlier.section', '=', 'change.section')
        .where('earlier.revision', '<=', revision),
    )
    .orderBy('change.section')
    .execute()
  return answersOf(rows.map(({ section, value }) => [section, value] as const))
}
