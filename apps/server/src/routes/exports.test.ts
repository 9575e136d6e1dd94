import type { Draft, FileAnswer, SheetPreview } from '@policyforms/core'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Reply, type Running, refusalOf, startServer } from '../sample/client.ts'

let server: Running
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const basics = { name: '稀土新材料技术创新中心', year: 2025, joint: true }
const money = { own: 10.5, grant: 20 }
const filled = async (name = basics.name) => {
  const draft = await server.create()
  const sections = { basics: { ...basics, name }, money, partners: { list: '甲公司' } }
  await server.send('PATCH', `/api/drafts/${draft.id}`, { base: 1, sections })
  return draft
}

const office = (reply: Reply, part: string) => {
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  const parts = unzipSync(reply.bytes)
  return strFromU8(parts[part] ?? new Uint8Array())
}
const nameOf = (reply: Reply) => decodeURIComponent(reply.headers.get('content-disposition')?.split("''")[1] ?? '')
/** The smallest PNG there is: one grey dot. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
)

it('writes the Word book of a draft, with the pictures that were uploaded', async () => {
  const { id } = await filled()
  const file = (await server.upload(`/api/drafts/${id}/files`, '现场.png', png)).body as FileAnswer // by the contract
  await server.send('PATCH', `/api/drafts/${id}`, { base: 2, sections: { proof: { photo: [file] } } })
  const reply = await server.get(`/api/drafts/${id}/word`)
  expect(office(reply, 'word/document.xml')).toContain(basics.name)
  const pictures = Object.entries(unzipSync(reply.bytes)).filter(([name]) => name.startsWith('word/media/'))
  expect(pictures.map(([, bytes]) => Buffer.from(bytes).equals(png))).toEqual([true])
  expect(nameOf(reply)).toBe(`样例年度报告-${basics.name}.docx`)
  expect(reply.headers.get('content-type')).toBe(
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  )
})

it('writes blank copies', async () => {
  const word = await server.get('/api/templates/sample/report/blank.docx')
  expect(office(word, 'word/document.xml')).toContain('样例年度报告')
  const sheet = await server.get('/api/templates/sample/report/blank.xlsx')
  expect(office(sheet, 'xl/workbook.xml')).toContain('<sheet')
  expect(refusalOf(await server.get('/api/templates/sample/none/blank.docx')).error).toBe('template-unknown')
})

it('reads the fill-in workbook back to the same answers and saves nothing', async () => {
  const { id } = await filled()
  const book = await server.get(`/api/drafts/${id}/sheet`)
  expect(nameOf(book)).toMatch(/填报表）\.xlsx$/)
  const before = (await server.get(`/api/drafts/${id}`)).body as Draft // by the contract
  const reply = await server.upload(`/api/drafts/${id}/sheet`, '填报表.xlsx', book.bytes)
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  const { answers, issues } = reply.body as SheetPreview // by the contract
  expect(answers).toMatchObject({ basics, money, partners: { list: '甲公司' } })
  expect(issues.filter((issue) => issue.severity === 'error')).toEqual([])
  // What a rule says of the answers is told, too.
  expect(issues.map((issue) => issue.code)).toContain('rule')
  expect((await server.get(`/api/drafts/${id}`)).body).toEqual(before)
})

it('reads an edited Word file back, keeps what it does not show, and saves nothing', async () => {
  const { id } = await filled()
  const book = await server.get(`/api/drafts/${id}/word`)
  const before = (await server.get(`/api/drafts/${id}`)).body as Draft // by the contract
  const reply = await server.upload(`/api/drafts/${id}/word`, '年度报告.docx', book.bytes)
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  const { answers, issues } = reply.body as SheetPreview // by the contract
  expect(answers).toMatchObject({ basics, money, partners: { list: '甲公司' } })
  expect(issues.filter((issue) => issue.severity === 'error')).toEqual([])
  expect((await server.get(`/api/drafts/${id}`)).body).toEqual(before)
  const junk = await server.upload(`/api/drafts/${id}/word`, '年度报告.docx', new TextEncoder().encode('MZ'))
  expect((junk.body as SheetPreview).issues[0]?.code).toBe('document-unreadable') // by the contract
})

it('says what is wrong with a workbook that is none', async () => {
  const { id } = await filled()
  const junk = await server.upload(`/api/drafts/${id}/sheet`, '填报表.xlsx', new TextEncoder().encode('MZ no workbook'))
  const { issues } = junk.body as SheetPreview // by the contract
  expect(issues[0]?.code).toBe('workbook-unreadable')
  const empty = await server.upload(`/api/drafts/${id}/sheet`, '空.xlsx', new Uint8Array())
  expect(refusalOf(empty).error).toBe('file-empty')
})

it('returns the same workbook with the faulty cells marked', async () => {
  const { id } = await filled()
  const book = await server.get(`/api/drafts/${id}/sheet`)
  const parts = unzipSync(book.bytes)
  for (const [name, bytes] of Object.entries(parts))
    if (name.startsWith('xl/worksheets/sheet'))
      parts[name] = strToU8(strFromU8(bytes).replace('><v>10.5</v></c>', ' t="inlineStr"><is><t>约十万</t></is></c>'))
  const faulty = zipSync(parts)
  const read = await server.upload(`/api/drafts/${id}/sheet`, '填报表.xlsx', faulty)
  const { answers, issues } = read.body as SheetPreview // by the contract
  expect(issues).toContainEqual(expect.objectContaining({ code: 'not-a-number', at: '/money/own', severity: 'error' }))
  // What could not be read stays as it is in the draft.
  expect(answers).toMatchObject({ money })
  const marked = await server.upload(`/api/drafts/${id}/sheet/marked`, '填报表.xlsx', faulty)
  expect(marked.status).toBe(200)
  expect(nameOf(marked)).toMatch(/（已标出问题）\.xlsx$/)
  const remarks = Object.entries(unzipSync(marked.bytes)).filter(([name]) => name.startsWith('xl/comments'))
  expect(remarks.map(([, bytes]) => strFromU8(bytes)).join()).toContain('“约十万”不是数字')
})

it('sums up many', async () => {
  const ids = (await Promise.all(['甲中心', '乙中心', '丙中心'].map(filled))).map((draft) => draft.id)
  const reply = await server.send('POST', '/api/exports/summary', { template: 'sample/report', ids })
  const parts =
    reply.status === 200
      ? Object.values(unzipSync(reply.bytes))
          .map((part) => strFromU8(part))
          .join('')
      : ''
  for (const name of ['甲中心', '乙中心', '丙中心']) expect(parts).toContain(name)
  expect(nameOf(reply)).toBe('样例年度报告汇总表.xlsx')
  const wrong = await server.send('POST', '/api/exports/summary', { template: 'sample/other', ids })
  expect(refusalOf(wrong).error).toBe('not-found')
})

it('streams a zip of many books, each under a name of its own', async () => {
  const ids = (await Promise.all(['甲中心', '甲中心', '乙/中心'].map(filled))).map((draft) => draft.id)
  const reply = await server.send('POST', '/api/exports/word', { ids })
  expect(reply.headers.get('content-type')).toBe('application/zip')
  const books = unzipSync(reply.bytes)
  expect(Object.keys(books)).toEqual([
    '样例年度报告-甲中心.docx',
    '样例年度报告-甲中心（2）.docx',
    '样例年度报告-乙 中心.docx',
  ])
  for (const book of Object.values(books)) expect(unzipSync(book)).toHaveProperty('word/document.xml')
  expect(refusalOf(await server.send('POST', '/api/exports/word', { ids: [...ids, 'none'] })).error).toBe('not-found')
  expect(refusalOf(await server.send('POST', '/api/exports/word', { ids: [] })).error).toBe('bad-request')
})

it('goes on saving while books are written', async () => {
  const { id } = await filled()
  const ids = (await Promise.all(Array.from({ length: 8 }, () => filled()))).map((draft) => draft.id)
  let writing = true
  const zip = server.send('POST', '/api/exports/word', { ids }).finally(() => {
    writing = false
  })
  let saves = 0
  for (let base = 2; writing; base++) {
    const saved = await server.send('PATCH', `/api/drafts/${id}`, { base, sections: { partners: { list: `${base}` } } })
    expect(saved.status).toBe(200)
    saves += 1
  }
  expect((await zip).status).toBe(200)
  expect(saves).toBeGreaterThan(1)
})
