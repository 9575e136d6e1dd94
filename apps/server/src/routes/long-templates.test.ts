import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Template } from '@policyforms/core'
import { expect, it } from 'vitest'
import { newFolder, sampleSchemas, startServer } from '../sample/client.ts'

it('sends a template with a long code list compressed, once for each version', async () => {
  const schemas = await newFolder()
  await cp(sampleSchemas, schemas, { recursive: true })
  const pack = join(schemas, 'sample')
  const entries = Array.from({ length: 5000 }, (_, i) => ({ code: `c${i}`, title: `第 ${i} 项` }))
  await mkdir(join(pack, 'codes'), { recursive: true })
  await writeFile(join(pack, 'codes/long.json'), JSON.stringify({ id: 'long', title: '长表', entries }))
  const file = join(pack, 'report.schema.json')
  const schema = JSON.parse(await readFile(file, 'utf8'))
  schema.properties.basics.properties.item = { 'x-kind': 'choice', title: '项目类别', 'x-codes': 'long' }
  await writeFile(file, JSON.stringify(schema))

  const server = await startServer({ schemas })
  const reply = await server.get('/api/templates/sample/report')
  expect(reply.headers.get('content-encoding')).toBe('gzip')
  const template = reply.body as Template // by the contract
  expect(template.lists.long?.entries).toHaveLength(5000)
  const plain = await server.get('/api/templates/sample/report', { 'accept-encoding': 'identity' })
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(plain.body).toEqual(template)
  const known = await server.get('/api/templates/sample/report', { 'if-none-match': `"${template.hash}"` })
  expect(known.status).toBe(304)
  await server.stop()
})
