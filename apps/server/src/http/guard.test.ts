import { request } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Running, startServer } from '../sample/client.ts'

let server: Running
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

/** fetch does not let one say a false Host. */
const ask = (method: string, headers: Record<string, string>, path = '/api/session') =>
  new Promise<{ status: number; body: string }>((resolve, reject) => {
    const sent = request(server.url + path, { method, headers }, async (reply) => {
      let body = ''
      for await (const chunk of reply) body += chunk
      resolve({ status: reply.statusCode ?? 0, body })
    })
    sent.on('error', reject)
    sent.end()
  })

it('answers to its own addresses only, so that a name pointed here by others reads nothing', async () => {
  const port = new URL(server.url).port
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`, `192.168.1.5:${port}`, 'localhost'])
    expect((await ask('GET', { host })).status, host).toBe(200)
  for (const host of [`evil.example:${port}`, 'localhost.evil.example', '127.0.0.1.evil.example', 'a b']) {
    const { status, body } = await ask('GET', { host })
    expect([400, 421], host).toContain(status)
    expect(body).not.toContain('local"')
  }
})

it('takes no change from a page of another site', async () => {
  const post = (headers: Record<string, string>) => ask('POST', headers, '/api/drafts/none/restore')
  const { port } = new URL(server.url)
  const ours = `http://127.0.0.1:${port}`
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `http://127.0.0.1:${Number(port) + 1}` },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: ours, 'sec-fetch-site': 'cross-site' },
  ] as Record<string, string>[]) {
    const { status, body } = await post(headers)
    expect(status, JSON.stringify(headers)).toBe(403)
    expect(JSON.parse(body)).toMatchObject({ error: 'foreign-origin' })
  }
  // Let through, and then not found.
  for (const headers of [{}, { origin: ours }, { origin: ours, 'sec-fetch-site': 'same-origin' }] as Record<
    string,
    string
  >[])
    expect((await post(headers)).status, JSON.stringify(headers)).toBe(404)
})

it('sends its protections with every answer, errors and unknown addresses included', async () => {
  for (const path of ['/api/session', '/api/drafts/none', '/api/nothing', '/nothing.js', '/']) {
    const { headers } = await server.get(path)
    expect(headers.get('content-security-policy'), path).toMatch(
      /default-src 'self'; script-src 'self'; style-src 'self'/,
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  }
})
