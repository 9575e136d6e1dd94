import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

export interface ServerProcess {
  readonly url: string
  /** As a power cut would: no time to finish anything. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/** A port that is free now and can be asked for again after the server was killed. */
export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

const ending = async (child: ChildProcess, signal: NodeJS.Signals) => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
}

/** `policyforms serve` as a person starts it, ready to answer. */
export const startServer = async (data: string, port: number, schemas = 'schemas'): Promise<ServerProcess> => {
  const args = ['apps/cli/src/main.ts', 'serve', '--data', data, '--port', String(port), '--schemas', schemas]
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
      const found = /http:\/\/\S+/.exec(said)
      if (found) resolve(found[0])
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
  return { url, kill: () => ending(child, 'SIGKILL'), stop: () => ending(child, 'SIGTERM') }
}
