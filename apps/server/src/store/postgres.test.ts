import { afterAll, beforeAll } from 'vitest'
import { type Postgres, startPostgres } from '../sample/postgres.ts'
import { workshopConformance } from '../workshop/workshop.conformance.ts'
import { openPostgres } from './postgres.ts'
import { storeConformance } from './store.conformance.ts'

let server: Postgres
let url: string
beforeAll(async () => {
  server = await startPostgres()
  url = await server.createDatabase('conformance')
})
afterAll(() => server?.stop())

storeConformance('PostgreSQL', () => openPostgres({ url }))
workshopConformance('PostgreSQL', () => openPostgres({ url }))
