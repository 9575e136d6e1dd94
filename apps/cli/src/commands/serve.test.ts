import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { afterAll, expect, it } from 'vitest'
import { call, root } from '../testing/call.ts'
import { makeTrial } from '../testing/trial.ts'

const trial = await makeTrial()
afterAll(() => rm(trial.folder, { recursive: true, force: true }))

it('serves until it is told to stop, and stops cleanly', async () => {
  const args = [
    'apps/cli/src/main.ts',
    'serve',
    '--schemas',
    trial.schemas,
    '--data',
    trial.path('data'),
    '--port',
    '0',
  ]
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const [line] = await once(createInterface(child.stdout), 'line')
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(String(line))?.[0]
    const packs = await (await fetch(`${url}/api/packs`)).json()
    expect(packs).toMatchObject([{ id: 'trial', templates: [{ id: 'trial/form' }] }])
  } finally {
    child.kill('SIGTERM')
  }
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
})

it('says so when the port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address ? String(address.port) : ''
  const { exit, err } = await call('serve', '--schemas', trial.schemas, '--data', trial.path('taken'), '--port', port)
  other.close()
  expect(err).toContain(`无法在 127.0.0.1:${port} 提供服务：这个端口已被占用`)
  expect(exit).toBe(1)
})
