import { cp, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Comparison, Imported, ImportLook, Issue, WorkingCopy } from '@policyforms/core'
import { setValue } from '@policyforms/core/editing'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newFolder, type Reply, type Running, refusalOf, sampleSchemas, startServer } from '../sample/client.ts'

let here: Running
let there: Running
let data: string
let schemas: string
beforeAll(async () => {
  data = await newFolder()
  schemas = await newFolder()
  await cp(sampleSchemas, schemas, { recursive: true })
  here = await startServer({ schemas, data })
  there = await startServer()
})
afterAll(() => Promise.all([here.stop(), there.stop()]))

const path = 'sample/report.schema.json'
const exported = async (server: Running, of = 'folder') =>
  (await server.get(`/api/workshop/sample/export?of=${of}`)).bytes
const look = async (server: Running, zip: Uint8Array, query = '') =>
  server.upload(`/api/imports/look${query}`, 'p.zip', zip)
const looked = async (server: Running, zip: Uint8Array, query = '') =>
  (await look(server, zip, query)).body as ImportLook // by the contract
const take = (server: Running, zip: Uint8Array, query: string) => server.upload(`/api/imports${query}`, 'p.zip', zip)
const taken = (reply: Reply) => reply.body as Imported // by the contract
const copyOf = async (server: Running, pack: string) => (await server.get(`/api/workshop/${pack}`)).body as WorkingCopy // by the contract
const isError = ({ severity }: Issue) => severity === 'error'
const changed = (zip: Uint8Array, change: (text: string) => string) => {
  const files = unzipSync(zip)
  return zipSync({ ...files, [path]: strToU8(change(strFromU8(files[path] ?? new Uint8Array()))) })
}

it('leaves as the files of the folder with a signature, by a key that only this installation can read', async () => {
  const files = unzipSync(await exported(there))
  expect(Object.keys(files).sort()).toEqual([
    'sample/examples/report/complete.json',
    'sample/jurisdiction.json',
    path,
    'signature.json',
  ])
  expect(strFromU8(files[path] ?? new Uint8Array())).toBe(await readFile(join(sampleSchemas, path), 'utf8'))
  await exported(here)
  expect((await stat(join(data, 'signing-key.pem'))).mode & 0o777).toBe(0o600)
  expect(refusalOf(await there.get('/api/workshop/nowhere/export?of=folder')).error).toBe('pack-unknown')
  expect(refusalOf(await there.get('/api/workshop/sample/export?of=7')).error).toBe('not-found')
})

it('tells whose it is, and that the files are as they were signed', async () => {
  const zip = await exported(there)
  const { signature, issues, name, templates, here: present, files } = await looked(here, zip)
  expect(signature).toMatchObject({
    is: 'valid',
    signer: '本机用户',
    fingerprint: expect.stringMatching(/^(\d{5} ){5}\d{5}$/),
  })
  expect((await there.get('/api/signer')).body).toMatchObject({
    fingerprint: 'fingerprint' in signature && signature.fingerprint,
  })
  expect((await looked(there, zip)).signature).toMatchObject({ is: 'valid', isOwn: true })
  expect(signature).not.toHaveProperty('known')
  expect({ errors: issues.filter(isError), name, templates, present, files }).toEqual({
    errors: [],
    name: '样例省',
    templates: [{ id: 'sample/report', title: '样例年度报告', version: '1.0.0' }],
    present: { is: 'folder' },
    files: { new: 0, changed: 0, gone: 0, same: 3 },
  })
})

it('shows a broken signature, and takes nothing that has one', async () => {
  const zip = changed(await exported(there), (text) => text.replace('经费', '费用'))
  expect((await looked(here, zip)).signature).toEqual({ is: 'broken', why: 'changed', paths: [path] })
  const entries = unzipSync(await exported(there))
  const signature = JSON.parse(strFromU8(entries['signature.json'] ?? new Uint8Array()))
  const other = unzipSync(await exported(here))
  const key = JSON.parse(strFromU8(other['signature.json'] ?? new Uint8Array())).manifest.publicKey
  const forgeries: readonly (readonly [unknown, string])[] = [
    [{ ...signature, manifest: { ...signature.manifest, signer: '某厅' } }, 'forged'],
    [{ ...signature, manifest: { ...signature.manifest, publicKey: key } }, 'forged'],
    [{ ...signature, manifest: { ...signature.manifest, publicKey: 'AAAA' } }, 'forged'],
    [{ ...signature, manifest: { ...signature.manifest, pack: 'other' } }, 'forged'],
    [{ ...signature, signature: '' }, 'forged'],
    [{ ...signature, manifest: null }, 'unreadable'],
    [[], 'unreadable'],
  ]
  for (const [forged, why] of forgeries) {
    const made = zipSync({ ...entries, 'signature.json': strToU8(JSON.stringify(forged)) })
    expect((await looked(here, made)).signature).toMatchObject({ is: 'broken', why })
    expect(refusalOf(await take(here, made, '?base=0')).error).toBe('import-refused')
  }
  const { 'signature.json': _, ...unsigned } = entries
  expect((await looked(here, zipSync(unsigned))).signature).toEqual({ is: 'missing' })
  expect(refusalOf(await here.get('/api/workshop/sample')).error).toBe('workshop-missing')
})

