import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Draft, Publishing, WorkingCopy } from '@policyforms/core'
import { renameKey, setValue } from '@policyforms/core/editing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newFolder, type Running, refusalOf, sampleSchemas, startServer } from '../sample/client.ts'

let server: Running
let schemas: string
beforeAll(async () => {
  schemas = await newFolder()
  await cp(sampleSchemas, schemas, { recursive: true })
  server = await startServer({ schemas })
})
afterAll(() => server.stop())

const as = (name: string) => ({ cookie: `policyforms-name=${encodeURIComponent(name)}` })
const path = 'sample/report.schema.json'
const onDisk = () => readFile(join(schemas, path), 'utf8')
const copyOf = async () => (await server.get('/api/workshop/sample')).body as WorkingCopy // by the contract
const publishing = async () => (await server.get('/api/workshop/sample/publishing')).body as Publishing // by the contract
const example = 'sample/examples/report/complete.json'
const save = async (text: string, answers?: string) => {
  const { revision } = await copyOf()
  const files = [{ path, text }, ...(answers === undefined ? [] : [{ path: example, text: answers }])]
  return server.send('PATCH', '/api/workshop/sample', { base: revision, files }, as('王'))
}
const askAndPublish = async () => {
  const { revision } = await copyOf()
  await server.send('POST', '/api/workshop/sample/review', { revision, note: '请审' }, as('王'))
  return server.send('POST', '/api/workshop/sample/publish', { revision }, as('李'))
}

it('knows who says a name', async () => {
  const named = await server.send('POST', '/api/session', { name: ' 王工 ' })
  const cookie = named.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect((await server.get('/api/session', { cookie })).body).toMatchObject({ user: { id: '王工', name: '王工' } })
  expect((await server.get('/api/session')).body).toMatchObject({ user: { id: 'local' } })
  expect(refusalOf(await server.send('POST', '/api/session', { name: '字'.repeat(21) })).error).toBe('bad-request')
})

