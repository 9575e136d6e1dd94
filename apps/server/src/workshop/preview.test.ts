import type { SheetPicture } from '@policyforms/core'
import { setValue } from '@policyforms/core/editing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Running, refusalOf, startServer } from '../sample/client.ts'

let server: Running
let text: string
const path = 'sample/report.schema.json'
beforeAll(async () => {
  server = await startServer()
  const { body } = await server.send('POST', '/api/workshop', { pack: 'sample' })
  // By the contract.
  text = (body as { files: { path: string; text: string }[] }).files.find((file) => file.path === path)?.text ?? ''
})
afterAll(() => server.stop())

const preview = (what: 'word' | 'sheet', changes: object = {}) =>
  server.send('POST', `/api/workshop/sample/preview/${what}`, {
    template: 'report',
    files: [],
    answers: {},
    ...changes,
  })

it('shows the book and the workbook of files that are not saved yet', async () => {
  const files = [{ path, text: setValue(text, ['title'], '改过的标题') }]
  const word = await preview('word', { files })
  expect(word.status).toBe(200)
  expect(new TextDecoder('latin1').decode(word.bytes.slice(0, 2))).toBe('PK')
  const sheets = (await preview('sheet', { files })).body as readonly SheetPicture[] // by the contract
  expect(JSON.stringify(sheets)).toContain('改过的标题')
  const saved = (await preview('sheet')).body as readonly SheetPicture[] // by the contract
  expect(JSON.stringify(saved)).not.toContain('改过的标题')
})

it('shows nothing of a template with errors, and takes no file of another pack and no deep answers', async () => {
  const refused = async (changes: object) => refusalOf(await preview('word', changes)).error
  expect(await refused({ files: [{ path, text: '{' }] })).toBe('workshop-broken')
  expect(await refused({ files: [{ path: 'broken/a.schema.json', text: '{}' }] })).toBe('workshop-path')
  expect(await refused({ template: 'nowhere' })).toBe('workshop-broken')
  const deep = JSON.parse(`{"a":${'{"a":'.repeat(60)}1${'}'.repeat(60)}}`)
  expect(await refused({ answers: deep })).toBe('too-deep')
  const hostile = setValue(text, ['properties', 'basics', 'properties', 'name', 'pattern'], '^(a+)+$')
  expect(await refused({ files: [{ path, text: hostile }] })).toBe('workshop-broken')
})
