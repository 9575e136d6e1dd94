import { cp, readFile, rm } from 'node:fs/promises'
import { unpack } from '@policyforms/core/archive'
import { afterAll, expect, it } from 'vitest'
import { call, root } from '../testing/call.ts'
import { makeTrial } from '../testing/trial.ts'

const trial = await makeTrial()
afterAll(() => rm(trial.folder, { recursive: true, force: true }))

const diff = (...words: readonly string[]) => call('diff', ...words, '--schemas', trial.schemas)

it('finds nothing between a pack and itself', async () =>
  expect(await diff('trial', 'trial')).toEqual({ exit: 0, out: '没有不同。', err: '' }))

it('tells two versions of a pack apart, in words and by path', async () => {
  await cp(trial.schemas, trial.path('newer'), { recursive: true })
  const form = JSON.parse(await readFile(trial.path('newer/trial/form.schema.json'), 'utf8'))
  const { properties } = form.properties.basics
  properties.budget['x-unit'] = '亿元'
  properties.mode.oneOf.push({ const: 'other', title: '其他' })
  properties.note = { 'x-kind': 'narrative', title: '说明', 'x-max-chars': 500 }
  await trial.file('newer/trial/form.schema.json', form)
  const { exit, out } = await diff('trial', `trial@${trial.path('newer')}`)
  expect(out.split('\n')).toEqual([
    'form',
    `  选项 基本信息 › 模式（basics.mode.other）：只有 trial@${trial.path('newer')} 有 “其他”`,
    '  字段 基本信息 › 预算（basics.budget）：单位 “万元” → “亿元”',
    `  字段 基本信息 › 说明（basics.note）：只有 trial@${trial.path('newer')} 有`,
    '',
    '3 处不同。',
  ])
  expect(exit).toBe(0)
})

it('gives what differs to a machine', async () => {
  const { out } = await diff('trial', `trial@${trial.path('newer')}`, '--json')
  expect(JSON.parse(out)).toContainEqual({
    is: 'field',
    template: 'form',
    path: ['basics', 'budget'],
    label: '试验材料 › 基本信息 › 预算',
    facet: 'unit',
    before: '万元',
    after: '亿元',
    basis: ['《试验办法》二（一）申报'],
  })
})

it('compares two jurisdictions', async () => {
  const { exit, out } = await call('diff', 'national', 'tianjin', '--schemas', `${root}schemas`)
  expect(exit).toBe(0)
  expect(out).toMatch(/\d+ 处不同。$/)
  expect(out).not.toMatch(/undefined|\[object/)
})

it('writes what differs as a Word table', async () => {
  const out = trial.path('changes.docx')
  const { exit, out: said } = await diff('trial', `trial@${trial.path('newer')}`, '--out', out)
  expect({ exit, said }).toEqual({ exit: 0, said: `已写入 ${out}：3 处不同。` })
  const text = unpack(await readFile(out)).get('word/document.xml') ?? ''
  for (const said of ['序号', '位置', '原来', '现在', '依据', '单位：万元', '单位：亿元'])
    expect(text).toContain(`>${said}<`)
  expect(await diff('trial', 'trial', '--out', trial.path('changes.pdf'))).toMatchObject({ exit: 2 })
})
