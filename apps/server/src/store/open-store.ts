import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sqlStore } from './sql-store.ts'
import { openSqlite } from './sqlite.ts'
import type { Store } from './store.ts'

/** Where things are kept. */
export interface Place {
  /** A SQLite file, or the URL of a PostgreSQL database. */
  readonly database: { readonly file: string } | { readonly url: string }
  /** The folder of uploaded files. */
  readonly files: string
}

export const placeIn = async (data: string, url: string | undefined): Promise<Place> => {
  await mkdir(data, { recursive: true, mode: 0o700 })
  return { database: url ? { url } : { file: join(data, 'policyforms.sqlite') }, files: join(data, 'files') }
}

export const openStore = async ({
  database,
  readOnly = false,
}: Place & { readonly readOnly?: boolean }): Promise<Store> => {
  if ('file' in database) return sqlStore(await openSqlite({ ...database, readOnly }))
  // The client of PostgreSQL is loaded only by those who use it.
  const { openPostgres } = await import('./postgres.ts')
  return sqlStore(await openPostgres({ ...database, readOnly }))
}
