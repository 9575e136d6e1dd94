import { expect, it } from 'vitest'
import { placeWords, valueWords } from './place-words.ts'

const text = JSON.stringify({
  'x-kind': 'template',
  title: '报告',
  properties: {
    basics: {
      'x-kind': 'section',
      title: '基本情况',
      required: ['name'],
      properties: { name: { 'x-kind': 'text', title: '名称', 'x-unknown': 1 } },
    },
  },
})

it.each([
  ['/properties/basics/properties/name/title', '基本情况 › 名称：名称'],
  ['/properties/basics/properties/name/x-unknown', '基本情况 › 名称：x-unknown'],
  ['/properties/basics/properties/name', '基本情况 › 名称'],
  ['/properties/basics/required', '基本情况：哪些必填'],
  ['/title', '名称'],
  ['', '整个文件'],
])('%s → %s', (pointer, words) => {
  expect(placeWords(text, pointer)).toBe(words)
})

it('says what stands there, and that nothing does', () => {
  expect(valueWords(text, '/properties/basics/title')).toBe('基本情况')
  expect(valueWords(text, '/properties/basics/required')).toBe('["name"]')
  expect(valueWords(text, '/properties/other')).toBe('没有这一项')
  expect(valueWords(null, '/title')).toBe('没有这一项')
  expect(valueWords(JSON.stringify({ title: '长'.repeat(999) }), '/title')).toHaveLength(202)
})
