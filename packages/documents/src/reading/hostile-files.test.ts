import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Issue, sentence } from '@policyforms/core'
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

/** As much of one thing, over and over, as no ratio of bytes refuses. */
const swollen = (one: string, open = '', close = ''): Uint8Array =>
  withMain(
    `<w:document><w:body>${open}${one.repeat(Math.floor((3.9 * 2 ** 20) / one.length))}${close}</w:body></w:document>`,
  )
const control = '<w:sdt><w:sdtPr><w:tag w:val="basics.name"/></w:sdtPr><w:sdtContent/></w:sdt>'
const row = `<w:tr><w:tc>${control}</w:tc></w:tr>`
/** Half of it packs by itself as badly as a book does. */
const padded = () => {
  const noise = Array.from({ length: 60_000 }, (_, i) => `<w:r><w:t>${(i * 2_654_435_761) % 2 ** 32}</w:t></w:r>`).join(
    '',
  )
  return withMain(`<w:document><w:body><w:p>${noise}${'<w:r/>'.repeat(600_000)}</w:p></w:body></w:document>`)
}
/** The directory is there, and its number of entries is not what its end says. */
const millionEntries = () => {
  const entry = Buffer.alloc(47)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(1, 28)
  entry.write('a', 46)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.fill(0xff, 8, 20)
  return Buffer.concat([Buffer.from('PK\u0003\u0004'), ...Array<Buffer>(600_000).fill(entry), end])
}
const bombs: readonly (readonly [string, () => Uint8Array, string])[] = [
  ['paragraphs without end', () => swollen('<w:p/>'), '太多'],
  ['runs without end', () => swollen('<w:r/>', '<w:p>', '</w:p>'), '太多'],
  ['cells in a row', () => swollen('<w:tc/>', '<w:tbl><w:tr>', '</w:tr></w:tbl>'), '太多'],
  ['rows of a control', () => swollen(row, '<w:tbl>', '</w:tbl>'), '太多'],
  ['controls of one answer', () => swollen(control, '<w:p>', '</w:p>'), '太多'],
  ['comments', () => swollen('<!-- -->'), '太多'],
  ['elements behind what does not pack', padded, '太多'],
  ['entities for every letter', () => swollen('&amp;', '<w:p><w:r><w:t>', '</w:t></w:r></w:p>'), ''],
  ['numbers for every letter', () => swollen('&#38;', '<w:p><w:r><w:t>', '</w:t></w:r></w:p>'), '太多'],
  ['attributes without end', () => swollen(' a="b"', '<w:p', '/>'), ''],
  ['a million entries in the directory', millionEntries, '部件太多|损坏'],
]
const all = [...files, ...bombs]

interface Measured {
  readonly answers: unknown
  readonly issues: readonly Issue[]
  readonly took: number
  readonly megabytes: number
}

/** All in one process of their own, which tells the time of all cores that each took, and what was held by then. */
const measure = (): readonly Measured[] => {
  const folder = mkdtempSync(join(tmpdir(), 'policyforms-'))
  const paths = all.map(([, make], i) => {
    const path = join(folder, `${i}.docx`)
    writeFileSync(path, make())
    return path
  })
  const child = join(import.meta.dirname, '../../bench/read-measured.ts')
  const { stdout } = spawnSync(process.execPath, ['--expose-gc', child, ...paths], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return JSON.parse(stdout)
}
const measured = measure()

describe.each(all.map(([name, make, reason], i) => ({ name, make, reason, found: measured[i] })))(
  '$name',
  ({ make, reason, found }) => {
    it('is refused at once, with a word', () => {
      expect(found?.took).toBeLessThan(300)
      expect(found?.megabytes).toBeLessThan(160)
      expect(found?.answers).toEqual({})
      expect(found?.issues).toHaveLength(1)
      expect(found?.issues.map((issue) => sentence(issue)).join()).toMatch(new RegExp(reason))
    })
    it.runIf(reason !== '')('is refused by whoever reads an outline from it, too', () => {
      expect(() => readWord(make())).toThrow(new RegExp(reason))
    })
  },
)

it('keeps rare characters, and drops what no file can hold', async () => {
  const name = '㛃𬭎\u0001\ud800中心'
  const { answers, issues } = readBook(sampleBook, await writeWord(sampleBook, { basics: { name } }, { today }), {
    today,
  })
  expect(issues).toEqual([])
  expect(answers).toEqual({ basics: { name: '㛃𬭎\ufffd中心' } })
})

it('reads a book with macros and links in it, and fetches nothing', () => {
  const link =
    '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://example.com/a.dotm" TargetMode="External"/></Relationships>'
  const relations = 'word/_rels/document.xml.rels'
  const linked = strFromU8(parts[relations] ?? new Uint8Array()).replace('</Relationships>', link)
  const bytes = zipSync({ ...parts, [relations]: strToU8(linked), 'word/vbaProject.bin': strToU8('macro') })
  expect(readBook(sampleBook, bytes, { today })).toEqual(readBook(sampleBook, book, { today }))
})

it('never throws, whichever byte is wrong', () => {
  for (let at = 0; at < book.length; at += Math.ceil(book.length / 200)) {
    const broken = Uint8Array.from(book)
    broken[at] = (broken[at] ?? 0) ^ 0xff
    expect(readBook(sampleBook, broken, { today })).toBeDefined()
  }
})
