import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type Answers, sentence, type Template } from '@policyforms/core'
import { engines, openSchemas, readSchemas } from '@policyforms/core/node'
import { compileSchemas } from '@policyforms/core/pack'
import mammoth from 'mammoth'
import { expect, it } from 'vitest'
import { checkForm } from './form/index.ts'
import { printWord } from './print-word.ts'

const schemas = new URL('../../../schemas', import.meta.url).pathname
const { packs } = await openSchemas(schemas, { examples: false })
const carrying = packs.flatMap(({ templates }) => templates.filter(({ document }) => document.form))
const today = '2025-06-30'
const complete = async ({ id }: Template): Promise<Answers> => {
  const [pack, name] = id.split('/')
  return JSON.parse(await readFile(`${schemas}/${pack}/examples/${name}/complete.json`, 'utf8'))
}

it('some template is printed by its own file', () => expect(carrying.length).toBeGreaterThan(0))

it.each(carrying.map((template) => [template.id, template] as const))('%s is filled into it', async (_, template) => {
  const bytes = await printWord(template, await complete(template), { today })
  const { value: text } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
  expect(text).not.toMatch(/\{\{|\}\}/)
  const texts = Object.values((await complete(template)).basics ?? {}).filter((one) => typeof one === 'string')
  expect(text).toContain(texts[0])
  const { value: blank } = await mammoth.extractRawText({
    buffer: Buffer.from(await printWord(template, {}, { today })),
  })
  expect(blank).not.toContain(texts[0])
  expect(blank).not.toMatch(/\{\{|\}\}/)
})

const [first] = carrying
const named = `${first?.pack.id}/${first?.document.form?.file}`
const compiled = (files: Awaited<ReturnType<typeof readSchemas>>) => {
  const { packs, issues } = compileSchemas(files, engines, { examples: false, formIssues: checkForm })
  const template = packs.flatMap(({ templates }) => templates).find(({ id }) => id === first?.id)
  return { template, issues: issues.filter(({ file }) => file === named) }
}

it('is another version when the file is another, and the kept version prints by its own', async () => {
  const files = await readSchemas(schemas)
  const other = files.map((file) =>
    file.path === named
      ? { ...file, text: Buffer.concat([Buffer.from(file.text, 'base64'), Buffer.from('\n')]).toString('base64') }
      : file,
  )
  const [before, after] = [compiled(files).template, compiled(other).template]
  expect(after?.hash).not.toBe(before?.hash)
  if (!before) throw new Error('no template')
  // As the archive of templates keeps it.
  const kept: Template = JSON.parse(JSON.stringify(before))
  const digest = async (template: Template) =>
    createHash('sha256')
      .update(await printWord(template, await complete(template), { today }))
      .digest('hex')
  expect(await digest(kept)).toBe(await digest(before))
})

it('tells what is wrong in the file with its name, and refuses what is no Word file', async () => {
  const files = await readSchemas(schemas)
  expect(compiled(files).issues).toEqual([])
  const broken = files.map((file) => (file.path === named ? { ...file, text: 'AAAA' } : file))
  const { issues } = compiled(broken)
  expect(issues.map(({ code, severity }) => [code, severity])).toEqual([['document-unreadable', 'error']])
  expect(sentence(issues[0] ?? { code: 'rule', params: {} })).toMatch(/Word/)
})
