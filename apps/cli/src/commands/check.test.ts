import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Issue } from '@policyforms/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, root, spawned } from '../testing/call.ts'

const jurisdiction = {
  $schema: '../dialect/jurisdiction.schema.json',
  id: 'faulty',
  name: '试验区',
  code: '990000',
  level: 'province',
  roles: { applicant: '申报单位' },
}

const template = (basics: object, more: object = {}) =>
  JSON.stringify(
    {
      $schema: '../dialect/template.schema.json',
      'x-kind': 'template',
      'x-version': '1.0.0',
      title: '试验材料',
      properties: { basics: { 'x-kind': 'section', title: '基本信息', ...basics } },
      ...more,
    },
    null,
    2,
  )

const withField = (field: object, key = 'name') =>
  template({ properties: { [key]: { 'x-kind': 'text', title: '名称', ...field } } })
const name = '/properties/basics/properties/name'

const procedure = {
  $schema: '../dialect/procedure.schema.json',
  title: '试验程序',
  version: '1.0.0',
  facts: {},
  starts: [{ stage: 'intent' }],
  stages: { intent: { title: '意向' } },
  transitions: {},
}

/** A file with one fault each: what is written, and the code and place that `check` must give it. */
const faults: Readonly<
  Record<string, { readonly text: string; readonly code: string; readonly at: string; readonly line: number }>
> = {
  'broken-json': { text: '{\n  "title": "甲" "乙"\n}', code: 'json-syntax', at: '', line: 2 },
  misspelt: { text: withField({ maxLenght: 20 }), code: 'unknown-keyword', at: `${name}/maxLenght`, line: 14 },
  cycle: {
    text: template(
      { properties: { name: { $ref: '#/$defs/a' } } },
      { $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } },
    ),
    code: 'ref-cycle',
    at: '/$defs/b/$ref',
    line: 22,
  },
  remote: { text: withField({ $ref: 'http://example.cn/a.json' }), code: 'ref-remote', at: `${name}/$ref`, line: 14 },
  'no-such-field': {
    text: template({
      properties: { name: { 'x-kind': 'text', title: '名称' } },
      'x-rules': [{ id: 'one', assert: 'basics.nmae != ""', message: '名称不对' }],
    }),
    code: 'rule-name',
    at: '/properties/basics/x-rules/0/assert',
    line: 19,
  },
  'slow-pattern': {
    text: withField({ pattern: '^(a+)+$', 'x-pattern-hint': '若干个 a' }),
    code: 'unsafe-pattern',
    at: `${name}/pattern`,
    line: 14,
  },
  markup: {
    text: withField({ title: '<script>alert(1)</script>' }),
    code: 'text-markup',
    at: `${name}/title`,
    line: 13,
  },
  prototype: {
    text: withField({}, 'victim').replace('"victim"', '"__proto__"'),
    code: 'key-form',
    at: '/properties/basics/properties/__proto__',
    line: 11,
  },
}

describe('check', () => {
  let folder = ''
  let issues: readonly Issue[] = []
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'policyforms-check-'))
    await cp(join(root, 'schemas/dialect'), join(folder, 'dialect'), { recursive: true })
    await mkdir(join(folder, 'faulty'))
    await writeFile(join(folder, 'faulty/jurisdiction.json'), JSON.stringify(jurisdiction))
    await writeFile(join(folder, 'faulty/procedure.json'), JSON.stringify(procedure))
    for (const [id, { text }] of Object.entries(faults)) await writeFile(join(folder, `faulty/${id}.schema.json`), text)
    const { exit, out } = await call('check', '--schemas', folder, '--json')
    expect(exit).toBe(1)
    issues = JSON.parse(out)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it.each(Object.entries(faults))('finds %s at its place', (id, { code, at, line }) => {
    const found = issues.filter(
      (issue) => issue.file === join(folder, `faulty/${id}.schema.json`) && issue.severity === 'error',
    )
    expect(found.map((issue) => [issue.code, issue.at, issue.line])).toContainEqual([code, at, line])
  })

  it('finds what is wrong with the course of a procedure, but not before its shape is right', async () => {
    const found = () => issues.filter(({ file }) => file === join(folder, 'faulty/procedure.json'))
    expect(found()).toMatchObject([{ code: 'wrong-value', at: '/transitions', line: 1 }])
    const transitions = { wait: { title: '等待', from: ['intent'], roles: ['applicant'] } }
    await writeFile(join(folder, 'faulty/procedure.json'), JSON.stringify({ ...procedure, transitions }))
    issues = JSON.parse((await call('check', '--schemas', folder, '--json')).out)
    expect(found()).toMatchObject([{ code: 'stage-endless', at: '/stages/intent', line: 1 }])
  })

  it('prints a line for each, in Chinese, that an editor can jump to', async () => {
    const { out, exit } = await call('check', '--schemas', folder)
    const lines = out.split('\n')
    const misspelt = lines.find((line) => line.includes('maxLenght'))
    expect(misspelt).toMatch(
      /misspelt\.schema\.json:14:\d+ 错误 \/properties\/basics\/properties\/name\/maxLenght {2}.*maxLength/,
    )
    expect(lines.filter((line) => / (错误|提醒) /.test(line))).toHaveLength(issues.length)
    expect(lines.at(-1)).toMatch(/^1 个地区，\d 个模板：\d+ 处错误，\d+ 处提醒。$/)
    expect(exit).toBe(1)
  })

  it('finds the packs of the project without an error', async () => {
    const { exit, out, err } = await spawned('check', '--json')
    const errors = JSON.parse(out).filter((issue: Issue) => issue.severity === 'error')
    expect(errors).toEqual([])
    expect(err).toBe('')
    expect(exit).toBe(0)
  })
})
