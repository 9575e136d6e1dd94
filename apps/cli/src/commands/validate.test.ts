import { rm } from 'node:fs/promises'
import type { Issue } from '@policyforms/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call } from '../testing/call.ts'
import { answers, makeTrial } from '../testing/trial.ts'

const trial = await makeTrial()
afterAll(() => rm(trial.folder, { recursive: true, force: true }))

const validate = (file: string, ...more: readonly string[]) =>
  call('validate', 'trial/form', file, '--schemas', trial.schemas, ...more)

beforeAll(() => trial.file('good.json', answers))

describe('answers', () => {
  it('without a fault', async () => {
    expect(await validate(trial.path('good.json'))).toEqual({
      exit: 0,
      out: `${trial.path('good.json')}：没有问题。`,
      err: '',
    })
    expect(await validate(trial.path('good.json'), '--json')).toEqual({ exit: 0, out: '[]', err: '' })
  })

  it('with faults, each with its line, its name and its clause', async () => {
    const bad = { basics: { mode: 'single', budget: -1, people: [{ name: '张三' }, {}] } }
    const path = await trial.file('bad.json', bad)
    const { exit, out } = await validate(path)
    expect(out.split('\n')).toEqual([
      `${path}:2:13 错误 /basics/name  “名称”：未填写（二（一）申报）`,
      `${path}:3:13 错误 /basics/mode  “模式”：“single”不在选项之中（二（一）申报）`,
      `${path}:4:15 错误 /basics/budget  “预算”：不能小于 0（二（一）申报）`,
      `${path}:9:7 错误 /basics/people/1/name  人员 第 2 行 “姓名”：未填写（二（一）申报）`,
    ])
    expect(exit).toBe(1)
  })

  it('as Issue[]', async () => {
    const path = await trial.file('nameless.json', { basics: {} })
    const { out } = await validate(path, '--json')
    expect(JSON.parse(out)).toMatchObject([
      { code: 'required', at: '/basics/name', severity: 'error', file: path, line: 2 },
    ])
  })

  it('in an envelope: a fault is told where it was set, or else in the file that is changed', async () => {
    await trial.file('base.json', { basics: { mode: 'joint' } })
    const envelope = {
      from: 'base.json',
      set: { '/basics/budget': -1 },
      issues: [{ code: 'too-small', at: '/basics/budget' }],
    }
    const path = await trial.file('changed.json', envelope)
    const { exit, out } = await validate(path, '--json')
    const places = JSON.parse(out).map(({ at, file, line }: Issue) => [at, file, line])
    expect(places).toEqual([
      ['/basics/name', trial.path('base.json'), 2],
      ['/basics/budget', path, 4],
    ])
    expect(exit).toBe(1)
    const wrapped = await trial.file('wrapped.json', { answers: { basics: { name: '甲', budget: -1 } }, issues: [] })
    expect(JSON.parse((await validate(wrapped, '--json')).out)).toMatchObject([{ at: '/basics/budget', line: 5 }])
  })
})

describe('a file that cannot be answers', () => {
  const gbk = Uint8Array.from([
    ...Buffer.from('{\n  "basics": { "name": "'),
    0xd6,
    0xd0,
    0xd0,
    0xc4,
    ...Buffer.from('" } }'),
  ])
  it.each([
    ['broken JSON', '{\n  "basics": {,}\n}', 'json-syntax', 2],
    ['nothing', '', 'json-syntax', 1],
    ['GBK', gbk, 'file-unreadable', 2],
    ['UTF-16', Buffer.from('\uFEFF{}', 'utf16le'), 'file-unreadable', 1],
    ['10 MB', `{ "basics": { "name": "${'甲'.repeat(10 * 2 ** 20)}" } }`, 'file-too-big', 1],
    ['a list', '[]', 'type', 1],
    ['a key twice', '{\n  "basics": {},\n  "basics": {}\n}', 'duplicate-key', 3],
    ['brackets without end', '['.repeat(100_000), 'too-deep', 1],
    ['from itself', '{ "from": "input.json" }', 'ref-cycle', 1],
  ])('%s', async (_, content, code, line) => {
    const path = await trial.file('input.json', content)
    const { exit, out, err } = await validate(path, '--json')
    expect(JSON.parse(out)[0]).toMatchObject({ code, line, file: path, severity: 'error' })
    expect(err).toBe('')
    expect(exit).toBe(1)
  })

  it.each([
    ['nowhere.json', '没有这个文件'],
    ['.', '它是一个文件夹'],
  ])('%s', async (name, reason) => {
    const { exit, out } = await validate(trial.path(name))
    expect(out).toContain(`${trial.path(name)} 错误 /  读不了这个文件：${reason}`)
    expect(exit).toBe(1)
  })

  it('but a byte order mark does no harm, and __proto__ is only an unknown property', async () => {
    const marked = await trial.file('marked.json', `\uFEFF${JSON.stringify(answers)}`)
    expect((await validate(marked)).exit).toBe(0)
    const hostile = await trial.file('hostile.json', '{ "basics": { "name": "甲", "__proto__": { "mode": "joint" } } }')
    expect(JSON.parse((await validate(hostile, '--json')).out)).toMatchObject([
      { code: 'unknown-property', at: '/basics/__proto__' },
    ])
  })

  it('text cannot reach the terminal as a control sequence', async () => {
    const path = await trial.file('colour.json', { basics: { name: '甲', '\u001b[31mred': 1 } })
    const { out } = await validate(path)
    expect(out).not.toContain('\u001b')
    expect(out).toContain('[31mred')
  })
})

it('names the templates that there are when the one asked for is not', async () => {
  const { exit, err } = await call('validate', 'trial/from', trial.path('good.json'), '--schemas', trial.schemas)
  expect(err).toContain('没有模板 trial/from。现有的模板：trial/form。')
  expect(exit).toBe(2)
})
