import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import {
  type Answers,
  type Block,
  isObject,
  type Json,
  type JsonSchema,
  placesOf,
  plainSchema,
  readAnswers,
  type Template,
  valueAt,
  walkBlocks,
  withValue,
} from '@policyforms/core'
import { openSchemas } from '@policyforms/core/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateTypes } from './generate-types.ts'
import { typeName } from './type-name.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const schemas = join(root, 'schemas')
const { packs } = await openSchemas(schemas)
const templates = packs.flatMap((pack) => pack.templates)
const broken = new Set(
  packs.flatMap((pack) => pack.issues).flatMap((issue) => (issue.code === 'example-fails' ? issue.file : [])),
)

/** The examples of a template that are expected to have no fault. */
const examplesOf = async (template: Template): Promise<readonly Answers[]> => {
  const [pack = '', name = ''] = template.id.split('/')
  const folder = join(schemas, pack, 'examples', name)
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.json')).sort()
  const contents = new Map<string, Json>()
  for (const file of files) contents.set(file, JSON.parse(await readFile(join(folder, file), 'utf8')))
  return files
    .filter((file) => !broken.has(`${pack}/examples/${name}/${file}`))
    .map((file) => readAnswers(contents.get(file) ?? null, (other) => contents.get(other)))
    .filter(({ expected = [] }) => expected.length === 0)
    .map(({ answers }) => answers)
    .filter(isObject)
}

/**
 * Answers made from the plain schema alone: everything, or only what is required.
 * The casts say what plainSchema writes; a wrong one would fail below.
 */
const sampleOf = (schema: unknown, whole: boolean): Json => {
  const {
    const: constant,
    oneOf,
    type,
    items,
    properties,
    required = [],
  } = schema as JsonSchema & { required?: string[] }
  if (constant !== undefined) return constant as Json
  if (Array.isArray(oneOf)) return sampleOf(oneOf.at(-1), whole)
  if (type === 'array') return [sampleOf(items, whole)]
  if (type !== 'object') return type === 'string' ? '文字' : type === 'boolean' ? true : 1
  const members = Object.entries(properties as object).filter(([key]) => whole || required.includes(key))
  return Object.fromEntries(members.map(([key, value]) => [key, sampleOf(value, whole)]))
}

type Spoil = (template: Template, answers: Answers) => Json | undefined

const firstPlace = (template: Template, answers: Answers, isWanted: (block: Block) => boolean) =>
  walkBlocks(template)
    .filter(isWanted)
    .flatMap((block) => placesOf(answers, block.path))
    .find((place) => valueAt(answers, place) !== undefined)

/** What must not compile, made from answers that do. */
const spoils: Readonly<Record<string, Spoil>> = {
  'a misspelt option': (template, answers) => {
    const place = firstPlace(template, answers, (block) => block.block === 'field' && block.kind === 'choice')
    return place && withValue(answers, place, 'no-such-option')
  },
  'a missing required property': (template, answers) => {
    const isNeeded = (block: Block) =>
      block.block === 'field' && block.required && !block.when && !block.role && !block.compute
    const place = firstPlace(template, answers, isNeeded)
    return place && withValue(answers, place, undefined)
  },
  'an unknown property': (template, answers) => withValue(answers, [template.sections[0]?.key ?? '', 'noSuchThing'], 1),
}

const moduleOf = (template: Template, good: readonly Answers[], bad: readonly Json[]): string => {
  const name = typeName(template.id)
  return [
    `import type { ${name} } from './${template.id.split('/')[1]}.ts'`,
    ...good.map((answers, i) => `export const good${i}: ${name} = ${JSON.stringify(answers)}`),
    ...bad.map((answers, i) => `// @ts-expect-error\nexport const bad${i}: ${name} = ${JSON.stringify(answers)}`),
  ].join('\n')
}

const config = {
  compilerOptions: {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    target: 'ES2022',
    module: 'NodeNext',
    allowImportingTsExtensions: true,
    types: [],
  },
}

describe('the types of every template', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'policyforms-types-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('compile with every valid example, and with nothing that is spoilt', async () => {
    const seen = { good: 0, bad: 0 }
    for (const template of templates) {
      const samples = [true, false].map((whole) => sampleOf(plainSchema(template), whole)).filter(isObject)
      const good = [...samples, ...(await examplesOf(template))]
      const bad = Object.values(spoils).flatMap((spoil) =>
        samples.slice(0, 1).flatMap((one) => spoil(template, one) ?? []),
      )
      seen.good += good.length
      seen.bad += bad.length
      const path = join(folder, `${template.id}.ts`)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, await generateTypes(template))
      await writeFile(path.replace(/\.ts$/, '.examples.ts'), moduleOf(template, good, bad))
    }
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config))
    await writeFile(join(folder, 'package.json'), '{"type":"module"}')
    const tsc = join(root, 'node_modules/.bin/tsc')
    const { stdout } = await promisify(execFile)(tsc, ['-p', folder]).catch((error: { stdout: string }) => error)
    expect(stdout).toBe('')
    expect(seen.good).toBeGreaterThanOrEqual(2 * templates.length)
    expect(seen.bad).toBeGreaterThan(2 * templates.length)
  })

  it.each(templates)('$id: named from ids and keys, and the same text each time', async (template) => {
    const text = await generateTypes(template)
    expect(text.split('\n')[0]).toContain('@generated')
    expect(text).toContain(`export interface ${typeName(template.id)} {`)
    expect(text).not.toMatch(/NoName|\bany\b/)
    for (const section of template.sections) expect(text).toContain(` * ${section.title}\n`)
    expect(await generateTypes(template)).toBe(text)
  })
})

it('keeps hostile titles inside their comments', async () => {
  const [template] = templates
  if (!template) throw new Error('no template')
  const [section, ...rest] = template.sections
  if (!section) throw new Error('no section')
  const title = '*/ export const x = 1 //\n} {'
  const text = await generateTypes({ ...template, sections: [{ ...section, title }, ...rest] })
  expect(text).not.toMatch(/^\s*(\*\/ )?export const/m)
  expect(text).toContain('* / export const x')
})

it('gives a text for a code of a list that nobody would read', async () => {
  const [template] = packs.flatMap((pack) => pack.templates).filter((one) => Object.keys(one.lists).length > 0)
  const [name = ''] = Object.keys(template?.lists ?? {})
  const entries = Array.from({ length: 2000 }, (_, i) => ({ code: `c${i}`, title: `第 ${i} 项` }))
  const list = { id: name, title: '长表', depth: 1, entries }
  const code = template && (await generateTypes({ ...template, lists: { ...template.lists, [name]: list } }))
  expect(code).toMatch(/2000 个代码之一 \*\/\nexport type \w+ = string\n/)
  expect(code).not.toContain('"c1999"')
})
