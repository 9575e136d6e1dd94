import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Coverage, Issue, PackListing, Template } from '@policyforms/core'
import { openSchemas } from '@policyforms/core/node'
import { coverageOf } from '@policyforms/core/pack'
import { compileProcedure } from '@policyforms/procedure/compile'
import { describe, expect, it } from 'vitest'
import { newFolder, refusalOf, sampleSchemas, startServer } from '../sample/client.ts'
import { sampleProcedure } from '../sample/procedure.ts'

const schemas = fileURLToPath(new URL('../../../../schemas', import.meta.url))

it('gives the procedure and the coverage of every pack, and lists which packs have them', async () => {
  const { packs } = await openSchemas(schemas, { examples: false })
  const server = await startServer({ schemas })
  const listed = async () => (await server.get('/api/packs')).body as PackListing[] // by the contract
  await expect.poll(async () => (await listed()).some(({ isChecking }) => isChecking), { timeout: 20_000 }).toBe(false)
  const listings = await listed()
  for (const pack of packs) {
    const listing = listings.find(({ id }) => id === pack.id)
    const coverage = (await server.get(`/api/packs/${pack.id}/coverage`)).body as Coverage // by the contract
    expect(coverage).toEqual(coverageOf(pack))
    expect(listing?.hasPolicies).toBe(coverage.policies.length > 0)
    const procedure = pack.procedure && compileProcedure(pack.procedure).procedure
    expect(listing?.hasProcedure).toBe(procedure !== undefined)
    const reply = await server.get(`/api/packs/${pack.id}/procedure`)
    if (procedure) expect(reply.body).toEqual(procedure)
    else expect(reply.status).toBeGreaterThanOrEqual(404)
  }
  expect(listings.some(({ hasProcedure }) => hasProcedure)).toBe(true)
  await server.stop()
})

/** What is written, and the faults that the faults page must tell of it. */
const broken: Readonly<Record<string, readonly [written: string, codes: readonly string[]]>> = {
  'in its shape': [JSON.stringify({ ...sampleProcedure, stages: {} }), ['wrong-value']],
  'in its course': [
    JSON.stringify({
      ...sampleProcedure,
      transitions: { close: { ...sampleProcedure.transitions.close, when: 'facts.none == 1' } },
    }),
    ['rule-name'],
  ],
  'in its syntax': ['{ "title": ', ['json-syntax']],
}

describe('a procedure', () => {
  it.each(Object.entries(broken))('broken %s is a fault and takes nothing else down', async (_, [written, codes]) => {
    const folder = await newFolder()
    await cp(sampleSchemas, folder, { recursive: true })
    await writeFile(join(folder, 'sample/procedure.json'), written)
    const server = await startServer({ schemas: folder })
    const reply = await server.get('/api/packs/sample/procedure')
    expect([reply.status, refusalOf(reply).error]).toEqual([409, 'procedure-broken'])
    const faults = (await server.get('/api/packs/sample/faults')).body as Issue[] // by the contract
    const found = faults.filter(({ file }) => file === 'sample/procedure.json').map(({ code }) => code)
    expect(found).toEqual(expect.arrayContaining([...codes]))
    expect((await server.get('/api/packs/sample/coverage')).status).toBe(200)
    expect((await server.get('/api/templates/sample/report')).body as Template).toMatchObject({ id: 'sample/report' })
    expect((await server.send('POST', '/api/drafts', { template: 'sample/report' })).status).toBe(201)
    await server.stop()
  })

  it('that nobody wrote, and a pack that is not there, are said to be missing', async () => {
    const server = await startServer()
    const missing = await server.get('/api/packs/sample/procedure')
    expect([missing.status, refusalOf(missing).error]).toEqual([404, 'procedure-missing'])
    for (const path of ['procedure', 'coverage', 'faults']) {
      const unknown = await server.get(`/api/packs/nowhere/${path}`)
      expect([unknown.status, refusalOf(unknown).error]).toEqual([404, 'pack-unknown'])
    }
    await server.stop()
  })
})
