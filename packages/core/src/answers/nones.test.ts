import { describe, expect, it } from 'vitest'
import { plainSchema } from '../template/plain-schema.ts'
import { smallPack } from '../testing/small-pack.ts'
import type { Json } from './json.ts'
import { nonesToWrite } from './nones.ts'
import { keysOf, withValue } from './pointer.ts'
import { validate } from './validate.ts'

const { template } = smallPack({
  'x-blank': 'write-none',
  properties: {
    s: {
      'x-kind': 'section',
      title: '情况',
      required: ['must'],
      properties: {
        must: { 'x-kind': 'narrative', title: '必填', 'x-min-chars': 5 },
        text: { 'x-kind': 'narrative', title: '文字', 'x-min-chars': 5 },
        sum: { 'x-kind': 'money', title: '金额', 'x-unit': '万元', minimum: 10 },
        day: { 'x-kind': 'date', title: '日期' },
        free: { 'x-kind': 'text', title: '可空', 'x-blank': 'allowed' },
        opinion: { 'x-kind': 'text', title: '意见', 'x-role': 'office' },
        late: { 'x-kind': 'text', title: '有条件', 'x-when': 'given(parent.day)' },
        rows: {
          'x-kind': 'table',
          title: '表',
          items: { properties: { a: { 'x-kind': 'text', title: '甲' }, n: { 'x-kind': 'number', title: '数' } } },
        },
        grid: {
          'x-kind': 'matrix',
          title: '矩阵',
          'x-rows': [{ key: 'r1', title: '行' }],
          'x-columns': [
            { key: 'c1', title: '一' },
            { key: 'c2', title: '二' },
          ],
          'x-cell': { 'x-kind': 'number', title: '数' },
        },
      },
    },
  },
})
const found = (answers: Json, role?: string) =>
  validate(template, answers, { today: '2026-01-01', ...(role && { role }) }).map(
    ({ code, at, params }) => `${at} ${code}${params.none ? ` ${params.none}` : ''}`,
  )

describe('nothing may be left blank', () => {
  it('asks for 无 or 0 of whatever is asked for and can say so', () => {
    expect(found({})).toEqual([
      '/s/must required',
      '/s/text write-none 无',
      '/s/sum write-none 0',
      '/s/grid write-none 0',
    ])
  })

  it('asks it of each row and cell, of what a condition shows, and of the role that fills', () => {
    const answers = {
      s: { must: '写了不少', text: '无', sum: 0, day: '2026-01-01', rows: [{ a: '一' }], grid: { r1: { c1: 1 } } },
    }
    expect(found(answers, 'office')).toEqual([
      '/s/must too-few-characters',
      '/s/opinion write-none 无',
      '/s/late write-none 无',
      '/s/rows/0/n write-none 0',
      '/s/grid/r1/c2 write-none 0',
    ])
  })

  it('takes 无 and 0 where there is nothing, not where something is required', () => {
    const issues = validate(template, {}, { today: '2026-01-01' })
    const filled = nonesToWrite(template, issues).reduce<Json>(
      (so, { at, value }) => withValue(so, keysOf(at), value),
      {},
    )
    expect(filled).toEqual({ s: { text: '无', sum: 0, grid: { r1: { c1: 0, c2: 0 } } } })
    expect(found(filled)).toEqual(['/s/must required'])
    expect(found({ s: { ...(filled as { s: object }).s, must: '无' } })).toEqual(['/s/must too-few-characters'])
  })

  it('publishes a schema that takes them too', () => {
    const text = JSON.stringify(plainSchema(template))
    expect(text).toContain('{"const":"无"}')
    expect(text).toContain('{"const":0}')
  })
})
