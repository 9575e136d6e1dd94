import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newFolder, refusalOf, type Spawned, spawnServer } from './sample/client.ts'
import { type Postgres, startPostgres } from './sample/postgres.ts'

let data: string
let postgres: Postgres
beforeAll(async () => {
  data = await newFolder()
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

const pad = '稀土'.repeat(2000)

/** Several drafts saved as fast as they will go until the server dies; gives what was acknowledged last, by draft. */
const saveUntilKilled = async (server: Spawned, drafts: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const acknowledged = new Map<string, number>()
  const enough = Promise.withResolvers<void>()
  let count = 0
  const keepSaving = async (id: string) => {
    for (let n = 1; ; n++) {
      const saved = await server
        .send('PATCH', `/api/drafts/${id}`, {
          base: n,
          tab: 'a',
          turn: n,
          sections: { partners: { list: `${n} ${pad}` } },
        })
        .catch(() => undefined)
      if (saved?.status !== 200) return
      acknowledged.set(id, n)
      count += 1
      if (count === 60) enough.resolve()
    }
  }
  const saving = drafts.map(keepSaving)
  await Promise.race([enough.promise, Promise.all(saving)])
  await server.kill()
  await Promise.all(saving)
  return acknowledged
}

describe.each(['SQLite', 'PostgreSQL'])('killed in the middle of saving to %s', (name) => {
  it('has every save that it acknowledged, and none of them half', async () => {
    const url = name === 'SQLite' ? '' : await postgres.createDatabase('crash')
    const folder = join(data, name)
    const start = () => spawnServer(folder, [], { DATABASE_URL: url })
    let server = await start()
    for (let round = 0; round < 3; round++) {
      const drafts = await Promise.all(Array.from({ length: 4 }, async () => (await server.create()).id))
      const acknowledged = await saveUntilKilled(server, drafts)
      expect([...acknowledged.values()].reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(60)

      server = await start()
      for (const id of drafts) {
        const { body } = await server.get(`/api/drafts/${id}`)
        const { revision, answers } = body as { revision: number; answers: { partners: { list: string } } } // a Draft
        const [n, text] = answers.partners.list.split(' ')
        // The last one may have been committed without its answer arriving.
        expect([0, 1]).toContain(Number(n) - (acknowledged.get(id) ?? 0))
        expect(text).toBe(pad)
        expect(revision).toBe(Number(n) + 1)
      }
    }
    await server.kill()
  }, 120_000)
})

it('says that the disk is full when a file does not fit, leaves no half, and goes on saving', async () => {
  // A limit on the size of files is the one way to make the system itself refuse to write without being root.
  const folder = join(data, 'tight')
  const server = await spawnServer(folder, ['bash', '-c', 'ulimit -f 4096; exec "$@"', 'limited'])
  const { id } = await server.create()
  const large = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(8 * 2 ** 20)])
  const reply = await server.upload(`/api/drafts/${id}/files`, 'large.pdf', large)
  expect(reply.status).toBe(507)
  expect(refusalOf(reply)).toMatchObject({ error: 'disk-full' })
  expect(refusalOf(reply).message).toMatch(/磁盘已满.*先前保存的内容完好/)
  expect(await readdir(join(folder, 'files/incoming'))).toEqual([])
  const saved = await server.send('PATCH', `/api/drafts/${id}`, { base: 1, sections: { basics: { name: '甲' } } })
  expect(saved.status).toBe(200)
  await server.kill()
}, 60_000)
