import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { getLanguageService, TextDocument } from 'vscode-json-languageservice'

/* What VS Code tells who writes a pack: its own language service, reading `$schema` as the file says it. */

const service = getLanguageService({
  schemaRequestService: (uri) => readFile(fileURLToPath(uri), 'utf8'),
  workspaceContext: { resolveRelativePath: (path, from) => new URL(path, from).href },
})

/** A file of a pack with `|` where the cursor stands. */
const open = (path: string, marked: string) => {
  const at = marked.indexOf('|')
  const uri = new URL(`../schemas/nowhere/${path}`, import.meta.url).href
  const document = TextDocument.create(uri, 'json', 1, marked.slice(0, at) + marked.slice(at + 1))
  return { document, json: service.parseJSONDocument(document), position: document.positionAt(at) }
}

const offered = async (path: string, marked: string) => {
  const { document, json, position } = open(path, marked)
  const found = await service.doComplete(document, position, json)
  return new Map(found?.items.map(({ label, documentation }) => [label, documentation ?? '']))
}

const told = async (path: string, marked: string) => {
  const { document, json, position } = open(path, marked)
  return JSON.stringify((await service.doHover(document, position, json))?.contents ?? '')
}

const template = (field: string) => `{
  "$schema": "../dialect/template.schema.json",
  "x-kind": "template", "x-version": "1.0.0", "title": "材料",
  "properties": { "basics": { "x-kind": "section", "title": "基本信息", "properties": { "a": ${field} } } }
}`

it('offers the kinds, and the keywords of the kind that stands there, with their Chinese descriptions', async () => {
  const kinds = await offered('form.schema.json', template('{ "x-kind": | }'))
  for (const kind of ['"money"', '"table"', '"open-cascade"']) expect([...kinds.keys()]).toContain(kind)
  const money = await offered('form.schema.json', template('{ "x-kind": "money", "title": "金额", "|" }'))
  expect([...money.keys()]).toEqual(expect.arrayContaining(['x-unit', 'minimum', 'x-compute', 'description']))
  expect([...money.keys()]).not.toContain('x-accept')
  expect(JSON.stringify(money.get('x-unit'))).toContain('计量单位')
})

it('explains a keyword under the pointer', async () => {
  const sentence = await told('form.schema.json', template('{ "x-kind": "money", "title": "金额", "x-un|it": "万元" }'))
  expect(sentence).toContain('计量单位')
  expect(
    await told('form.schema.json', template('{ "x-kind": "narrative", "title": "概况", "x-max-ch|ars": 5 }')),
  ).toContain('字数上限')
})

it('knows the other files of a pack too', async () => {
  const policy = '{ "$schema": "../../dialect/policy.schema.json", "id": "a", "clauses": [{ "|" }] }'
  expect([...(await offered('policies/a.json', policy)).keys()]).toEqual(
    expect.arrayContaining(['heading', 'gist', 'asks']),
  )
  const procedure = '{ "$schema": "../dialect/procedure.schema.json", "stages": { "a": { "|" } } }'
  expect([...(await offered('procedure.json', procedure)).keys()]).toEqual(
    expect.arrayContaining(['phase', 'documents']),
  )
})

it('marks a wrong value where it stands', async () => {
  const { document, json } = open('form.schema.json', template('{ "x-kind": "money", "title": "金额", "x-unit": 3 }|'))
  const faults = await service.doValidation(document, json)
  expect(faults.map(({ range }) => document.getText(range))).toEqual(['3'])
})