it('enters as a change of the working copy that can be undone, and remembers the key', async () => {
  await there.send('POST', '/api/workshop', { pack: 'sample' })
  const copy = await copyOf(there, 'sample')
  const text = copy.files.find((file) => file.path === path)?.text ?? ''
  const renamed = setValue(text, ['title'], '样例新报告')
  await there.send('PATCH', '/api/workshop/sample', { base: 1, files: [{ path, text: renamed }] })
  const zip = await exported(there, 'copy')

  const found = await looked(here, zip)
  expect(found.differences).toMatchObject([{ is: 'template', facet: 'title', after: '样例新报告' }])
  expect(refusalOf(await take(here, zip, '?base=3')).error).toBe('workshop-changed')
  const done = await take(here, zip, `?base=0&remember=${encodeURIComponent('邻省科技厅')}`)
  expect(done).toMatchObject({ status: 201, body: { copy: { pack: 'sample', revision: 2 }, before: 1 } })
  const file = (await copyOf(here, 'sample')).files.find((one) => one.path === path)
  expect(file?.text).toBe(renamed)
  expect(await readFile(join(schemas, path), 'utf8')).toBe(text)
  const again = await looked(here, zip)
  expect(again.signature).toMatchObject({ known: { name: '邻省科技厅' } })
  expect(again).toMatchObject({ here: { is: 'copy', revision: 2 }, differences: [] })

  const undone = await here.send('POST', '/api/workshop/sample/revert', { from: 2, to: taken(done).before })
  expect(undone).toMatchObject({ status: 200, body: { revision: 3 } })
  expect((await copyOf(here, 'sample')).files.find((one) => one.path === path)?.text).toBe(text)
})

it('enters under another folder’s name', async () => {
  const zip = await exported(there)
  expect(await looked(here, zip, '?as=neighbour')).toMatchObject({ original: 'sample', pack: 'neighbour' })
  expect((await look(here, zip, '?as=codes')).status).toBe(400)
  expect((await look(here, zip, '?as=..%2Fx')).status).toBe(400)
  expect((await take(here, zip, '?as=neighbour&base=0')).body).toEqual({
    copy: expect.objectContaining({ pack: 'neighbour', name: '样例省', revision: 1 }),
  })
  const copy = await copyOf(here, 'neighbour')
  const jurisdiction = copy.files.find((file) => file.path === 'neighbour/jurisdiction.json')
  expect(JSON.parse(jurisdiction?.text ?? '')).toMatchObject({ id: 'neighbour', name: '样例省' })
})

it('brings a broken pack in with its faults, and leaves the others alone', async () => {
  const { 'signature.json': _, ...files } = unzipSync(await exported(there))
  const zip = zipSync({ ...files, [path]: strToU8('{"x-kind":') })
  const { issues } = await looked(here, zip, '?as=broken-one')
  expect(issues).toContainEqual(expect.objectContaining({ severity: 'error', file: 'broken-one/report.schema.json' }))
  expect(refusalOf(await look(here, strToU8('PK no'))).message).toMatch(/^没有导入：/)
})

it('compares two states of a pack, for a page and as a Word table', async () => {
  const { body } = await there.get('/api/compare?left=sample&right=sample@copy')
  expect(body as Comparison).toMatchObject({
    left: '样例省（现行）',
    right: '样例省（工作稿）',
    templates: { report: '样例新报告' },
    differences: [{ is: 'template', facet: 'title', before: '样例年度报告', after: '样例新报告' }],
  })
  for (const path of ['/api/compare.docx?left=sample&right=sample@copy', '/api/workshop/sample/differences.docx']) {
    const { status, headers, bytes } = await there.get(path)
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('wordprocessingml')])
    expect(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())).toContain('样例新报告')
  }
  expect((await there.get('/api/workshop/sample/states')).body).toEqual({
    isInFolder: true,
    hasCopy: true,
    versions: [],
  })
  expect((await there.get('/api/compare?left=sample&right=../x')).status).toBe(400)
  expect(refusalOf(await there.get('/api/compare?left=sample&right=nowhere')).error).toBe('pack-unknown')
})
