import { type Kysely, sql } from 'kysely'
import type { Engine } from './engine.ts'
import type { Tables } from './tables.ts'

interface Entry {
  readonly work: (tx: Kysely<Tables>) => Promise<unknown>
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

/**
 * One transaction for all the writes that arrive in one turn of the event loop, so that they share one fsync. Each has
 * a savepoint of its own: one that fails takes nothing from the others. Nobody is told "saved" before the commit.
 */
export const groupCommit = (db: Kysely<Tables>, isOpen: () => boolean): Engine['write'] => {
  let waiting: Entry[] = []

  const commit = (batch: readonly Entry[]): Promise<void> =>
    db.connection().execute(async (tx) => {
      const settle: (() => void)[] = []
      try {
        await sql`begin immediate`.execute(tx)
        for (const entry of batch) settle.push(await attempt(tx, entry))
        await sql`commit`.execute(tx)
      } catch (error) {
        if (isOpen()) await sql`rollback`.execute(tx)
        throw error
      }
      for (const tell of settle) tell()
    })

  const attempt = async (tx: Kysely<Tables>, entry: Entry): Promise<() => void> => {
    await sql`savepoint entry`.execute(tx)
    try {
      const value = await entry.work(tx)
      await sql`release entry`.execute(tx)
      return () => entry.resolve(value)
    } catch (error) {
      // SQLite gives the whole transaction up when the disk is full.
      if (!isOpen()) throw error
      await sql`rollback to entry`.execute(tx)
      await sql`release entry`.execute(tx)
      return () => entry.reject(error)
    }
  }

  const flush = async () => {
    const batch = waiting
    waiting = []
    try {
      await commit(batch)
    } catch (error) {
      const [only, ...others] = batch
      if (only && others.length === 0) return only.reject(error)
      // What does not fit together may fit one by one.
      for (const entry of batch) await commit([entry]).catch(entry.reject)
    }
  }

  return <T>(work: (tx: Kysely<Tables>) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      // The entry resolves with what its own work returned, which is a T.
      if (waiting.push({ work, resolve: resolve as (value: unknown) => void, reject }) === 1) setImmediate(flush)
    })
}
