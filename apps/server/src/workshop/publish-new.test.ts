import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackListing, Publishing, WorkingCopy } from '@policyforms/core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newFolder, type Running, refusalOf, startServer } from '../sample/client.ts'

let server: Running
let schemas: string
beforeAll(async () => {
  schemas = await newFolder()
  server = await startServer({ schemas })
})
afterAll(() => server.stop())

const as = (name: string) => ({ cookie: `policyforms-name=${encodeURIComponent(name)}` })
const publishing = async () => (await server.get('/api/workshop/north/publishing')).body as Publishing // by the contract
const publish = async () => {
  const { revision } = (await server.get('/api/workshop/north')).body as WorkingCopy // by the contract
  await server.send('POST', '/api/workshop/north/review', { revision, note: '' }, as('王'))
  return server.send('POST', '/api/workshop/north/publish', { revision }, as('李'))
}
const listed = async () => ((await server.get('/api/packs')).body as readonly PackListing[]).map(({ id }) => id) // by the contract

it('makes the folder of a pack that was begun here, and the library has it in a moment', async () => {
  expect(await listed()).toEqual([])
  await server.send('POST', '/api/workshop/new', { id: 'north', name: '北方省', code: '990000' }, as('王'))
  expect(await publish()).toMatchObject({ status: 200, body: { number: 1 } })
  await expect.poll(listed, { timeout: 2000 }).toEqual(['north'])
})

it('tells when the folder is gone, and puts it back if the working copy is to stand', async () => {
  await rm(join(schemas, 'north'), { recursive: true })
  await expect.poll(listed, { timeout: 2000 }).toEqual([])
  expect((await publishing()).folder).toContain('north/jurisdiction.json')
  expect(refusalOf(await publish()).error).toBe('workshop-not-ready')
  await server.send('POST', '/api/workshop/north/folder', { take: 'mine' }, as('王'))
  expect((await publishing()).folder).toEqual([])
  expect((await publish()).status).toBe(200)
  await expect.poll(listed, { timeout: 2000 }).toEqual(['north'])
})

it('opens afresh from the folder what was given up', async () => {
  expect((await server.send('DELETE', '/api/workshop/north')).status).toBe(204)
  expect((await server.send('POST', '/api/workshop', { pack: 'north' })).status).toBe(201)
})
