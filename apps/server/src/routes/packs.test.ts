import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type Answers,
  type Draft,
  type FileAnswer,
  filesOf,
  type Json,
  placesOf,
  plainSchema,
  type SheetPreview,
  type Template,
  valueAt,
  walkBlocks,
  withValue,
} from '@policyforms/core'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Running, startServer } from '../sample/client.ts'

/* Every template of every pack, over HTTP: filled as its complete example, submitted, printed, and read back. */

const schemas = fileURLToPath(new URL('../../../../schemas', import.meta.url))
const exampleOf = (pack: string, name: string) => join(schemas, pack, 'examples', name, 'complete.json')
const folders = readdirSync(schemas, { withFileTypes: true }).filter((entry) => entry.isDirectory())
const templates = folders.flatMap(({ name: pack }) =>
  readdirSync(join(schemas, pack))
    .flatMap((file) => /^(.+)\.schema\.json$/.exec(file)?.[1] ?? [])
    .filter((name) => existsSync(exampleOf(pack, name)))
    .map((name) => [pack, name] as const),
)

let server: Running
beforeAll(async () => {
  // The day by which the packs' examples are judged.
  server = await startServer({ schemas, now: () => new Date('2025-06-30T04:00:00Z') })
})
afterAll(() => server.stop())

const heads: Readonly<Record<string, string>> = {
  pdf: '%PDF-1.7',
  png: '\x89PNG\r\n\x1a\n',
  jpg: '\xff\xd8\xff',
  jpeg: '\xff\xd8\xff',
}

/** The same answers, each file in them uploaded to the draft. */
const withFiles = async (template: Template, answers: Answers, id: string): Promise<Answers> => {
  let now: Json = answers
  for (const block of walkBlocks(template)) {
    if (block.block !== 'field' || (block.kind !== 'attachment' && block.kind !== 'picture')) continue
    for (const place of placesOf(answers, block.path)) {
      const files: FileAnswer[] = []
      for (const { name } of filesOf(valueAt(answers, place))) {
        const head = heads[name.split('.').at(-1) ?? ''] ?? 'PK\x03\x04'
        const reply = await server.upload(`/api/drafts/${id}/files`, name, Buffer.from(`${head} ${name}`, 'latin1'))
        expect(reply.status, JSON.stringify(reply.body)).toBe(201)
        files.push(reply.body as FileAnswer) // by the contract
      }
      if (files.length > 0)
        now = withValue(
          now,
          place,
          files.map((file) => ({ ...file })),
        )
    }
  }
  return now as Answers // an object stays one when something is set inside it
}

describe.each(templates)('%s/%s', (pack, name) => {
  it('is filled, submitted, printed and read back', async () => {
    const created = (await server.send('POST', '/api/drafts', { template: `${pack}/${name}` })).body as Draft // by the contract
    const path = `/api/drafts/${created.id}`
    const template = (await server.get(`/api/templates/${pack}/${name}`)).body as Template // by the contract
    const example = JSON.parse(readFileSync(exampleOf(pack, name), 'utf8')) as Answers // checked by `submit` below
    const sections = await withFiles(template, example, created.id)
    const saved = await server.send('PATCH', path, { base: 1, sections })
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    expect(saved.body).not.toMatchObject({ title: template.title })

    const reply = await server.send('POST', `${path}/submit`, { revision: 2 })
    expect(reply.status, JSON.stringify(reply.body)).toBe(200)
    const { answers } = reply.body as Draft // by the contract

    const word = await server.get(`${path}/word`)
    expect(unzipSync(word.bytes)).toHaveProperty('word/document.xml')
    const sheet = await server.get(`${path}/sheet`)
    const preview = (await server.upload(`${path}/sheet`, '填报表.xlsx', sheet.bytes)).body as SheetPreview // by the contract
    expect(preview.issues.filter((issue) => issue.severity === 'error')).toEqual([])
    expect(preview.answers).toEqual(answers)

    for (const blank of ['blank.docx', 'blank.xlsx'])
      expect((await server.get(`/api/templates/${pack}/${name}/${blank}`)).status).toBe(200)
    const summary = { template: `${pack}/${name}`, ids: [created.id] }
    expect((await server.send('POST', '/api/exports/summary', summary)).status).toBe(200)
  })
})

it('publishes what is submitted as plain JSON Schema', async () => {
  const server = await startServer()
  const template = (await server.get('/api/templates/sample/report')).body as Template // by the contract
  const { status, bytes, headers } = await server.get('/api/templates/sample/report/schema.json')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toContain('application/schema+json')
  expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual(plainSchema(template))
  expect((await server.get('/api/templates/sample/none/schema.json')).status).toBe(404)
  await server.stop()
})
