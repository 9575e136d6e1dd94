import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { PackListing } from '@policyforms/core'
import { serve } from '@policyforms/server'
import { ordinaryPacks, sharedFiles, writeFiles } from '../../../packages/core/src/testing/ordinary-packs.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const main = join(root, 'apps/cli/bin.js')

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const repeated = async (times: number, work: () => Promise<unknown>): Promise<number> => {
  const found = []
  for (let i = 0; i < times; i++) found.push(await timed(work))
  return median(found)
}

const called = (...args: readonly string[]) =>
  new Promise((done) => execFile(process.execPath, [main, ...args], { cwd: root, maxBuffer: 2 ** 26 }, done))

/** Starts a command line that serves, works with its address once it has answered, and stops it. Gives the start in ms too. */
const served = async <T>(work: (url: string) => Promise<T>, command: string, ...args: readonly string[]) => {
  const data = await mkdtemp(join(tmpdir(), 'policyforms-bench-'))
  const start = performance.now()
  const serving = [...args, '--data', data, '--port', '0']
  const child = spawn(command, serving, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'], detached: true })
  try {
    for await (const line of createInterface(child.stdout)) {
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0]
      if (!url) continue
      await (await fetch(`${url}/api/packs`)).arrayBuffer()
      const ms = performance.now() - start
      return { ms, result: await work(url) }
    }
    throw new Error(`${command} ${args.join(' ')} ended without serving`)
  } finally {
    // Its own group: pnpm and turbo start children of their own.
    if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
    await rm(data, { recursive: true, force: true })
  }
}

/** From the start of a command line that serves until its address answers, in ms. */
const firstAnswer = async (command: string, ...args: readonly string[]): Promise<number> =>
  (await served(async () => undefined, command, ...args)).ms

const packsOf = async (url: string): Promise<readonly PackListing[]> => (await fetch(`${url}/api/packs`)).json()

/** One applicant who saves as one who types does, in ms a save, for as long as asked. */
const savesOf = async (url: string, template: string, isWanted: () => Promise<boolean>): Promise<readonly number[]> => {
  const send = async (path: string, method: string, body: object): Promise<{ id: string; revision: number }> => {
    const headers = { 'content-type': 'application/json' }
    return (await fetch(`${url}/api/drafts${path}`, { method, headers, body: JSON.stringify(body) })).json()
  }
  const { id, revision } = await send('', 'POST', { template })
  const found: number[] = []
  for (let base = revision; await isWanted(); ) {
    await sleep(25)
    const name = `第 ${found.length} 次`
    const saving = async () => {
      base = (await send(`/${id}`, 'PATCH', { base, sections: { basics: { name } } })).revision
    }
    found.push(await timed(saving))
  }
  return found
}

const p95 = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0

/** What all but one save in twenty keep to while a thousand packs are checked, and as many saves when all is done. */
const slowSaves = async (url: string): Promise<readonly [number, number]> => {
  const templateOf = async () => (await packsOf(url)).find(({ templates }) => templates.length > 0)?.templates[0]?.id
  let template = await templateOf()
  while (!template) template = await sleep(50).then(templateOf)
  let looks = 0
  const isChecking = async () => looks++ % 40 > 0 || (await packsOf(url)).some((pack) => pack.isChecking)
  const beside = await savesOf(url, template, isChecking)
  let left = Math.min(beside.length, 200)
  const alone = await savesOf(url, template, async () => left-- > 0)
  return [p95(beside), p95(alone)]
}

/** `check` of the largest packs alone, beside what all packs share. */
const checkOf = async (packs: readonly string[]): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'policyforms-bench-'))
  for (const name of ['common', 'codes', ...packs])
    await cp(join(root, 'schemas', name), join(folder, name), { recursive: true })
  try {
    return await repeated(5, () => called('check', '--no-cache', '--schemas', folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Milliseconds from the start over a thousand packs, never checked before, to their first list; of slow saves; and for one more to show up. */
const ofThousand = async (): Promise<readonly number[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'policyforms-bench-'))
  try {
    await writeFiles(folder, [...(await sharedFiles()), ...(await ordinaryPacks(1000))])
    const serving = [main, 'serve', '--schemas', folder] as const
    const { ms, result: saves } = await served(slowSaves, process.execPath, ...serving)
    return [ms, ...saves, await listedAndDropped(folder)]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** From a folder's arrival among a thousand to its being listed with its templates. */
const listedAndDropped = async (schemas: string): Promise<number> => {
  const data = await mkdtemp(join(tmpdir(), 'policyforms-bench-'))
  const { url, close } = await serve({ data, schemas, port: 0, host: '127.0.0.1' })
  const listed = () => packsOf(url)
  try {
    while ((await listed()).some(({ isChecking }) => isChecking)) await sleep(200)
    const files = (await ordinaryPacks(1001)).filter(({ path }) => path.startsWith('ordinary-1000/'))
    return await timed(async () => {
      await writeFiles(schemas, files)
      const isThere = ({ id, templates, faults }: PackListing) =>
        id === 'ordinary-1000' && templates.length === 2 && faults === 0
      while (!(await listed()).some(isThere)) await sleep(20)
    })
  } finally {
    await close()
    await rm(data, { recursive: true, force: true })
  }
}

/** What npx takes to find pnpm, before anything of ours runs. */
const npx = () => repeated(3, () => new Promise((done) => execFile('npx', ['--yes', 'pnpm@12', '--version'], done)))

/** The command as the shell runs it, wall time. */
export const bench = {
  name: 'command',
  run: async () => [
    ...(await ofThousand().then(([first = 0, beside = 0, alone = 0, dropped = 0]) => [
      { work: 'serve 1,000 packs, to their first list', ours: first, must: 2000, unit: 'ms' },
      { work: 'a save while 1,000 packs are checked, p95', ours: beside, floor: alone, must: 50, unit: 'ms' },
      { work: 'a folder dropped beside 1,000, to its listing', ours: dropped, must: 1000, unit: 'ms' },
    ])),
    { work: 'policyforms --help', ours: await repeated(5, () => called('--help')), must: 150, unit: 'ms' },
    {
      work: 'policyforms check, two packs of nine templates',
      ours: await checkOf(['national', 'inner-mongolia']),
      must: 1000,
      unit: 'ms',
    },
    {
      work: 'serve, to the first list of packs',
      ours: await firstAnswer(process.execPath, main, 'serve'),
      must: 2000,
      unit: 'ms',
    },
    {
      work: 'pnpm start on a built tree, after npx',
      ours: (await firstAnswer('npx', '--yes', 'pnpm@12', 'start')) - (await npx()),
      must: 2000,
      unit: 'ms',
    },
  ],
}
