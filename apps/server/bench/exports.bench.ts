import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { bookAnswers, writeBookPack } from './book-pack.ts'

interface Row {
  readonly work: string
  readonly ours: number
  readonly floor?: number
  readonly ratio?: number
  readonly must: number
  readonly unit: string
}

interface Measured {
  readonly wall: number
  /** MB, of the whole process with its workers. */
  readonly peak: number
  /** ms on all cores. */
  readonly cpu: number
}

const main = fileURLToPath(new URL('./measured-server.js', import.meta.url))

const post = async (url: string, body: object, method = 'POST'): Promise<Response> => {
  const headers = { 'content-type': 'application/json' }
  const reply = await fetch(url, { method, headers, body: JSON.stringify(body) })
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}: ${await reply.text()}`)
  return reply
}

const createDrafts = async (url: string, count: number): Promise<readonly string[]> => {
  const ids: string[] = []
  for (let i = 0; i < count; i++) {
    // The contract says what a draft is; only its id is wanted.
    const { id } = (await (await post(`${url}/api/drafts`, { template: 'bench/book' })).json()) as { id: string }
    await post(`${url}/api/drafts/${id}`, { base: 1, sections: bookAnswers(i) }, 'PATCH')
    ids.push(id)
  }
  return ids
}

/** Takes the file as a slow disk would not: piece by piece, keeping nothing. */
const received = async (reply: Response): Promise<number> => {
  let size = 0
  for await (const chunk of reply.body ?? []) size += chunk.length
  return size
}

const withServer = async <T>(work: (url: string) => Promise<T>) => {
  const folder = await mkdtemp(join(tmpdir(), 'policyforms-bench-'))
  await writeBookPack(join(folder, 'schemas'))
  const child = spawn(process.execPath, [main, join(folder, 'data'), join(folder, 'schemas')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  try {
    const { value: said } = await lines.next()
    const url = /http:\/\/\S+/.exec(String(said))?.[0]
    if (!url) throw new Error(`The server said ${said}`)
    const result = await work(url)
    child.stdin.end()
    const { value: cost } = await lines.next()
    // Written by measured-server.ts.
    return { result, cost: JSON.parse(String(cost)) as Pick<Measured, 'peak' | 'cpu'> }
  } finally {
    child.kill()
    if (child.exitCode === null) await once(child, 'exit')
    await rm(folder, { recursive: true, force: true })
  }
}

/** A server that makes a zip of so many books after having been filled; what the filling costs is taken off. */
const zipOf = async (count: number): Promise<Measured> => {
  const filled = await withServer((url) => createDrafts(url, count))
  const { result: wall, cost } = await withServer(async (url) => {
    const ids = await createDrafts(url, count)
    const start = performance.now()
    await received(await post(`${url}/api/exports/word`, { ids }))
    return performance.now() - start
  })
  return { wall, peak: cost.peak, cpu: cost.cpu - filled.cost.cpu }
}

const run = async (): Promise<readonly Row[]> => {
  const [few, many] = [await zipOf(20), await zipOf(200)]
  return [
    { work: '200 books of 50 pages in a zip, peak memory', ours: many.peak, must: 250, unit: 'MB' },
    {
      work: '200 books in a zip, wall against CPU: both cores',
      ours: many.wall,
      floor: many.cpu,
      ratio: many.wall / many.cpu,
      must: 0.8,
      unit: 'ms',
    },
    {
      work: '200 books against 20',
      ours: many.cpu,
      floor: few.cpu,
      ratio: many.cpu / few.cpu,
      must: 12,
      unit: 'CPU ms',
    },
  ]
}

export const bench = { name: 'exports', run }
