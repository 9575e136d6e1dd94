import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newFolder, type Running, startServer } from '../sample/client.ts'

let server: Running
const script = `console.log(${JSON.stringify('字'.repeat(500))})`
beforeAll(async () => {
  const portal = await newFolder()
  await mkdir(join(portal, 'assets'))
  await writeFile(join(portal, 'index.html'), '<!doctype html><title>门户</title>')
  await writeFile(join(portal, 'assets/app-1a2b.js'), script)
  await writeFile(join(portal, 'assets/app-1a2b.js.br'), brotliCompressSync(script))
  server = await startServer({ portal })
})
afterAll(() => server.stop())

const page = (reply: { bytes: Uint8Array }) => new TextDecoder().decode(reply.bytes)

it('answers every address of the portal with its page, never kept', async () => {
  for (const path of ['/', '/drafts/abc?x=1', '/new']) {
    const reply = await server.get(path)
    expect(page(reply), path).toContain('门户')
    expect(reply.headers.get('cache-control')).toBe('no-cache')
  }
})

it('sends hashed files packed beforehand, kept for ever', async () => {
  const reply = await server.get('/assets/app-1a2b.js', { 'accept-encoding': 'br' })
  expect(reply.headers.get('content-encoding')).toBe('br')
  expect(reply.headers.get('content-type')).toMatch(/javascript/)
  expect(reply.headers.get('cache-control')).toContain('immutable')
  expect(page(reply)).toBe(script)
  expect(page(await server.get('/assets/app-1a2b.js', { 'accept-encoding': 'identity' }))).toBe(script)
})

it('does not answer a missing file, a foreign path or an unknown API address with the page', async () => {
  for (const path of [
    '/assets/gone.js',
    '/api/nothing',
    '/api',
    '/%2e%2e/%2e%2e/etc/passwd.txt',
    '/..%2f..%2fpackage.json',
  ])
    expect((await server.get(path)).status, path).toBeGreaterThanOrEqual(400)
  expect((await server.send('POST', '/drafts/abc')).status).toBe(404)
})

it('says what to do when the pages are not built', async () => {
  const bare = await startServer({ portal: '/nonexistent' })
  const reply = await bare.get('/')
  expect(reply.status).toBe(503)
  expect(page(reply)).toContain('尚未构建')
  await bare.stop()
})
