import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Json, Publishing, WorkingCopy } from '@policyforms/core'
import { setValue } from '@policyforms/core/editing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newFolder, type Running, refusalOf, sampleSchemas, startServer } from '../sample/client.ts'

let server: Running
let schemas: string
let taken: string
const path = 'sample/report.schema.json'
const as = (name: string) => ({ cookie: `policyforms-name=${encodeURIComponent(name)}` })

beforeAll(async () => {
  schemas = await newFolder()
  await cp(sampleSchemas, schemas, { recursive: true })
  await cp(join(sampleSchemas, 'sample'), join(schemas, 'other'), { recursive: true })
  const file = join(schemas, 'other/jurisdiction.json')
  await writeFile(file, (await readFile(file, 'utf8')).replace('"sample"', '"other"'))
  taken = await readFile(join(schemas, path), 'utf8')
  server = await startServer({ schemas })
  await server.send('POST', '/api/workshop', { pack: 'sample' }, as('王'))
})
afterAll(() => server.stop())

const field = ['properties', 'basics', 'properties', 'name']
const rule = (assert: string): Json => [{ id: 'hostile', assert, message: '不对', at: 'name' }]
const cases: readonly (readonly [string, (text: string) => string])[] = [
  ['markup in a title', (text) => setValue(text, [...field, 'title'], '<img src=x onerror=alert(1)>')],
  ['a pattern that never ends', (text) => setValue(text, [...field, 'pattern'], '^(a+)+$')],
  [
    'a rule that costs without measure',
    (text) =>
      setValue(text, ['properties', 'basics', 'x-rules'], rule(`${'[1,2,3].all(x, '.repeat(40)}true${')'.repeat(40)}`)),
  ],
  ['a reference to the network', (text) => setValue(text, field, { $ref: 'https://example.org/a.json' })],
  ['a reference out of the folder', (text) => setValue(text, field, { $ref: '../../../etc/passwd' })],
  ['a reference to itself', (text) => setValue(text, field, { $ref: '#/properties/basics/properties/name' })],
  ['a key that is no key', (text) => text.replace('"properties"', '"__proto__"')],
  ['nesting without end', () => `${'{"properties":{"a":'.repeat(5000)}1${'}}'.repeat(5000)}`],
  ['no JSON', () => '{'],
  ['a very long file', (text) => setValue(text, ['description'], '长'.repeat(2 ** 21))],
]

it.each(cases)(
  '%s is told as a fault, and harms neither what is published nor another pack',
  async (_, change) => {
    const { revision } = (await server.get('/api/workshop/sample')).body as WorkingCopy // by the contract
    const file = { path, text: change(taken) }
    expect(
      (await server.send('PATCH', '/api/workshop/sample', { base: revision, files: [file] }, as('王'))).status,
    ).toBe(200)
    const [found, draft] = await Promise.all([
      server.get('/api/workshop/sample/publishing'),
      server.send('POST', '/api/drafts', { template: 'other/report' }),
    ])
    expect(draft.status).toBe(201)
    const { issues } = found.body as Publishing // by the contract
    expect(issues.filter(({ severity }) => severity === 'error')).not.toEqual([])
    const preview = { template: 'report', files: [], answers: {} }
    expect(refusalOf(await server.send('POST', '/api/workshop/sample/preview/word', preview)).error).toBe(
      'workshop-broken',
    )
    await server.send('POST', '/api/workshop/sample/review', { revision: revision + 1, note: '' }, as('王'))
    const refused = await server.send('POST', '/api/workshop/sample/publish', { revision: revision + 1 }, as('李'))
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(await readFile(join(schemas, path), 'utf8')).toBe(taken)
    expect((await server.send('POST', '/api/drafts', { template: 'sample/report' })).status).toBe(201)
  },
  30_000,
)
