import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { OutlineRefused } from '../outline/outline-block.ts'
import { type SmallWord, smallWord } from '../sample/small-word.ts'
import type { Finding, Standard } from './finding.ts'
import { inspectWord } from './inspect-word.ts'

interface Case {
  readonly why: string
  readonly standard?: Standard
  readonly word: SmallWord
  readonly issues: readonly Partial<Finding>[]
}

const folder = new URL('cases/', import.meta.url)
const cases: readonly Case[] = readdirSync(folder).flatMap((name) =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
)

it.each(cases)('$why', ({ standard = 'report', word, issues }) => {
  const { findings } = inspectWord(smallWord(word), standard)
  expect(findings.map(({ code, found }) => [code, found])).toHaveLength(issues.length)
  expect(findings).toEqual(issues.map((issue) => expect.objectContaining(issue)))
})

it('takes a file for a book by its words or its cover, and for a report otherwise', () => {
  const taken = (text: string) => inspectWord(smallWord({ paragraphs: [{ text }, { text: '正文。' }] })).standard
  expect([taken('技术创新中心申报书'), taken('关于报送情况的报告')]).toEqual(['book', 'report'])
})

it.each([
  ['no zip', new Uint8Array([1, 2, 3]), '不是 Word 文件'],
  ['nothing', new Uint8Array(), '空的'],
  ['an old file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0]), '旧格式'],
  ['half a file', smallWord({ paragraphs: [] }).slice(0, 400), '不完整'],
  ['a file without text', smallWord({ paragraphs: [], parts: { 'word/document.xml': '<w:document/>' } }), '没有正文'],
  [
    'entities',
    smallWord({ paragraphs: [], parts: { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><w:document/>' } }),
    '不允许的内容',
  ],
  ['broken XML', smallWord({ paragraphs: [], parts: { 'word/document.xml': '<w:document><w:body>' } }), '不完整'],
])('refuses %s with a word', (_, bytes, word) => {
  expect(() => inspectWord(bytes)).toThrow(OutlineRefused)
  expect(() => inspectWord(bytes)).toThrow(word)
})
