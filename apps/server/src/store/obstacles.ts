import type { Draft } from '@policyforms/core'
import type { Kysely } from 'kysely'
import { draftOf } from './draft-queries.ts'
import type { Obstacle, Who } from './store.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** A draft whose row this transaction holds. */
export const present = async (tx: Db, who: Who, id: string): Promise<Draft> => {
  const draft = await draftOf(tx, who, id)
  if (!draft) throw new Error(`Draft ${id} went away inside a transaction`)
  return draft
}

/** The outcome of a change that is not made. */
export const blocked = async (
  tx: Db,
  who: Who,
  id: string,
  because: Obstacle['because'],
  sections: readonly string[] = [],
) => ({
  obstacle: { because, sections, draft: await present(tx, who, id) },
})
