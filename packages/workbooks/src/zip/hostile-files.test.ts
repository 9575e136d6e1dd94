import { sentence } from '@policyforms/core'
import { describe, expect, it } from 'vitest'
import { sampleTemplate } from '../fixtures/sample-template.ts'
import { lyingZip, withParts, zipBytes } from '../fixtures/workbook-files.ts'
import { readSheet, writeSheet } from '../index.ts'

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
const files: readonly (readonly [string, Uint8Array | Promise<Uint8Array>, string, string])[] = [
  ['an empty file', new Uint8Array(), 'workbook-unreadable', 'empty'],
  ['a text', Buffer.from('姓名,金额\n'), 'workbook-unreadable', 'not-a-workbook'],
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
