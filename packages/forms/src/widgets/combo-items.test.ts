import type { CodeList } from '@policyforms/core'
import { expect, test } from 'vitest'
import { codeOf, itemsOf } from './combo-items.ts'

const list: CodeList = {
  id: 'kinds',
  title: '类型',
  depth: 2,
  entries: [
    { code: 'a', title: '（一）AI 平台' },
    { code: 'b', title: '其他（请注明）', other: true },
    { code: 'c', title: '地区', children: [{ code: 'c1', title: '包头市（稀土高新区）' }] },
  ],
}

const found = (query: string) =>
  itemsOf(list, query, undefined).shown.map((item) => (item.is === 'leaf' ? item.option.code : item.title))

test.each([
  ['其他（请注明）', 'b'],
  ['其他(请注明)', 'b'],
  ['ai平台', 'a'],
  ['ＡＩ　平台', 'a'],
  ['包头市（稀土', 'c1'],
  ['地区／包头市', 'c1'],
  ['稀土 包头', 'c1'],
  ['C1', 'c1'],
])('%s is found', (query, code) => {
  expect(found(query)).toEqual([code])
})

test('nothing is found by what no option holds', () => {
  expect(found('其他（不注明）')).toEqual([])
})

test.each([
  ['其他(请注明)', 'b'],
  ['（一）ai平台', 'a'],
  ['地区 > 包头市（稀土高新区）', 'c1'],
  ['包头市', undefined],
])('%s names %s', (text, code) => {
  expect(codeOf(list, text)).toBe(code)
})
