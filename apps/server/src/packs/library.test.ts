import { cp, mkdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Draft, Issue, PackListing, Template } from '@policyforms/core'
import { expect, it } from 'vitest'
import { newFolder, sampleSchemas, startServer } from '../sample/client.ts'
import { sampleProcedure } from '../sample/procedure.ts'

it('takes a changed template up by itself, and leaves a draft the version that it was filled by', async () => {
  const schemas = await newFolder()
  await cp(sampleSchemas, schemas, { recursive: true })
  const server = await startServer({ schemas })
  const current = async () => (await server.get('/api/templates/sample/report')).body as Template // by the contract
  const old = await current()
  const draft = await server.create()

  const file = join(schemas, 'sample/report.schema.json')
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace('样例年度报告', '改名的年度报告').replace('"own"', '"self"'))
  await expect.poll(async () => (await current()).hash, { timeout: 20_000 }).not.toBe(old.hash)

  const kept = (await server.get(`/api/drafts/${draft.id}`)).body as Draft // by the contract
  expect(kept.hash).toBe(old.hash)
  expect((await server.get(`/api/templates/by-hash/${kept.hash}`)).body).toEqual(old)
  const saved = await server.send('PATCH', `/api/drafts/${draft.id}`, { base: 1, sections: { money: { own: 1 } } })
  expect(saved.status).toBe(200)
  expect((await server.create()).hash).not.toBe(old.hash)
  await server.stop()
})

it('takes up a pack that is dropped in, file by file, and lists a broken one beside it with its faults', async () => {
  const schemas = await newFolder()
  await cp(join(sampleSchemas, 'sample'), join(schemas, 'sample'), { recursive: true })
  const server = await startServer({ schemas })
  const listed = async (id: string) => {
    const packs = (await server.get('/api/packs')).body as PackListing[] // by the contract
    const pack = packs.find((one) => one.id === id)
    if (!pack) return undefined
    const faults = (await server.get(`/api/packs/${id}/faults`)).body as Issue[] // by the contract
    const isSound = faults.every(({ severity }) => severity === 'warning')
    return { templates: pack.templates.length, isSound, hasProcedure: pack.hasProcedure }
  }
  expect(await listed('sample')).toEqual({ templates: 1, isSound: true, hasProcedure: false })
  expect(await listed('dropped')).toBeUndefined()

  // As a copy over a slow network arrives: the folder first, then its files, with pauses in which it is read half.
  const renamed = async (file: string) =>
    (await readFile(join(schemas, 'sample', file), 'utf8')).replace('"id": "sample"', '"id": "dropped"')
  const put = async (path: string, text: string) => {
    await mkdir(dirname(join(schemas, path)), { recursive: true })
    await writeFile(join(schemas, path), text)
  }
  const poll = { timeout: 20_000 }
  await put('dropped/jurisdiction.json', await renamed('jurisdiction.json'))
  await expect.poll(() => listed('dropped'), poll).toEqual({ templates: 0, isSound: true, hasProcedure: false })
  await put('dropped/report.schema.json', await renamed('report.schema.json'))
  await put('damaged/jurisdiction.json', '{ "id": "damaged" ')
  await expect.poll(() => listed('damaged'), poll).toEqual({ templates: 0, isSound: false, hasProcedure: false })
  await put('dropped/examples/report/complete.json', await renamed('examples/report/complete.json'))
  await put('dropped/procedure.json', JSON.stringify(sampleProcedure))
  const sound = { templates: 1, isSound: true, hasProcedure: true }
  await expect.poll(() => listed('dropped'), poll).toEqual(sound)
  expect(await listed('sample')).toEqual({ ...sound, hasProcedure: false })
  expect((await server.send('POST', '/api/drafts', { template: 'dropped/report' })).status).toBe(201)
  await server.stop()
})

it('knows the version of a draft from the store alone, when the pack is gone', async () => {
  const data = await newFolder()
  const first = await startServer({ data })
  const draft = await first.create()
  await first.stop()

  const second = await startServer({ data, schemas: await newFolder() })
  expect((await second.get('/api/packs')).body).toEqual([])
  expect((await second.get(`/api/templates/by-hash/${draft.hash}`)).body).toMatchObject({ id: 'sample/report' })
  const saved = await second.send('PATCH', `/api/drafts/${draft.id}`, { base: 1, sections: { basics: { name: '甲' } } })
  expect(saved.status).toBe(200)
  await second.stop()
})

it('stays up beside a pack that breaks, links that lead in circles and files out of all measure', async () => {
  const schemas = await newFolder()
  await cp(sampleSchemas, schemas, { recursive: true })
  const server = await startServer({ schemas })
  const draft = await server.create()
  const pack = join(schemas, 'sample')
  await writeFile(join(pack, 'report.schema.json'), '{ "title": ')
  const open = async () => (await server.send('POST', '/api/drafts', { template: 'sample/report' })).status
  await expect.poll(open, { timeout: 20_000 }).not.toBe(201)
  // What was begun goes on by the version that it was begun with.
  const saved = await server.send('PATCH', `/api/drafts/${draft.id}`, { base: 1, sections: { basics: { name: '乙' } } })
  expect(saved.status).toBe(200)
  expect((await server.get(`/api/templates/by-hash/${draft.hash}`)).body).toMatchObject({ id: 'sample/report' })

  const odd = join(schemas, 'odd')
  await mkdir(odd)
  await symlink(schemas, join(odd, 'all'))
  await symlink('/', join(schemas, 'root'))
  await truncate(await created(join(odd, 'jurisdiction.json')), 3 * 2 ** 30)
  const faults = async () => {
    const { status, body } = await server.get('/api/packs/odd/faults')
    return status === 200 ? (body as Issue[]).map(({ code }) => code) : status // by the contract
  }
  await expect.poll(faults, { timeout: 20_000 }).toEqual(['file-too-big'])
  await rm(odd, { recursive: true })
  await expect.poll(faults, { timeout: 20_000 }).toBe(404)
  await cp(join(sampleSchemas, 'sample'), pack, { recursive: true, force: true })
  await expect.poll(open, { timeout: 20_000 }).toBe(201)
  expect((await server.get('/api/packs')).body).toHaveLength(2)
  await server.stop()
})

const created = async (path: string) => {
  await writeFile(path, '')
  return path
}