it('takes a template from a change through review to a version, and a draft along', async () => {
  await server.send('POST', '/api/workshop', { pack: 'sample' }, as('王'))
  const first = await onDisk()
  const draft = await server.create()
  const year = { base: 1, sections: { basics: { year: 2021 } } }
  await server.send('PATCH', `/api/drafts/${draft.id}`, year)

  // A key that is only renamed would lose what was filled in.
  const renamed = renameKey(first, ['properties', 'basics', 'properties', 'year'], 'reported')
  await save(renamed)
  const found = await publishing()
  expect(found.issues).toContainEqual(expect.objectContaining({ code: 'example-fails', file: example }))
  await save(renamed, JSON.stringify({ basics: { name: '某中心', reported: 2025 } }))
  const next = await publishing()
  expect(next.issues.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(next.breaking).toMatchObject([{ template: 'report', changes: [{ why: 'gone', path: 'basics.year' }] }])
  expect(next.sameNumber).toMatchObject([{ template: 'report', version: '1.0.0' }])
  expect(next.drafts).toMatchObject([{ id: draft.id, counts: { lost: 1 } }])
  expect(refusalOf(await askAndPublish()).error).toBe('workshop-not-ready')

  const word = setValue(renamed, ['properties', 'basics', 'properties', 'reported', 'x-was'], 'year')
  await save(setValue(word, ['x-version'], '2.0.0'))
  const ready = await publishing()
  expect(ready).toMatchObject({ breaking: [], sameNumber: [] })
  const moved = { what: 'moved', label: '“报告年度”', labelNow: '“报告年度”' }
  expect(ready.drafts).toMatchObject([{ counts: { lost: 0, moved: 1 }, notes: [moved] }])
})

it('lets nobody publish alone, nor what changed after it was looked at', async () => {
  const { revision } = await copyOf()
  const publish = (name: string, at = revision) =>
    server.send('POST', '/api/workshop/sample/publish', { revision: at }, as(name))
  expect(refusalOf(await publish('李', revision)).error).toBe('workshop-not-in-review')
  await server.send('POST', '/api/workshop/sample/review', { revision, note: '请审' }, as('王'))
  expect(refusalOf(await publish('王')).error).toBe('workshop-own-review')
  expect(refusalOf(await publish('李', revision - 1)).error).toBe('workshop-changed')
  expect((await publishing()).review).toMatchObject({ by: '王', note: '请审' })
  expect((await server.send('POST', '/api/workshop/sample/return', { note: '标题再改改' }, as('李'))).status).toBe(204)
  expect(await publishing()).toMatchObject({ state: 'editing', returned: { by: '李', note: '标题再改改' } })
})

it('is told when the folder was changed beside it, and brings that in', async () => {
  const before = await onDisk()
  await writeFile(join(schemas, path), setValue(before, ['description'], '文件夹里写的说明'))
  expect((await publishing()).folder).toEqual([path])
  expect(refusalOf(await askAndPublish()).error).toBe('workshop-not-ready')
  const merged = await server.send('POST', '/api/workshop/sample/folder', { take: 'mine' }, as('王'))
  expect(merged.status).toBe(200)
  const text = (await copyOf()).files.find((file) => file.path === path)?.text ?? ''
  expect(JSON.parse(text)).toMatchObject({ description: '文件夹里写的说明', 'x-version': '2.0.0' })
  expect((await publishing()).folder).toEqual([])
})

it.each(['mine', 'folder'] as const)(
  'brings both sides together, and %s decides only where both wrote',
  async (take) => {
    const before = await onDisk()
    const there = setValue(setValue(before, ['title'], '文件夹里的名称'), ['x-note'], take)
    await writeFile(join(schemas, path), there)
    const mine = (await copyOf()).files.find((file) => file.path === path)?.text ?? ''
    await save(setValue(setValue(mine, ['title'], '工作稿里的名称'), ['x-mine'], take))
    await server.send('POST', '/api/workshop/sample/folder', { take }, as('王'))
    const merged = (await copyOf()).files.find((file) => file.path === path)?.text ?? ''
    expect(JSON.parse(merged)).toMatchObject({
      title: take === 'mine' ? '工作稿里的名称' : '文件夹里的名称',
      'x-note': take,
      'x-mine': take,
    })
    await writeFile(join(schemas, path), before)
    await server.send('POST', '/api/workshop/sample/folder', { take: 'folder' }, as('王'))
    await save(mine)
  },
)

it('publishes into the folder, keeps the version, and carries a draft over', async () => {
  const published = await askAndPublish()
  expect(published).toMatchObject({ status: 200, body: { number: 1, author: '王', reviewer: '李', note: '请审' } })
  expect((await publishing()).isChanged).toBe(false)
  expect(JSON.parse(await onDisk())).toMatchObject({ 'x-version': '2.0.0', description: '文件夹里写的说明' })
  expect((await server.get('/api/workshop/sample/versions/1')).body).toHaveLength(3)
  expect(refusalOf(await server.get('/api/workshop/sample/versions/2')).error).toBe('not-found')

  const [draft] = (await server.get('/api/drafts')).body as readonly Draft[] // by the contract
  // The library sees the folder's new files in a moment.
  await expect
    .poll(
      async () => {
        const { revision } = (await server.get(`/api/drafts/${draft?.id}`)).body as Draft // by the contract
        const carried = await server.send('POST', `/api/drafts/${draft?.id}/carry`, { revision })
        return JSON.stringify((carried.body as Draft).answers) // by the contract
      },
      { timeout: 5000 },
    )
    .toContain('"reported":2021')
  const history = (await server.get(`/api/drafts/${draft?.id}/history`)).body
  expect(history).toMatchObject([{ what: 'carried' }, { what: 'saved' }, { what: 'created' }])
})
