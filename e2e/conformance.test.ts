import { execFile } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Answers,
  fieldKinds,
  type Kind,
  keysOf,
  sentence,
  type Template,
  validate,
  withValue,
} from '../packages/core/src/index.ts'
import { openSchemas } from '../packages/core/src/node/index.ts'
import { nodeKeywords, packKeywords, templateKeywords } from './conformance/dialect-keywords.ts'
import {
  type Evidence,
  type Expectation,
  everyOutput,
  isReason,
  type Judged,
  packTable,
  type Shown,
  templateTable,
} from './conformance/expectations.ts'
import { kindCases } from './conformance/kinds.ts'
import { makeNonsensePack, type NonsensePack } from './conformance/nonsense-pack.ts'
import { gatherOutputs, type Outputs } from './conformance/outputs.ts'
import { usedKeywords } from './conformance/used-keywords.ts'
import { openPortal, type Portal } from './open-portal.ts'

/*
 * Every kind and every keyword of the dialect through every output. The pack that uses them all stands under an id that
 * nobody can have written into the code; a person fills it in a browser, and each output is read by a reader that is not
 * ours. What is to be seen of a keyword stands in conformance/*.json: one that is not there fails.
 */

let pack: NonsensePack
let portal: Portal
let outputs: Outputs
let template: Template

beforeAll(async () => {
  pack = await makeNonsensePack()
  portal = await openPortal(pack.schemas)
  outputs = await gatherOutputs(pack, portal)
  const found = (await openSchemas(pack.schemas, { examples: false })).template(`${pack.id}/application`)
  if (!found) throw new Error('no template')
  template = found
}, 300_000)

afterAll(async () => {
  await portal?.close()
  await rm(pack.folder, { recursive: true, force: true })
})

const shown = (output: Shown, evidence: Evidence, what: string) => {
  if (isReason(evidence)) return
  const year = Number((outputs.submitted.basics as Answers).filingYear)
  for (const words of typeof evidence === 'string' ? [evidence] : evidence) {
    const wanted = words
      .replace('{year+1}', String(year + 1))
      .replace('{year}', String(year))
      .replace('{id}', pack.id)
    expect.soft(outputs[output].includes(wanted), `${what}: ${output} does not show ${wanted}`).toBe(true)
  }
}

const judged = ({ set, code, at, not, rule, says, clause, severity }: Judged) => {
  const wrong = Object.entries(set).reduce<Answers>(
    (so, [pointer, value]) => withValue(so, keysOf(pointer), value ?? undefined) as Answers, // an object stays one
    outputs.submitted,
  )
  const issues = validate(template, wrong, { today: '2026-06-30' })
  if (not !== undefined) expect(issues.filter((issue) => issue.at.startsWith(not))).toEqual([])
  if (at === null) return
  const found = issues.find((issue) => issue.code === code && issue.at === at)
  expect(found, JSON.stringify(issues)).toBeDefined()
  if (rule !== undefined) expect(found?.params.rule).toBe(rule)
  if (says !== undefined) expect(found && sentence(found)).toBe(says)
  if (clause !== undefined) expect(found?.clauses).toContain(clause)
  if (severity !== undefined) expect(found?.severity).toBe(severity)
}

