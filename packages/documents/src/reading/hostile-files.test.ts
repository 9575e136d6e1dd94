import { sentence } from '@policyforms/core'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readWord } from '../outline/read-word.ts'
import { sampleAnswers, sampleBook } from '../sample/book.ts'
import { writeWord } from '../write-word.ts'
import { readBook } from './read-book.ts'

const today = '2026-05-01'
const book = await writeWord(sampleBook, sampleAnswers, { today })
const main = 'word/document.xml'
const parts = unzipSync(book)
const xml = strFromU8(parts[main] ?? new Uint8Array())
const withMain = (text: string) => zipSync({ ...parts, [main]: strToU8(text) })
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(512).fill(0)]
const zeros = new Uint8Array(100 * 2 ** 20)

/** The directory says that the document is small. */
const lying = () => {
  const bytes = Buffer.from(zipSync({ [main]: strToU8(`<w:document>${' '.repeat(20 * 2 ** 20)}</w:document>`) }))
  const directory = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  bytes.writeUInt32LE(1000, directory + 24)
  return bytes
}
const manyEntries = () => {
  const bytes = Buffer.from(book)
  bytes.writeUInt16LE(0xffff, bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6])) + 10)
  return bytes
}
const billionLaughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(100)}">]><w:document>&b;</w:document>`

const files: readonly (readonly [string, () => Uint8Array, string])[] = [
  ['nothing', () => new Uint8Array(), '文件是空的'],
  ['a text', () => strToU8('MZ'), '不是 Word 文件'],
  ['a zip of something else', () => zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), '不是 Word 文件'],
  ['no document part', () => zipSync({ ...parts, [main]: strToU8('<w:styles></w:styles>') }), '不是 Word 文件'],
  ['a .doc that was renamed', () => Uint8Array.from(compound), '旧格式'],
  ['a password', () => Buffer.concat([Uint8Array.from(compound), Buffer.from('EncryptedPackage', 'utf16le')]), '密码'],
  ['half a file', () => book.slice(0, book.length / 2), '不完整'],
  ['half a document part', () => withMain(xml.slice(0, xml.length / 2)), '不完整'],
  ['a bomb', () => zipSync({ [main]: zeros }), '压缩比|展开后'],
  ['a bomb in a bomb', () => zipSync({ [main]: zipSync({ a: zeros }), b: zeros }), '压缩比|展开后'],
  ['a directory that lies', lying, '损坏'],
  ['more entries than there are', manyEntries, '部件太多|损坏'],
  ['entities that grow', () => withMain(billionLaughs), '不允许的内容'],
  ['an entity of its own', () => withMain(xml.replace('<w:t ', '<w:t>&bomb;</w:t><w:t ')), '不允许的内容'],
  ['depth', () => withMain(`<w:document>${'<w:p>'.repeat(100_000)}`), '嵌套太深'],
]

describe.each(files)('%s', (_, make, reason) => {
  const bytes = make()
  it('is refused at once, with a word', () => {
    const [start, before] = [performance.now(), process.memoryUsage().rss]
    const { answers, issues } = readBook(sampleBook, bytes, { today })
    expect(performance.now() - start).toBeLessThan(300)
    expect(process.memoryUsage().rss - before).toBeLessThan(160 * 2 ** 20)
    expect(answers).toEqual({})
    expect(issues).toHaveLength(1)
    expect(issues.map((issue) => sentence(issue)).join()).toMatch(new RegExp(reason))
  })
  it('is refused by whoever reads an outline from it, too', () => {
    expect(() => readWord(bytes)).toThrow(new RegExp(reason))
  })
})

it('never throws, whichever byte is wrong', () => {
  for (let at = 0; at < book.length; at += Math.ceil(book.length / 200)) {
    const broken = Uint8Array.from(book)
    broken[at] = (broken[at] ?? 0) ^ 0xff
    expect(readBook(sampleBook, broken, { today })).toBeDefined()
  }
})
