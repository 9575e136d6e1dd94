import type { NewCopy, NewTemplate, OutlineReading, WorkingCopy } from '@policyforms/core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Running, refusalOf, startServer } from '../sample/client.ts'

let server: Running
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const text = `某省技术创新中心申报书

一、基本情况
单位名称：____________
经费总额（单位：万元）：________

二、建设方案（限500字）
`

it('reads an outline, and makes a working copy of what a person has gone through', async () => {
  const read = await server.send('POST', '/api/workshop/outline/text', { text })
  const { blocks, draft } = read.body as OutlineReading // by the contract
  expect(blocks.length).toBeGreaterThan(3)
  expect(draft.sections.map(({ title }) => title)).toEqual(['基本情况', '建设方案'])
  const uploaded = await server.upload('/api/workshop/outline', '提纲.txt', new TextEncoder().encode(text))
  expect(uploaded.body).toEqual(read.body)

  expect(draft.sections[0]?.children?.map(({ title }) => title)).toEqual(['单位名称', '经费总额'])
  const [basics, ...others] = draft.sections
  const gone = { ...draft, sections: [{ ...basics, title: '单位概况' }, ...others] }
  const made = await server.send('POST', '/api/workshop/new', { id: 'north', name: '北方省', outline: gone })
  expect(made.status).toBe(201)
  expect((made.body as NewCopy).copy).toMatchObject({ pack: 'north', name: '北方省', state: 'editing' }) // by the contract
  const copy = (await server.get('/api/workshop/north')).body as WorkingCopy // by the contract
  const schema = copy.files.find(({ path }) => path.endsWith('.schema.json'))?.text
  expect(schema).toContain('单位概况')
  expect(schema).toContain('"x-max-chars": 500')
})

it('begins from a neighbour, or from a small template', async () => {
  expect((await server.send('POST', '/api/workshop/new', { id: 'south', name: '南方省', from: 'sample' })).status).toBe(
    201,
  )
  expect((await server.send('POST', '/api/workshop/new', { id: 'east', name: '东方省' })).status).toBe(201)
})

it('adds templates to a working copy, and changes none that it has', async () => {
  const before = (await server.get('/api/workshop/north')).body as WorkingCopy // by the contract
  const { draft } = (await server.send('POST', '/api/workshop/outline/text', { text })).body as OutlineReading // by the contract
  for (const wanted of [
    { template: 'plan', outline: draft },
    { template: 'form', from: 'sample/report' },
    { template: 'small' },
  ]) {
    const added = await server.send('POST', '/api/workshop/north/templates', wanted)
    expect(added.status).toBe(201)
    const { files } = added.body as NewTemplate // by the contract
    expect(files[0]?.path).toBe(`north/${wanted.template}.schema.json`)
    const again = refusalOf(await server.send('POST', '/api/workshop/north/templates', wanted))
    expect(again).toMatchObject({ error: 'pack-refused', message: expect.stringContaining('已经有模板') })
  }
  const after = (await server.get('/api/workshop/north')).body as WorkingCopy // by the contract
  expect(after.files).toEqual(expect.arrayContaining([...before.files]))
  expect(refusalOf(await server.send('POST', '/api/workshop/nowhere/templates', { template: 'a' })).error).toBe(
    'workshop-missing',
  )
})

it.each([
  ['sample', '已经有 sample 了'],
  ['South', '不能作文件夹的名字'],
  ['common', '公用的文件夹'],
  ['north', '工坊里已经有'],
])('makes no pack called %s', async (id, said) => {
  const refused = refusalOf(await server.send('POST', '/api/workshop/new', { id, name: '某省' }))
  expect(refused).toMatchObject({ error: 'pack-refused', message: expect.stringContaining(said) })
})

it('says why a file cannot be read', async () => {
  const broken = await server.upload('/api/workshop/outline', '提纲.docx', new TextEncoder().encode('不是 Word'))
  expect(refusalOf(broken).error).toBe('outline-unreadable')
  expect(refusalOf(await server.send('POST', '/api/workshop/outline/text', { text: '  ' })).error).toBe(
    'outline-unreadable',
  )
  const odd = { id: 'odd', name: '某省', outline: { title: 1 } }
  expect(refusalOf(await server.send('POST', '/api/workshop/new', odd)).error).toBe('bad-request')
})
