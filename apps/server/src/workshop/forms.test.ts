import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FormCheck, Publishing, WorkingCopy } from '@policyforms/core'
import { setValue } from '@policyforms/core/editing'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newFolder, type Running, refusalOf, sampleSchemas, startServer } from '../sample/client.ts'

let server: Running
let schemas: string
const template = 'sample/report.schema.json'
const form = 'sample/forms/report.docx'
const address = '/api/workshop/sample'
const as = (name: string) => ({ cookie: `policyforms-name=${encodeURIComponent(name)}` })

beforeAll(async () => {
  schemas = await newFolder()
  await cp(sampleSchemas, schemas, { recursive: true })
  server = await startServer({ schemas })
  await server.send('POST', '/api/workshop', { pack: 'sample' }, as('王'))
})
afterAll(() => server.stop())

const main = 'word/document.xml'
const names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const body = (...lines: readonly string[]) =>
  strToU8(
    `<w:document ${names}><w:body>${lines.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
  )
const parts = {
  '[Content_Types].xml': strToU8(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>',
  ),
  '_rels/.rels': strToU8(
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  ),
}
const word = (...lines: readonly string[]) => zipSync({ ...parts, [main]: body(...lines) })
const inBase64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

const copyOf = async () => (await server.get(address)).body as WorkingCopy // by the contract
const textOf = async (path: string) => (await copyOf()).files.find((file) => file.path === path)?.text
const save = async (files: readonly { readonly path: string; readonly text: string | null }[]) => {
  const { revision } = await copyOf()
  return server.send('PATCH', address, { base: revision, files }, as('王'))
}
const check = async (files: readonly object[] = []) =>
  (await server.send('POST', `${address}/forms/check`, { files })).body as readonly FormCheck[] // by the contract
const named = async () => setValue((await textOf(template)) ?? '', ['x-document', 'form'], 'forms/report.docx')

describe('a file that somebody would have as an office’s own', () => {
  const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(512).fill(0)]
  const encrypted = Buffer.concat([Uint8Array.from(compound), Buffer.from('EncryptedPackage', 'utf16le')])
  const withPart = (name: string, text: string) => zipSync({ ...parts, [main]: body('甲'), [name]: strToU8(text) })
  const fetched = `<Relationships><Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://example.com/a.dotm" TargetMode="External"/></Relationships>`
  const files: readonly (readonly [string, string, () => Uint8Array, RegExp])[] = [
    ['a picture', '照片.png', () => word('甲'), /不是 Word 文件。表样要用 \.docx/],
    ['an old file', '表.doc', () => Uint8Array.from(compound), /旧格式.*另存为 \.docx/],
    ['a template of Word', '表.dotx', () => word('甲'), /Word 模板.*另存为 \.docx/],
    ['an old file that was renamed', '表.docx', () => Uint8Array.from(compound), /旧格式.*另存为 \.docx/],
    ['nothing', '表.docx', () => new Uint8Array(), /文件是空的/],
    ['a text', '表.docx', () => strToU8('只是文字'), /不是 Word 文件/],
    ['a password', '表.docx', () => encrypted, /去掉密码再上传/],
    ['half a file', '表.docx', () => word('甲').slice(0, 200), /不完整.*重新/],
    ['macros', '表.docx', () => withPart('word/vbaProject.bin', 'x'), /带有宏.*不带宏的 \.docx/],
    ['a file in it', '表.docx', () => withPart('word/embeddings/a.xlsx', 'x'), /嵌有别的文件.*删去/],
    ['what it fetches', '表.docx', () => withPart('word/_rels/document.xml.rels', fetched), /引用了外面.*改为嵌入/],
    ['a bomb', '表.docx', () => zipSync({ ...parts, [main]: new Uint8Array(16 * 2 ** 20) }), /另存为 \.docx/],
    [
      'places without end',
      '表.docx',
      () => word(...Array.from({ length: 9000 }, (_, i) => `{{${(i * 2_654_435_761) % 2 ** 32}}}`)),
      /超过 5000 处.*分成几份/,
    ],
    ['more than is taken', '表.docx', () => new Uint8Array(4 * 2 ** 20), /超过 3 MB.*压缩/],
    ['far more', '表.docx', () => new Uint8Array(20 * 2 ** 20), /超过 3 MB.*压缩/],
  ]
  it.each(files)('is refused with what would be right: %s', async (_, name, bytes, says) => {
    const refused = await server.upload(`${address}/forms/look`, name, bytes())
    expect(refused.status).toBe(422)
    const { error, message } = refusalOf(refused)
    expect(error).toBe('form-refused')
    expect(message).toMatch(says)
    expect(message).toMatch(new RegExp(`^没有收下“${name}”：.*。$`))
  })

  it('is taken when it is one, and kept by nobody until it is saved', async () => {
    expect((await server.upload(`${address}/forms/look`, '申报书（定稿）.docx', word('{{name}}'))).status).toBe(204)
    expect(await textOf(form)).toBeUndefined()
    expect((await server.upload('/api/workshop/nowhere/forms/look', 'a.docx', word('甲'))).status).toBe(404)
    expect(refusalOf(await server.send('POST', `${address}/forms/look`, {})).error).toBe('file-missing')
  })

  it.each([
    ['no bytes', '不是'],
    ['bytes of something else', 'AAAA'],
    ['macros', () => inBase64(withPart('word/vbaProject.bin', 'x'))],
  ])('is not believed when a page sends it past the look: %s', async (_, text) => {
    const sent = typeof text === 'string' ? text : text()
    expect(refusalOf(await save([{ path: form, text: sent }])).error).toBe('form-refused')
    expect(await textOf(form)).toBeUndefined()
    expect(await check([{ path: form, text: sent }])).toEqual([])
  })
})

