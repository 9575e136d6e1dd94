import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { isObject, type Json, sentence, validate } from '../../packages/core/src/index.ts'
import { engines, readSchemas } from '../../packages/core/src/node/index.ts'
import { compileSchemas, exampleDay, type SourceFile } from '../../packages/core/src/pack/index.ts'
import { functions } from '../../packages/core/src/rules/functions.ts'
import { functionExamples, functionGroups } from './functions-page.ts'
import { nodeAt } from './minimal.ts'
import { referencePages } from './reference-pages.ts'

/* The reference in the guide is made from the dialect: `pnpm reference` writes it, these hold it to what is written. */

const fixtures = new URL('../../fixtures/schemas', import.meta.url).pathname
const codes = (await readSchemas(fixtures)).filter(({ path }) => path.startsWith('codes/'))

const compile = (properties: Json) => {
  const written = {
    'guide/jurisdiction.json': {
      $schema: '../dialect/jurisdiction.schema.json',
      id: 'guide',
      name: '某地',
      code: '990000',
      level: 'city',
      roles: { expert: '专家' },
    },
    'guide/form.schema.json': {
      $schema: '../dialect/template.schema.json',
      'x-kind': 'template',
      'x-version': '1.0.0',
      title: '材料',
      properties,
    },
  }
  const files: readonly SourceFile[] = Object.entries(written).map(([path, value]) => ({
    path,
    text: JSON.stringify(value),
  }))
  const { packs, issues } = compileSchemas([...files, ...codes], engines, { examples: false })
  return { template: packs.find(({ id }) => id === 'guide')?.templates[0], issues }
}

describe('the pages', () => {
  it.each([...referencePages()])('%s is what the dialect gives now; else run `pnpm reference`', async (name, text) => {
    expect(await readFile(new URL(`../../docs/guide/${name}`, import.meta.url), 'utf8')).toBe(text)
  })

  const snippets = [...referencePages()].flatMap(([name, text]) =>
    [...text.matchAll(/^```json kind\n([\s\S]*?)^```$/gm)].map(([, snippet = '']) => [name, snippet] as const),
  )
  it.each(snippets)('%s: %s passes the check', (_, snippet) => {
    const node: Json = JSON.parse(snippet)
    const isSection = isObject(node) && node['x-kind'] === 'section'
    const sectionWith = (properties: Json) => ({ 'x-kind': 'section', title: '一节', properties })
    // A reference needs the table that it refers to.
    const { issues } = compile({
      basics: sectionWith({ works: nodeAt('/basics/works') }),
      one: isSection ? node : { ...sectionWith({ node }), title: '另一节' },
    })
    expect(issues).toEqual([])
  })
})

describe('the language of rules', () => {
  it('has every function', () => {
    const told = functionGroups.flatMap((group) => Object.keys(group.functions))
    for (const name of [...Object.keys(functions), 'lookup', 'rowOf', 'all', 'exists', 'exists_one', 'filter', 'map'])
      expect(told).toContain(name)
  })

  const examples = functionGroups.flatMap((group) =>
    Object.values(group.functions).flatMap((one) => Object.entries(one.examples)),
  )
  it.each(examples)('%s gives %s', (expression, result) => {
    // A rule that never holds tells the value in its sentence.
    const rule = { id: 'tell', assert: '1 > 2', message: '{value}', values: { value: expression } }
    const template = functionExamples.template
    const { template: made, issues } = compile({ ...template, basics: { ...template.basics, 'x-rules': [rule] } })
    expect(issues).toEqual([])
    const told =
      made && validate(made, functionExamples.answers, { today: exampleDay }).filter(({ code }) => code === 'rule')
    expect(told?.map((issue) => sentence(issue))).toEqual([result])
  })
})
