import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Draft, ExportProgress, Template } from '@policyforms/core'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newFolder, type Reply, type Running, sampleSchemas, startServer } from '../sample/client.ts'

let server: Running
let schemas: string
beforeAll(async () => {
  schemas = await newFolder()
  await cp(sampleSchemas, schemas, { recursive: true })
  server = await startServer({ schemas })
})
afterAll(() => server.stop())

const filled = async (sections: object): Promise<Draft> => {
  const draft = await server.create()
  const saved = await server.send('PATCH', `/api/drafts/${draft.id}`, { base: 1, sections })
  expect(saved.status, JSON.stringify(saved.body)).toBe(200)
  return draft
}
const summary = (ids: readonly string[], more: object = {}) =>
  server.send('POST', '/api/exports/summary', { template: 'sample/report', ids, ...more })
const linesOf = (reply: Reply): readonly (readonly string[])[] => {
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  const lines = strFromU8(reply.bytes).replace('\uFEFF', '').trimEnd().split('\r\n')
  return lines.map((line) => line.split(','))
}

it('gives the columns that were chosen, as CSV too, and passes over those that the template has no more', async () => {
  const { id } = await filled({ basics: { name: '甲', year: 2025 }, money: { own: 0 } })
  const columns = ['money.own', 'basics.gone', 'basics.year']
  expect(linesOf(await summary([id], { columns, format: 'csv' }))).toEqual([
    ['序号', '编号', '名称', '提交日期', '二、经费：自筹（万元）', '一、基本情况：报告年度'],
    ['1', id, '甲', '', '0', '2025'],
  ])
  const zip = unzipSync((await summary([id], { format: 'zip' })).bytes)
  expect(Object.keys(zip)).toEqual(['汇总.csv'])
  expect((await summary([id], { format: 'pdf' })).status).toBe(400)
})

it('gives one row to each submission across versions, each read by its own', async () => {
  const old = await filled({ basics: { name: '旧', year: 2024 }, money: { own: 30_000 } })
  const file = join(schemas, 'sample/report.schema.json')
  const text = await readFile(file, 'utf8')
  const changed = text
    .replace('"title": "自筹", "x-unit": "万元"', '"title": "自筹经费", "x-unit": "元"')
    .replace('"joint": {', '"phone": { "x-kind": "text", "title": "电话" }, "joint": {')
  await writeFile(file, changed)
  const current = async () => (await server.get('/api/templates/sample/report')).body as Template // by the contract
  await expect.poll(async () => (await current()).hash, { timeout: 20_000 }).not.toBe(old.hash)
  const fresh = await filled({ basics: { name: '新', phone: '', joint: false }, money: { own: 5, grant: 0 } })

  const [heads = [], first = [], second = []] = linesOf(await summary([fresh.id, old.id], { format: 'csv' }))
  const of = (row: readonly string[], head: string) => row[heads.indexOf(head)]
  expect(first.length).toBe(heads.length)
  expect(second.length).toBe(heads.length)
  expect(of(first, '二、经费：自筹经费（元）')).toBe('5')
  expect(of(second, '二、经费：自筹经费（元）')).toBe('不适用')
  expect(of(second, '二、经费：自筹（1.0.0 版）（万元）')).toBe('30000')
  expect(of(first, '二、经费：自筹（1.0.0 版）（万元）')).toBe('不适用')
  expect([of(first, '一、基本情况：电话'), of(second, '一、基本情况：电话')]).toEqual(['', '不适用'])
  // 0 is 0, and what nobody filled in is blank.
  expect([of(first, '二、经费：财政（万元）'), of(second, '二、经费：财政（万元）')]).toEqual(['0', ''])
})

it('tells how far it is while it writes many, and stops when nobody waits any more', async () => {
  const ids = (await Promise.all(Array.from({ length: 12 }, (_, i) => filled({ basics: { name: `第${i}` } })))).map(
    ({ id }) => id,
  )
  const progress = async (name: string) => (await server.get(`/api/exports/${name}`)).body as ExportProgress // by the contract
  const body = JSON.stringify({ ids, export: 'tell-me-12' })
  const hangUp = new AbortController()
  const headers = { 'content-type': 'application/json' }
  const url = `${server.url}/api/exports/word`
  const reply = await fetch(url, { method: 'POST', headers, body, signal: hangUp.signal })
  await expect.poll(() => progress('tell-me-12')).toMatchObject({ total: 12 })
  hangUp.abort()
  await expect(reply.arrayBuffer()).rejects.toThrow()
  await expect.poll(() => progress('tell-me-12')).toEqual({ done: 0, total: 0 })
  // The workers go on with what others want.
  const whole = await server.send('POST', '/api/exports/word', { ids, export: 'tell-me-all' })
  expect(Object.keys(unzipSync(whole.bytes))).toHaveLength(12)
})

it('sets the targets of a pack against what was submitted, and refuses where there are none', async () => {
  expect((await server.get('/api/packs/sample/statistics.xlsx')).status).toBe(404)
  await writeFile(
    join(schemas, 'sample/indicators.json'),
    JSON.stringify({
      $schema: '../dialect/indicators.schema.json',
      title: '经费目标',
      indicators: [
        {
          id: 'grant',
          title: '财政经费',
          unit: '万元',
          targets: [{ year: 2024, value: 10 }],
          actual: { template: 'report', year: 'basics.year', value: 'money.grant', combine: 'sum' },
        },
      ],
    }),
  )
  const draft = await filled({ basics: { name: '甲', year: 2024, joint: false }, money: { own: 20, grant: 7 } })
  const submitted = await server.send('POST', `/api/drafts/${draft.id}/submit`, { revision: 2 })
  expect(submitted.status, JSON.stringify(submitted.body)).toBe(200)
  const statistics = () => server.get('/api/packs/sample/statistics.xlsx')
  await expect.poll(async () => (await statistics()).status, { timeout: 20_000 }).toBe(200)
  const parts = unzipSync((await statistics()).bytes)
  const results = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(results).toMatch(/<t>财政经费<\/t>.*<v>7<\/v>.*<v>70<\/v>.*未达到/)
  expect(Object.keys(parts)).toContain('xl/charts/chart1.xml')
})

it('compiles many into one book, and shows what changed since a revision as tracked changes', async () => {
  const drafts = await Promise.all(['甲中心', '乙中心'].map((name) => filled({ basics: { name } })))
  const ids = drafts.map(({ id }) => id)
  const book = await server.send('POST', '/api/exports/compilation', { ids, export: 'compile-two' })
  expect(book.status, JSON.stringify(book.body)).toBe(200)
  const text = strFromU8(unzipSync(book.bytes)['word/document.xml'] ?? new Uint8Array())
  for (const title of ['甲中心', '乙中心', '材料一览']) expect(text).toContain(title)
  expect((await server.send('POST', '/api/exports/compilation', { ids: ['none'] })).status).toBe(404)

  const [id = ''] = ids
  await server.send('PATCH', `/api/drafts/${id}`, { base: 2, sections: { basics: { name: '甲研究中心' } } })
  const redline = await server.get(`/api/drafts/${id}/redline?from=2`)
  expect(redline.status, JSON.stringify(redline.body)).toBe(200)
  const marked = strFromU8(unzipSync(redline.bytes)['word/document.xml'] ?? new Uint8Array())
  expect(marked).toMatch(/<w:ins [^>]*w:author="系统"[^>]*><w:r><w:t xml:space="preserve">研究<\/w:t>/)
  for (const wrong of ['from=9', 'from=x', ''])
    expect((await server.get(`/api/drafts/${id}/redline?${wrong}`)).status).toBeGreaterThanOrEqual(400)
})
