import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CodeList } from '../template/code-list.ts'
import { findCode, readOptions, showOption } from './option-text.ts'

const list: CodeList = {
  id: 'l',
  title: '领域',
  depth: 2,
  entries: [
    { code: 'a', title: '新材料' },
    { code: 'b', title: '新材料、新能源' },
    {
      code: 'c',
      title: '面向市场',
      children: [
        { code: 'c1', title: '其他', other: true },
        { code: 'c2', title: '装备（大型）' },
      ],
    },
    { code: 'o', title: '其他（请注明）', other: true },
  ],
}

it('reads options whose titles hold separators and brackets', () => {
  expect(readOptions(list, '新材料、新材料、新能源')).toEqual([{ code: 'a' }, { code: 'b' }])
  expect(readOptions(list, '装备（大型）；新材料')).toEqual([{ code: 'c2' }, { code: 'a' }])
  expect(readOptions(list, '其他（请注明）（氢能（含制储）、氨能）')).toEqual([
    { code: 'o', other: '氢能（含制储）、氨能' },
  ])
  expect(readOptions(list, '面向市场 / 其他：风电')).toEqual([{ code: 'c1', other: '风电' }])
  expect(readOptions(list, '没有的')).toBeUndefined()
  expect(readOptions(list, '新材料（多余）')).toBeUndefined()
  expect(readOptions(list, '')).toEqual([])
})

it('finds one option by its trail, its title or its code', () => {
  expect([' 新材料 ', 'a', '面向市场/其他', '面向市场 > 其他'].map((typed) => findCode(list, typed))).toEqual([
    'a',
    'a',
    'c1',
    'c1',
  ])
  expect(findCode(list, '其它')).toBeUndefined()
})

it('reads back whatever it shows', () => {
  const other = fc
    .stringMatching(/^[甲乙（）、：a-c ]{1,12}$/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
  fc.assert(
    fc.property(fc.constantFrom('c1', 'o'), other, (code, text) => {
      const brackets = [...text].filter((c) => '（）'.includes(c)).join('')
      fc.pre(brackets === '' || brackets === '（）')
      expect(readOptions(list, showOption(list, { code, other: text }))).toEqual([{ code, other: text }])
    }),
  )
})
