import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Draft, Refusal } from '@policyforms/core'
import { afterAll } from 'vitest'
import { type ServeOptions, serve } from '../serve.ts'

export const sampleSchemas = fileURLToPath(new URL('./schemas', import.meta.url))

const folders: string[] = []
const processes = new Set<ChildProcess>()
// Registered first, so it runs after the hooks of the test's own file.
afterAll(async () => {
  for (const child of processes) child.kill('SIGKILL')
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

/** A folder that is gone when the tests of this file have ended. */
export const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'policyforms-server-'))
  folders.push(folder)
  return folder
}

export interface Reply {
  readonly status: number
  readonly headers: Headers
  /** Parsed, when it is JSON. */
  readonly body: unknown
  readonly bytes: Uint8Array
}

interface Client {
  readonly url: string
  get(path: string, headers?: Record<string, string>): Promise<Reply>
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>
  upload(path: string, name: string, bytes: Uint8Array): Promise<Reply>
  /** A new draft of the sample template. */
  create(): Promise<Draft>
}

const replyOf = async (response: Response): Promise<Reply> => {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const isJson = response.headers.get('content-type')?.startsWith('application/json')
  const body: unknown = isJson ? JSON.parse(new TextDecoder().decode(bytes)) : undefined
  return { status: response.status, headers: response.headers, body, bytes }
}

const clientOf = (url: string): Client => {
  const send: Client['send'] = async (method, path, body, headers = {}) =>
    replyOf(
      await fetch(url + path, {
        method,
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    )
  return {
    url,
    send,
    get: (path, headers) => send('GET', path, undefined, headers),
    upload: async (path, name, bytes) => {
      const form = new FormData()
      form.append('file', new Blob([new Uint8Array(bytes)]), name)
      return replyOf(await fetch(url + path, { method: 'POST', body: form }))
    },
    // The contract says that it is a Draft; the tests look at what is in it.
    create: async () => (await send('POST', '/api/drafts', { template: 'sample/report' })).body as Draft,
  }
}

export interface Running extends Client {
  stop(): Promise<void>
}

/** A server in this process, with an empty store. */
export const startServer = async (options: Partial<ServeOptions> = {}): Promise<Running> => {
  const data = options.data ?? (await newFolder())
  const served = await serve({ schemas: sampleSchemas, port: 0, host: '127.0.0.1', ...options, data })
  return {
    ...clientOf(served.url),
    stop: () => served.close(),
  }
}

export interface Spawned extends Client {
  /** As a power cut would. */
  kill(): Promise<void>
}

/** A server in a process of its own. `wrap` may put limits on it. */
export const spawnServer = (
  data: string,
  wrap: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<Spawned> => {
  const main = fileURLToPath(new URL('./serve-main.ts', import.meta.url))
  const [command = '', ...args] = [...wrap, process.execPath, main, data, sampleSchemas]
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } })
  processes.add(child)
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      processes.delete(child)
      resolve()
    }),
  )
  const kill = () => {
    child.kill('SIGKILL')
    return ended
  }
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
      const url = /http:\/\/\S+/.exec(said)?.[0]
      if (url) resolve({ ...clientOf(url), kill })
    })
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it answered: ${said}`)))
  })
}

export const refusalOf = (reply: Reply): Refusal => {
  // Every answer that is no success is a Refusal by the contract; a test that reads one looks at its code.
  if (reply.status < 400) throw new Error(`Expected a refusal, got ${reply.status}`)
  return reply.body as Refusal
}
