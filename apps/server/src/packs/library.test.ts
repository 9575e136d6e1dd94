import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Draft, Template } from '@policyforms/core'
import { expect, it } from 'vitest'
import { newFolder, sampleSchemas, startServer } from '../sample/client.ts'

it('takes a changed template up by itself, and leaves a draft the version that it was filled by', async () => {
  const schemas = await newFolder()
  await cp(sampleSchemas, schemas, { recursive: true })
  const server = await startServer({ schemas })
  const current = async () => (await server.get('/api/templates/sample/report')).body as Template // by the contract
  const old = await current()
  const draft = await server.create()

  const file = join(schemas, 'sample/report.schema.json')
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace('样例年度报告', '改名的年度报告').replace('"own"', '"self"'))
  await expect.poll(async () => (await current()).hash, { timeout: 20_000 }).not.toBe(old.hash)

  const kept = (await server.get(`/api/drafts/${draft.id}`)).body as Draft // by the contract
  expect(kept.hash).toBe(old.hash)
  expect((await server.get(`/api/templates/by-hash/${kept.hash}`)).body).toEqual(old)
  const saved = await server.send('PATCH', `/api/drafts/${draft.id}`, { base: 1, sections: { money: { own: 1 } } })
  expect(saved.status).toBe(200)
  expect((await server.create()).hash).not.toBe(old.hash)
  await server.stop()
})

it('knows the version of a draft from the store alone, when the pack is gone', async () => {
  const data = await newFolder()
  const first = await startServer({ data })
  const draft = await first.create()
  await first.stop()

  const second = await startServer({ data, schemas: await newFolder() })
  expect((await second.get('/api/packs')).body).toEqual([])
  expect((await second.get(`/api/templates/by-hash/${draft.hash}`)).body).toMatchObject({ id: 'sample/report' })
  const saved = await second.send('PATCH', `/api/drafts/${draft.id}`, { base: 1, sections: { basics: { name: '甲' } } })
  expect(saved.status).toBe(200)
  await second.stop()
})
