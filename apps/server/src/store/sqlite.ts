import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely'
import type { Engine } from './engine.ts'
import { groupCommit } from './group-commit.ts'
import { migrate } from './migrations.ts'
import type { Tables } from './tables.ts'

const KEPT_STATEMENTS = 200

/** node:sqlite as kysely's SQLite dialect wants it. Statements are compiled once. */
const asDialect = (db: DatabaseSync): SqliteDialect => {
  const kept = new Map<string, StatementSync>()
  const statement = (text: string) => {
    const known = kept.get(text)
    if (known) return known
    if (kept.size >= KEPT_STATEMENTS) kept.clear()
    const made = db.prepare(text)
    kept.set(text, made)
    return made
  }
  const database: SqliteDatabase = {
    close: () => db.close(),
    prepare: (text) => {
      const made = statement(text)
      // Kysely types parameters as unknown; ours are the columns of Tables, which are text, numbers and null.
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
      return {
        reader: made.columns().length > 0,
        all: (parameters) => made.all(...values(parameters)),
        run: (parameters) => made.run(...values(parameters)),
        iterate: (parameters) => made.iterate(...values(parameters)),
      }
    },
  }
  return new SqliteDialect({ database })
}

const open = (file: string, readOnly: boolean) => {
  const db = new DatabaseSync(file, { readOnly, timeout: 5000 })
  if (!readOnly) db.exec('pragma journal_mode = wal; pragma synchronous = full')
  // Each worker has one, and the system keeps the pages too.
  if (readOnly) db.exec('pragma cache_size = -512')
  db.exec('pragma foreign_keys = on')
  return db
}

export interface SqliteOptions {
  readonly file: string
  /** For a second thread: does not migrate and cannot write. */
  readonly readOnly?: boolean
  /** A quota for the database file, in pages of 4 KB. */
  readonly maxPages?: number
}

/**
 * SQLite on a local disk. One connection writes, with group commit; another reads, and sees only what is committed.
 * Every commit reaches the disk before it is acknowledged (WAL with synchronous = FULL).
 */
export const openSqlite = async ({ file, readOnly = false, maxPages }: SqliteOptions): Promise<Engine> => {
  const writer = readOnly ? undefined : open(file, false)
  const writes = writer && new Kysely<Tables>({ dialect: asDialect(writer) })
  if (writes) await migrate(writes)
  if (maxPages !== undefined) writer?.exec(`pragma max_page_count = ${maxPages}`)
  const reads = new Kysely<Tables>({ dialect: asDialect(open(file, true)) })
  return {
    reads,
    write:
      writer && writes
        ? groupCommit(writes, () => writer.isTransaction)
        : () => Promise.reject(new Error('This store was opened for reading only')),
    locksRows: false,
    close: async () => {
      await reads.destroy()
      await writes?.destroy()
    },
  }
}
