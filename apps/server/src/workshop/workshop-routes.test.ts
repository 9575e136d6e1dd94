import type { WorkingCopy } from '@policyforms/core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Running, refusalOf, startServer } from '../sample/client.ts'

let server: Running
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

it('opens a pack of the folder with what its check reads, and saves its files', async () => {
  const opened = await server.send('POST', '/api/workshop', { pack: 'sample' })
  expect(opened.status).toBe(201)
  const copy = opened.body as WorkingCopy // by the contract
  expect(copy.files.map(({ path }) => path)).toEqual([
    'sample/examples/report/complete.json',
    'sample/jurisdiction.json',
    'sample/report.schema.json',
  ])
  expect(copy.around).toEqual([])
  expect((await server.send('POST', '/api/workshop', { pack: 'sample' })).status).toBe(200)
  const file = { path: 'sample/report.schema.json', text: '{' }
  const saved = await server.send('PATCH', '/api/workshop/sample', { base: 1, files: [file] })
  expect(saved).toMatchObject({ status: 200, body: { revision: 2, others: [] } })
  expect((await server.get('/api/workshop/sample')).body).toMatchObject({ revision: 2 })
  expect((await server.get('/api/workshop/sample/taken')).body).toEqual(copy.files)
  const conflict = await server.send('PATCH', '/api/workshop/sample', { base: 1, files: [{ ...file, text: '{}' }] })
  expect(conflict).toMatchObject({ status: 409, body: { error: 'workshop-conflict', files: [{ text: '{' }] } })
  expect((await server.send('DELETE', '/api/workshop/sample')).status).toBe(204)
  expect(refusalOf(await server.get('/api/workshop/sample')).error).toBe('workshop-missing')
})

it('opens no pack that is not there, and saves no file that is not the pack’s own', async () => {
  expect(refusalOf(await server.send('POST', '/api/workshop', { pack: 'nowhere' })).error).toBe('pack-unknown')
  await server.send('POST', '/api/workshop', { pack: 'sample' })
  for (const path of ['broken/report.schema.json', 'sample/../broken/a.json', 'sample/a.txt', 'sample/con/../a.json']) {
    const files = [{ path, text: '{}' }]
    expect(refusalOf(await server.send('PATCH', '/api/workshop/sample', { base: 1, files })).error).toBe(
      'workshop-path',
    )
  }
})
