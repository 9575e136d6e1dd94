import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sentence } from '@policyforms/core'
import { unpack } from '@policyforms/core/archive'
import { describe, expect, it } from 'vitest'
import { sampleTemplate } from '../fixtures/sample-template.ts'
import { lyingZip, withParts, zipBytes } from '../fixtures/workbook-files.ts'
import { readSheet, writeSheet } from '../index.ts'

import type { Part } from './zip.ts'

const today = '2026-05-01'
const sheet = await writeSheet(sampleTemplate, { all: { text: '字' } }, { today })

const compound = (mark: string): Uint8Array => {
  const file = Buffer.alloc(4096)
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  file.write(mark, 1024, 'utf16le')
  return file
}

const countless = (): Uint8Array => {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(65_535, 8)
  end.writeUInt16LE(65_535, 10)
  return Buffer.concat([Buffer.from('PK\u0003\u0004'), end])
}

const zeros = 'x'.repeat(2 ** 20)
const parts: readonly Part[] = [...unpack(sheet)].map(([name, text]) => ({ name, content: () => text }))
const files: readonly (readonly [string, Uint8Array | Promise<Uint8Array>, string, string])[] = [
  ['an empty file', new Uint8Array(), 'workbook-unreadable', 'empty'],
  ['a CSV renamed', Buffer.from('姓名,金额\n'), 'workbook-unreadable', 'text-format'],
  [
    'a CSV from an old Excel',
    Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xbd, 0xf0]),
    'workbook-unreadable',
    'text-format',
  ],
  [
    'a picture',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
    'workbook-unreadable',
    'not-a-workbook',
  ],
  ['a .doc renamed', compound('WordDocument'), 'workbook-unreadable', 'word-format'],
  [
    'a .docx renamed',
    zipBytes([{ name: 'word/document.xml', content: () => '<w:document/>' }]),
    'workbook-unreadable',
    'word-format',
  ],
  [
    'a workbook with macros',
    zipBytes([...parts, { name: 'xl/vbaProject.bin', content: () => 'macro' }]),
    'workbook-unreadable',
    'macros',
  ],
  [
    'a zip in a zip in a zip',
    Array.from({ length: 3 }).reduce<Promise<Uint8Array>>(
      async (inner) => {
        const bytes = await inner
        return zipBytes([{ name: 'xl/workbook.xml', content: () => bytes }])
      },
      zipBytes([{ name: 'zeros', content: () => zeros }]),
    ),
    'workbook-unreadable',
    'not-a-workbook',
  ],
  ['an .xls renamed', compound('Workbook'), 'workbook-unreadable', 'old-format'],
  ['a password', compound('EncryptedPackage'), 'workbook-unreadable', 'encrypted'],
  ['a file cut in half', sheet.subarray(0, sheet.length / 2), 'workbook-unreadable', 'truncated'],
  [
    'a zip of something else',
    zipBytes([{ name: 'a.txt', content: () => 'a' }]),
    'workbook-unreadable',
    'not-a-workbook',
  ],
  ['a bomb that says so', lyingZip(2 ** 20, 2 ** 31), 'workbook-too-large', 'unpacked'],
  [
    'a bomb of honest ratio',
    zipBytes(Array.from({ length: 20 }, (_, i) => ({ name: `${i}`, content: () => zeros }))),
    'workbook-too-large',
    'ratio',
  ],
  ['a bomb with a lying header', lyingZip(256 * 2 ** 20, 1000), 'workbook-unreadable', 'damaged'],
  ['countless entries', countless(), 'workbook-too-large', 'entries'],
  [
    'entities',
    withParts(sheet, (name, text) =>
      name === 'xl/workbook.xml' ? text.replace('?>', '?><!DOCTYPE w [<!ENTITY a "aaaa">]>') : text,
    ),
    'workbook-unreadable',
    'entities',
  ],
]

