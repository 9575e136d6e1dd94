import { globSync } from 'node:fs'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ImportLook, Publishing, WorkingCopy } from '@policyforms/core'
import { setValue } from '@policyforms/core/editing'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newFolder, type Running, refusalOf, startServer } from '../sample/client.ts'

const schemas = fileURLToPath(new URL('../../../../schemas', import.meta.url))
/** The first pack that carries its office's own Word file. */
const [form = ''] = globSync('*/forms/*.docx', { cwd: schemas }).sort()
const pack = form.slice(0, form.indexOf('/'))
const template = form.replace('/forms/', '/').replace('.docx', '.schema.json')

let [here, there] = ['', '']
let servers: readonly Running[]
beforeAll(async () => {
  ;[here, there] = [await newFolder(), await newFolder()]
  const isOwn = (path: string) => path.includes(`/schemas/${pack}`)
  const hasExamples = (path: string) => path.includes('/examples') && !isOwn(path)
  await cp(schemas, here, { recursive: true, filter: (path) => !hasExamples(path) })
  await cp(schemas, there, { recursive: true, filter: (path) => !hasExamples(path) && !isOwn(path) })
  servers = [await startServer({ schemas: here }), await startServer({ schemas: there })]
})
afterAll(() => Promise.all(servers.map((server) => server.stop())))

const at = (index: 0 | 1): Running => {
  const server = servers[index]
  if (!server) throw new Error('No server has started')
  return server
}
const as = (name: string) => ({ cookie: `policyforms-name=${encodeURIComponent(name)}` })
const address = `/api/workshop/${pack}`
const copyOf = async (server = at(0)) => (await server.get(address)).body as WorkingCopy // by the contract
const publishing = async (server = at(0)) => (await server.get(`${address}/publishing`)).body as Publishing // by the contract
const save = async (path: string, change: (text: string) => string) => {
  const { revision, files } = await copyOf()
  const text = change(files.find((file) => file.path === path)?.text ?? '')
  expect((await at(0).send('PATCH', address, { base: revision, files: [{ path, text }] }, as('王'))).status).toBe(200)
}
let number = 90
/** Another Word file is another version of the template. */
const raiseNumber = () => save(template, (text) => setValue(text, ['x-version'], `${++number}.0.0`))
const askAndPublish = async (server = at(0)) => {
  const { revision } = await copyOf(server)
  await server.send('POST', `${address}/review`, { revision, note: '' }, as('王'))
  return server.send('POST', `${address}/publish`, { revision }, as('李'))
}
/** The same Word file in other bytes. */
const repacked = (bytes: Uint8Array, level: 0 | 1 | 3 | 9) => Buffer.from(zipSync(unzipSync(bytes), { level }))
const isAsItWas = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0

it('publishes a change of a template and leaves its Word file as it is, byte for byte', async () => {
  const before = await readFile(join(here, form))
  expect((await at(0).send('POST', '/api/workshop', { pack }, as('王'))).status).toBe(201)
  await save(template, (text) => setValue(text, ['description'], '新的说明'))
  await raiseNumber()
  expect(await publishing()).toMatchObject({ issues: [], breaking: [], sameNumber: [], folder: [] })
  expect((await askAndPublish()).status).toBe(200)
  expect(JSON.parse(await readFile(join(here, template), 'utf8'))).toMatchObject({ description: '新的说明' })
  expect(isAsItWas(await readFile(join(here, form)), before)).toBe(true)
})

it('tells of a Word file that was changed in the folder, and takes it', async () => {
  const changed = repacked(await readFile(join(here, form)), 0)
  await writeFile(join(here, form), changed)
  expect((await publishing()).folder).toEqual([form])
  expect(refusalOf(await askAndPublish()).error).toBe('workshop-not-ready')
  await at(0).send('POST', `${address}/folder`, { take: 'mine' }, as('王'))
  expect(await publishing()).toMatchObject({ folder: [], sameNumber: [expect.anything()] })
  await raiseNumber()
  expect((await askAndPublish()).status).toBe(200)
  expect(isAsItWas(await readFile(join(here, form)), changed)).toBe(true)
})

it.each(['mine', 'folder'] as const)('where both changed the Word file, %s is taken whole', async (take) => {
  const original = await readFile(join(schemas, form))
  const [mine, theirs] =
    take === 'mine' ? [original, repacked(original, 9)] : [repacked(original, 3), repacked(original, 1)]
  await save(form, () => mine.toString('base64'))
  await writeFile(join(here, form), theirs)
  expect((await publishing()).folder).toEqual([form])
  await at(0).send('POST', `${address}/folder`, { take }, as('王'))
  await raiseNumber()
  expect((await askAndPublish()).status).toBe(200)
  expect(isAsItWas(await readFile(join(here, form)), take === 'mine' ? mine : theirs)).toBe(true)
})

it('leaves as a zip and enters elsewhere with the same Word file', async () => {
  const { bytes } = await at(0).get(`${address}/export`)
  expect(isAsItWas(unzipSync(bytes)[form] ?? new Uint8Array(), await readFile(join(here, form)))).toBe(true)
  const look = (await at(1).upload('/api/imports/look', `${pack}.zip`, bytes)).body as ImportLook // by the contract
  expect(look).toMatchObject({ pack, signature: { is: 'valid' }, issues: [] })
  expect((await at(1).upload('/api/imports?base=0', `${pack}.zip`, bytes)).status).toBe(201)
  expect((await askAndPublish(at(1))).status).toBe(200)
  expect(isAsItWas(await readFile(join(there, form)), await readFile(join(here, form)))).toBe(true)
})

it('forgets what was given up, and opens the folder as it is', async () => {
  const mine = repacked(await readFile(join(schemas, form)), 3)
  await save(form, () => mine.toString('base64'))
  expect((await publishing()).differences).not.toEqual([])
  expect((await at(0).send('DELETE', address)).status).toBe(204)
  expect((await at(0).send('POST', '/api/workshop', { pack }, as('王'))).status).toBe(201)
  const { text = '' } = (await copyOf()).files.find(({ path }) => path === form) ?? {}
  expect(isAsItWas(Buffer.from(text, 'base64'), await readFile(join(here, form)))).toBe(true)
})
