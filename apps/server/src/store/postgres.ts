import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import type { Engine } from './engine.ts'
import { migrate } from './migrations.ts'
import type { Tables } from './tables.ts'

export interface PostgresOptions {
  readonly url: string
  /** For a second thread: does not migrate and cannot write. */
  readonly readOnly?: boolean
}

/** PostgreSQL, for more people than one machine serves. It groups commits of its own accord. */
export const openPostgres = async ({ url, readOnly = false }: PostgresOptions): Promise<Engine> => {
  const pool = new Pool({ connectionString: url, max: readOnly ? 2 : 10, connectionTimeoutMillis: 10_000 })
  // An idle connection that the server drops is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    if (!readOnly) await migrate(db)
  } catch (error) {
    await db.destroy()
    throw new Error('无法使用 DATABASE_URL 指定的 PostgreSQL 数据库，请检查地址、口令和权限。', { cause: error })
  }
  return {
    reads: db,
    write: readOnly
      ? () => Promise.reject(new Error('This store was opened for reading only'))
      : (work) => db.transaction().execute(work),
    locksRows: true,
    close: () => db.destroy(),
  }
}
