import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileAnswer } from '@policyforms/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newFolder, type Running, refusalOf, startServer } from '../sample/client.ts'

let server: Running
let data: string
beforeAll(async () => {
  data = await newFolder()
  server = await startServer({ data })
})
afterAll(() => server.stop())

const pdf = new TextEncoder().encode('%PDF-1.7\n%âãÏÓ\n1 0 obj\n')
const program = Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, ...pdf])
const onDisk = async () => (await readdir(join(data, 'files'), { recursive: true })).filter((name) => name.length > 20)

describe('files', () => {
  it('come back as they went, under their own name, as a download that nothing runs', async () => {
    const { id } = await server.create()
    const name = '关于建设“稀土”中心的批复 (终稿).pdf'
    const reply = await server.upload(`/api/drafts/${id}/files`, name, pdf)
    expect(reply.status).toBe(201)
    const file = reply.body as FileAnswer // by the contract
    expect(file).toMatchObject({ name, size: pdf.length })
    const back = await server.get(`/api/drafts/${id}/files/${file.id}`)
    expect(Buffer.from(back.bytes).equals(pdf)).toBe(true)
    expect(back.headers.get('content-type')).toBe('application/pdf')
    expect(back.headers.get('x-content-type-options')).toBe('nosniff')
    expect(back.headers.get('content-security-policy')).toContain('sandbox')
    const disposition = back.headers.get('content-disposition') ?? ''
    expect(disposition).toMatch(/^attachment; filename="download\.pdf"; filename\*=UTF-8''/)
    expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe(name)
    const other = await server.create()
    expect((await server.get(`/api/drafts/${other.id}/files/${file.id}`)).status).toBe(404)
  })

  it('lie on disk once under their hash, with no half beside them', async () => {
    const { id } = await server.create()
    const before = await onDisk()
    const bytes = new TextEncoder().encode('%PDF-1.4 once')
    await server.upload(`/api/drafts/${id}/files`, 'a.pdf', bytes)
    await server.upload(`/api/drafts/${id}/files`, 'b.pdf', bytes)
    expect(await onDisk()).toHaveLength(before.length + 1)
  })

  it('are refused when they are not what they are called, and leave nothing behind', async () => {
    const { id } = await server.create()
    const before = await onDisk()
    const text = new TextEncoder().encode('<script>alert(1)</script>')
    const cases: readonly [name: string, bytes: Uint8Array, error: string, words: RegExp][] = [
      ['报告.pdf', program, 'file-disguised', /“报告\.pdf”实际上是可执行程序/],
      ['报告.docx', program, 'file-disguised', /可执行程序/],
      ['清单.txt', program, 'file-disguised', /可执行程序/],
      ['照片.png', pdf, 'file-disguised', /内容并不是PNG 图片/],
      ['setup.exe', program, 'file-kind', /不接受“setup\.exe”/],
      ['page.html', text, 'file-kind', /不接受/],
      ['image.svg', text, 'file-kind', /不接受/],
      ['no-ending', pdf, 'file-kind', /不接受/],
      ['.__proto__', pdf, 'file-kind', /不接受/],
      ['空.pdf', new Uint8Array(), 'file-empty', /空的/],
    ]
    for (const [name, bytes, error, words] of cases) {
      const refusal = refusalOf(await server.upload(`/api/drafts/${id}/files`, name, bytes))
      expect(refusal.error, name).toBe(error)
      expect(refusal.message).toMatch(words)
      expect(refusal.message).toMatch(/已填的内容不受影响/)
    }
    expect(await onDisk()).toEqual(before)
  })

  it('keep no path, no control character and no reversed ending in their names', async () => {
    const { id } = await server.create()
    const reply = await server.upload(`/api/drafts/${id}/files`, '../../etc/\u202efdp.批复.pdf', pdf)
    const { name } = reply.body as FileAnswer // by the contract
    expect(name).toMatch(/\.pdf$/)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(name).not.toMatch(/[/\\\u0000-\u001f\u202e]/)
  })

  it('may be larger than the answers', async () => {
    const { id } = await server.create()
    const large = Buffer.concat([pdf, Buffer.alloc(15 * 2 ** 20)])
    const reply = await server.upload(`/api/drafts/${id}/files`, 'large.pdf', large)
    expect(reply.body).toMatchObject({ size: large.length })
  })

  it('are asked for when none comes', async () => {
    const { id } = await server.create()
    expect(refusalOf(await server.send('POST', `/api/drafts/${id}/files`, {})).error).toBe('file-missing')
    const form = new FormData()
    form.append('note', 'no file')
    const reply = await fetch(`${server.url}/api/drafts/${id}/files`, { method: 'POST', body: form })
    expect(reply.status).toBe(400)
  })
})