it('is held against the templates that name it, before and after it is saved, in the words of the check', async () => {
  const text = await named()
  const files = [
    { path: template, text },
    { path: form, text: inBase64(word('名称：{{basics.name}}', '{{basics.nam}}')) },
  ]
  const [found, ...more] = await check(files)
  expect(more).toEqual([])
  expect(found).toMatchObject({
    template: 'report',
    file: form,
    places: [{ where: '第 1 段', written: '{{basics.name}}', path: 'basics.name' }],
  })
  const wrong = found?.issues.filter(({ severity }) => severity === 'error')
  expect(wrong).toMatchObject([{ code: 'form-place-unknown', file: form, place: '第 2 段“{{basics.nam}}”' }])
  expect(await check()).toEqual([])
  expect((await save(files)).status).toBe(200)
  expect(await check()).toEqual([found])
  const { issues } = (await server.get(`${address}/publishing`)).body as Publishing // by the contract
  for (const issue of found?.issues ?? []) expect(issues).toContainEqual(expect.objectContaining(issue))
  expect(await check([{ path: template, text: '{' }])).toEqual([])
  expect(
    refusalOf(await server.send('POST', `${address}/forms/check`, { files: [{ path: 'other/a.json', text: '' }] }))
      .error,
  ).toBe('workshop-path')
})

it('is replaced, printed while it is not saved, published to the byte, and carried in the zip', async () => {
  const better = word('名称：{{basics.name}}', '新的一份')
  const preview = await server.send('POST', `${address}/preview/word`, {
    template: 'report',
    files: [{ path: form, text: inBase64(better) }],
    answers: { basics: { name: '某单位' } },
  })
  const printed = new TextDecoder().decode(unzipSync(preview.bytes)[main])
  expect(printed).toContain('新的一份')
  expect(printed).toContain('某单位')
  const text = setValue((await textOf(template)) ?? '', ['x-version'], '9.0.0')
  expect(
    (
      await save([
        { path: form, text: inBase64(better) },
        { path: template, text },
      ])
    ).status,
  ).toBe(200)
  const { revision } = await copyOf()
  await server.send('POST', `${address}/review`, { revision, note: '' }, as('王'))
  expect((await server.send('POST', `${address}/publish`, { revision }, as('李'))).status).toBe(200)
  expect(Buffer.compare(await readFile(join(schemas, form)), better)).toBe(0)
  const { bytes } = await server.get(`${address}/export`)
  expect(Buffer.compare(unzipSync(bytes)[form] ?? new Uint8Array(), better)).toBe(0)
})

it('is taken off with the word of it, and what the template prints is a book again', async () => {
  const text = setValue((await textOf(template)) ?? '', ['x-document', 'form'], undefined)
  expect(
    (
      await save([
        { path: template, text: setValue(text, ['x-version'], '9.1.0') },
        { path: form, text: null },
      ])
    ).status,
  ).toBe(200)
  expect(await check()).toEqual([])
  const { differences } = (await server.get(`${address}/publishing`)).body as Publishing // by the contract
  expect(differences).toContainEqual(expect.objectContaining({ facet: 'form', before: 'forms/report.docx' }))
})

it('may be put back as it was, whatever was wrong with it: undo never stops saving', async () => {
  const bad = Buffer.from('不是 Word 文件')
  await mkdir(join(schemas, 'sample/forms'), { recursive: true })
  await writeFile(join(schemas, form), bad)
  await server.send('POST', `${address}/folder`, { take: 'folder' }, as('王'))
  expect(await textOf(form)).toBe(inBase64(bad))
  expect((await save([{ path: form, text: inBase64(word('好的一份')) }])).status).toBe(200)
  expect((await save([{ path: form, text: inBase64(bad) }])).status).toBe(200)
})
