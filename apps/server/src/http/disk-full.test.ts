import { join } from 'node:path'
import type { Draft } from '@policyforms/core'
import { expect, it } from 'vitest'
import { createApp } from '../app.ts'
import { workerPool } from '../exports/worker-pool.ts'
import { openFiles } from '../files/file-store.ts'
import { openSigner } from '../moving/signing-key.ts'
import { openLibrary } from '../packs/library.ts'
import { newFolder, sampleSchemas } from '../sample/client.ts'
import { sqlStore } from '../store/sql-store.ts'
import { openSqlite } from '../store/sqlite.ts'
import { packFolder } from '../workshop/pack-folder.ts'
import { localSession } from './identify.ts'

it('answers 507 when the disk is full, with all that was saved still there, and saves again what fits', async () => {
  const folder = await newFolder()
  const database = { file: join(folder, 'tight.sqlite') }
  const files = join(folder, 'files')
  const parts = {
    store: sqlStore(await openSqlite({ ...database, maxPages: 60 })),
    files: await openFiles(files),
    library: openLibrary({ schemas: sampleSchemas, cache: join(folder, 'cache'), complain: () => {} }),
    folder: packFolder(sampleSchemas),
    exporter: workerPool({ database, files }),
    identify: localSession,
    signer: openSigner(folder),
    now: () => new Date(),
  }
  const app = createApp(parts, { portal: folder, names: [] })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const send = async (method: string, path: string, body?: unknown) => {
    const headers = { 'content-type': 'application/json' }
    const reply = await fetch(url + path, {
      method,
      ...(body !== undefined && { headers, body: JSON.stringify(body) }),
    })
    return { status: reply.status, body: (await reply.json()) as unknown }
  }
  const { id } = (await send('POST', '/api/drafts', { template: 'sample/report' })).body as Draft // by the contract
  const save = (base: number, list: string) =>
    send('PATCH', `/api/drafts/${id}`, { base, sections: { partners: { list } } })
  expect((await save(1, '原')).status).toBe(200)
  const full = await save(2, '大'.repeat(300_000))
  expect(full.status).toBe(507)
  expect(full.body).toMatchObject({ error: 'disk-full', message: expect.stringMatching(/磁盘已满.*不要关闭页面/) })
  expect((await send('GET', `/api/drafts/${id}`)).body).toMatchObject({
    revision: 2,
    answers: { partners: { list: '原' } },
  })
  expect((await save(2, '改')).status).toBe(200)
  await app.close()
  await parts.library.close()
  await parts.exporter.close()
  await parts.store.close()
})