describe('a file that is no workbook of ours', () => {
  it.each(files)('%s is refused at once, with a word', async (_, file, code, reason) => {
    const bytes = await file
    const [start, before] = [performance.now(), process.memoryUsage().rss]
    const { answers, issues } = await readSheet(sampleTemplate, bytes, { today })
    expect(performance.now() - start).toBeLessThan(300)
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 2 ** 20)
    expect(answers).toEqual({})
    expect(issues).toMatchObject([{ code, severity: 'error', params: { reason } }])
    expect(issues.map((issue) => sentence(issue)).join()).not.toContain(reason)
  })

  /** Padded, so that no ratio gives it away: 39 MB of one thing over and over, in a part that is read. */
  const swollen = (name: string, start: string, one: string, end: string): Promise<Uint8Array> => {
    const text = start + one.repeat((39 * 2 ** 20) / one.length) + end
    return zipBytes([
      ...parts.filter((part) => part.name !== name),
      { name, content: () => text },
      { name: 'xl/media/pad.bin', content: () => randomBytes(600_000) },
    ])
  }
  const first = 'xl/worksheets/sheet2.xml'
  const [open, close] = ['<worksheet><sheetData>', '</sheetData></worksheet>']
  const strings = '<Relationships><Relationship Id="s" Type="x/sharedStrings" Target="sharedStrings.xml"/>'
  const bombs: readonly (readonly [string, () => Promise<Uint8Array>, string])[] = [
    [
      'two million cells in a row',
      () => swollen(first, `${open}<row>`, '<c><v>1</v></c>', `</row>${close}`),
      'row-missing',
    ],
    ['two million rows of a cell', () => swollen(first, open, '<row><c><v>1</v></c></row>', close), 'row-missing'],
    ['tags that never end', () => swollen(first, open, '<row><c>', ''), 'row-missing'],
    ['cells without a value', () => swollen(first, open, '<row><c></c></row>', close), 'row-missing'],
    ['styles without end', () => swollen('xl/styles.xml', '<styleSheet><cellXfs>', '<xf/>', ''), 'workbook-too-large'],
    [
      'sheets without end',
      () => swollen('xl/workbook.xml', '<workbook>', '<sheet name="a"/>', ''),
      'workbook-too-large',
    ],
    [
      'relationships without end',
      () => swollen('xl/_rels/workbook.xml.rels', strings, '<Relationship Id="a" Type="b" Target="../../c"/>', ''),
      'workbook-too-large',
    ],
  ]

  it.each(bombs)('%s cost neither time nor memory', async (_, make, code) => {
    const path = join(mkdtempSync(join(tmpdir(), 'policyforms-')), 'bomb.xlsx')
    writeFileSync(path, await make())
    const child = join(import.meta.dirname, '../../bench/read-measured.ts')
    const { stdout } = spawnSync(process.execPath, [child, path], { encoding: 'utf8' })
    const found: { readonly code: string; readonly took: number; readonly megabytes: number } = JSON.parse(stdout)
    rmSync(path)
    expect(found.code).toBe(code)
    // A quiet machine takes a fifth of either; the process alone holds 115 MB.
    expect(found.took).toBeLessThan(3000)
    expect(found.megabytes).toBeLessThan(260)
  })

  it('refuses more shared strings than anybody fills in', async () => {
    const rels = (xml: string) =>
      xml.replace(
        '</Relationships>',
        '<Relationship Id="rIdS" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
      )
    const many = await zipBytes([
      ...[...unpack(sheet)].map(([name, text]) => ({
        name,
        content: () => (name === 'xl/_rels/workbook.xml.rels' ? rels(text) : text),
      })),
      { name: 'xl/sharedStrings.xml', content: () => `<sst>${'<si><t>a</t></si>'.repeat(1_000_001)}</sst>` },
      { name: 'pad', content: () => randomBytes(400_000) },
    ])
    expect((await readSheet(sampleTemplate, many, { today })).issues).toMatchObject([
      { code: 'workbook-too-large', params: { reason: 'strings' } },
    ])
  })

  it('reads a workbook that refers to others, by the values that Excel kept', async () => {
    const linked = await withParts(sheet, (name, xml) =>
      name === 'xl/workbook.xml'
        ? xml.replace(
            '</sheets>',
            '</sheets><externalReferences><externalReference r:id="rId99"/></externalReferences>',
          )
        : xml.replace(/ t="inlineStr"><is><t>字<\/t><\/is>/, ' t="str"><f>[1]Sheet1!A1</f><v>字</v>'),
    )
    expect((await readSheet(sampleTemplate, linked, { today })).answers).toEqual({ all: { text: '字' } })
  })

  it('never throws, whichever byte is wrong', async () => {
    for (let at = 0; at < sheet.length; at += Math.ceil(sheet.length / 400)) {
      const broken = Uint8Array.from(sheet)
      broken[at] = (broken[at] ?? 0) ^ 0xff
      await expect(readSheet(sampleTemplate, broken, { today })).resolves.toBeDefined()
    }
  })

  it('reads validations over whole columns without expanding them', async () => {
    const validations = Array.from(
      { length: 8 },
      (_, i) =>
        `<dataValidation type="whole" sqref="${'ABCDEFGH'[i]}1:${'ABCDEFGH'[i]}1048576"><formula1>1</formula1></dataValidation>`,
    )
    const wide = await withParts(sheet, (name, text) =>
      name === 'xl/worksheets/sheet2.xml'
        ? text.replace(
            /<dataValidations.*<\/dataValidations>/s,
            `<dataValidations count="8">${validations.join('')}</dataValidations>`,
          )
        : text,
    )
    const start = performance.now()
    expect((await readSheet(sampleTemplate, wide, { today })).answers).toEqual({ all: { text: '字' } })
    expect(performance.now() - start).toBeLessThan(500)
  })
})
