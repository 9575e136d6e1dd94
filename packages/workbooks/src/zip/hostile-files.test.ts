import { spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Issue, sentence } from '@policyforms/core'
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

const child = join(import.meta.dirname, '../../bench/read-measured.ts')
const million = 'x'.repeat(2 ** 20)
const parts: readonly Part[] = [...unpack(sheet)].map(([name, text]) => ({ name, content: () => text }))
const padding: Part = { name: 'xl/media/pad.bin', content: () => randomBytes(600_000) }

/** The sheet with shared strings, of which it has none by itself. */
const withStrings = (strings: string, ...more: readonly Part[]): Promise<Uint8Array> => {
  const relation = '<Relationship Id="rIdS" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
  const related = parts.map(({ name, content }) => ({
    name,
    content: () =>
      name === 'xl/_rels/workbook.xml.rels' ? String(content()).replace('</Relationships>', relation) : content(),
  }))
  return zipBytes([...related, { name: 'xl/sharedStrings.xml', content: () => `<sst>${strings}</sst>` }, ...more])
}

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
      zipBytes([{ name: 'zeros', content: () => million }]),
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
  ['a bomb that padding hides', withStrings(million.repeat(8), padding), 'workbook-too-large', 'ratio'],
  [
    'a bomb in many parts',
    withParts(sheet, (name, text) => (name.includes('/sheet') ? text + million.repeat(3) : text)),
    'workbook-too-large',
    'ratio',
  ],
  ['a bomb with a lying header', lyingZip(8 * 2 ** 20, 1000), 'workbook-unreadable', 'damaged'],
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

/** 4 MB of one thing over and over, in a part that is read: as much as no ratio refuses. */
const swollen = (name: string, start: string, one: string, end = ''): Promise<Uint8Array> => {
  const text = start + one.repeat((3.9 * 2 ** 20) / one.length) + end
  return zipBytes([...parts.filter((part) => part.name !== name), { name, content: () => text }])
}
const first = 'xl/worksheets/sheet2.xml'
const [open, close] = ['<worksheet><sheetData>', '</sheetData></worksheet>']
const relations = '<Relationships><Relationship Id="s" Type="x/sharedStrings" Target="sharedStrings.xml"/>'
const cell = '<c><v>1</v></c>'
/** Five times as much, with as much in it that does not pack as keeps it below the ratio. */
const varied = Array.from({ length: 700 }, () => `<c t="str"><v>${randomUUID()}</v></c>${cell.repeat(200)}`).join('')
const bombs: readonly (readonly [string, Promise<Uint8Array>, string, string?])[] = [
  ['cells in a row', swollen(first, `${open}<row>`, cell, `</row>${close}`), 'row-missing'],
  ['rows of a cell', swollen(first, open, `<row>${cell}</row>`, close), 'row-missing'],
  ['tags that never end', swollen(first, open, '<row><c>'), 'row-missing'],
  ['cells without a value', swollen(first, open, '<row><c></c></row>', close), 'row-missing'],
  ['styles without end', swollen('xl/styles.xml', '<styleSheet><cellXfs>', '<xf/>'), 'workbook-too-large', 'unpacked'],
  [
    'sheets without end',
    swollen('xl/workbook.xml', '<workbook>', '<sheet name="a"/>'),
    'workbook-too-large',
    'unpacked',
  ],
  [
    'relationships without end',
    swollen('xl/_rels/workbook.xml.rels', relations, '<Relationship Id="a" Type="b" Target="../../c"/>'),
    'workbook-too-large',
    'unpacked',
  ],
  [
    'more shared strings than anybody fills in',
    withStrings(
      Array.from({ length: 4000 }, () => `<si><t>${randomUUID()}</t></si>${'<si><t>a</t></si>'.repeat(250)}`).join(''),
    ),
    'workbook-too-large',
    'strings',
  ],
  [
    'a million cells that no ratio gives away',
    withParts(sheet, (name, text) => (name === first ? `${open}<row>${varied.repeat(10)}</row>${close}` : text)),
    'row-missing',
  ],
]

interface Measured {
  readonly answers: unknown
  readonly issue: Issue
  readonly took: number
  readonly megabytes: number
}

/** All in one process of their own, so that neither what they take nor what the process holds is anybody else's. */
const measure = async (): Promise<readonly Measured[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'policyforms-'))
  const paths: string[] = []
  for (const [, bytes] of [...files, ...bombs]) {
    const path = join(folder, `${paths.length}.xlsx`)
    writeFileSync(path, await bytes)
    paths.push(path)
  }
  const { stdout } = spawnSync(process.execPath, [child, ...paths], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return JSON.parse(stdout)
}
const measured = await measure()

describe('a file that is no workbook of ours', () => {
  const all = [...files, ...bombs].map(([name, , code, reason], i) => ({ name, code, reason, found: measured[i] }))
  it.each(all)('$name is refused at once, with a word', ({ code, reason, found }) => {
    expect(found?.issue).toMatchObject({ code, severity: 'error', ...(reason !== undefined && { params: { reason } }) })
    expect(found?.took).toBeLessThan(300)
    expect(found?.megabytes).toBeLessThan(160)
  })
  it.each(all.slice(0, files.length))('$name gives no answers, and says so in plain words', ({ reason, found }) => {
    expect(found?.answers).toEqual({})
    expect(found && sentence(found.issue)).not.toContain(reason)
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
    for (let at = 0; at < sheet.length; at += Math.ceil(sheet.length / 200)) {
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
    const start = process.cpuUsage()
    expect((await readSheet(sampleTemplate, wide, { today })).answers).toEqual({ all: { text: '字' } })
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1000).toBeLessThan(300)
  })
})