describe('the pack under a nonsense id', () => {
  it('walks through every command', async () => {
    const at = (name: string) => join(pack.folder, name)
    const id = `${pack.id}/application`
    for (const args of [
      ['check'],
      ['coverage', pack.id],
      ['diff', pack.id, pack.id],
      ['validate', id, at('answers.json')],
      [
        'word',
        `${pack.id}/report`,
        join(pack.schemas, pack.id, 'examples/report/complete.json'),
        '--out',
        at('report.docx'),
      ],
      ['sheet', id, '--out', at('blank.xlsx')],
    ]) {
      const { exit, told } = await pack.run(...args)
      expect(exit, told).toBe(0)
    }
  })

  it('is what its types say, by the strict compiler', async () => {
    const folder = join(pack.folder, 'types')
    const name = /export interface (\w+)/.exec(outputs.types)?.[1]
    const good = `import type { ${name} } from './${pack.id}/application.ts'\nexport const good: ${name} = `
    await writeFile(join(folder, 'good.ts'), good + JSON.stringify(outputs.submitted))
    const options = [
      '--strict',
      '--exactOptionalPropertyTypes',
      '--noEmit',
      '--allowImportingTsExtensions',
      '--module',
      'nodenext',
    ]
    await promisify(execFile)('node_modules/.bin/tsc', [...options, '--ignoreConfig', join(folder, 'good.ts')]).catch(
      (error) => {
        throw new Error(error.stdout)
      },
    )
  })

  it('comes back from its workbook as it was submitted', () => expect(outputs.readBack).toEqual(outputs.submitted))

  it('draws no complaint from the browser', () => expect(portal.complaints).toEqual([]))
})

describe('every kind', () => {
  it('has a case', () => expect(Object.keys(kindCases).sort()).toEqual(Object.keys(fieldKinds).sort()))

  it('uses every keyword that the dialect admits for it', () => {
    const used = usedKeywords()
    const everywhere = new Set([...used.values()].flatMap((keys) => [...keys]))
    const inAll = (kinds: readonly string[]) =>
      new Set(
        (nodeKeywords.get(kinds[0] ?? '') ?? []).filter((key) =>
          kinds.every((kind) => nodeKeywords.get(kind)?.includes(key)),
        ),
      )
    const common = { fields: inAll(Object.keys(fieldKinds)), nodes: inAll([...nodeKeywords.keys()]) }
    for (const [kind, keywords] of nodeKeywords)
      for (const keyword of keywords) {
        const isCommon = common[Object.hasOwn(fieldKinds, kind) ? 'fields' : 'nodes'].has(keyword)
        const here = isCommon ? everywhere : used.get(kind)
        expect.soft(here?.has(keyword), `the synthetic pack has no ${kind} with ${keyword}`).toBe(true)
      }
  })

  it.each(Object.keys(fieldKinds) as Kind[])('%s', (kind) => {
    const { at, form, word, cell, summary, types, plain, wrong } = kindCases[kind]
    for (const output of ['form', 'reading'] as const) shown(output, form, kind)
    shown('word', word, kind)
    shown('sheet', cell, kind)
    shown('summary', summary ?? cell, kind)
    shown('types', types, kind)
    const [, section = '', key = ''] = at.split('/')
    expect(JSON.parse(outputs.plain).properties[section].properties[key]).toMatchObject(plain)
    const [value, code] = wrong
    const issues = validate(template, withValue(outputs.submitted, keysOf(at), value), { today: '2026-06-30' })
    expect(issues.filter((issue) => issue.at.startsWith(at)).map((issue) => issue.code)).toContain(code)
  })
})

const honoured = (keyword: string, expectation: Expectation) => {
  for (const [output, evidence] of Object.entries(expectation)) {
    if (output === 'validation') {
      if (typeof evidence === 'object' && 'set' in evidence) judged(evidence)
    } else if (output !== 'author') shown(output as Shown, evidence as Evidence, keyword) // what is left of an Expectation
  }
}

describe('every keyword of a template', () => {
  it('is declared, and nothing else', () =>
    expect(Object.keys(templateTable).sort()).toEqual([...templateKeywords].sort()))

  it.each(Object.entries(templateTable))('%s', (keyword, expectation) => {
    for (const output of [...everyOutput, 'validation'] as const) expect(expectation[output], output).toBeDefined()
    honoured(keyword, expectation)
  })
})

describe('every keyword of a pack’s other files', () => {
  it('is declared, and nothing else', () => expect(Object.keys(packTable).sort()).toEqual([...packKeywords].sort()))
  it.each(Object.entries(packTable))('%s', honoured)
})
