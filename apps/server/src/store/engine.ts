import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** One database of either kind. What differs between the two is here; what is asked of them is in `sql-store.ts`. */
export interface Engine {
  /** Sees only what has been committed. */
  readonly reads: Kysely<Tables>
  /**
   * Runs the work in a transaction. The promise resolves only after a durable commit. The work touches nothing but
   * `tx`, because it may be run again when the transaction that it shared with other work failed.
   */
  write<T>(work: (tx: Kysely<Tables>) => Promise<T>): Promise<T>
  /** Rows are locked one by one, instead of the whole database at once. */
  readonly locksRows: boolean
  close(): Promise<void>
}
