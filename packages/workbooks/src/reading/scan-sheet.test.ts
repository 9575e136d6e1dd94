import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainText, xmlText } from '../book/xml.ts'
import { scanSheet } from './scan-sheet.ts'
import { plainNumber } from './scan-tag.ts'

const context = { strings: ['甲', '乙'], percents: new Set([3]), since1904: false }

const scanned = (rows: string) => {
  const found: (readonly [number, number, unknown])[] = []
  scanSheet(
    Buffer.from(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
    context,
    { rows: 100, columns: 50 },
    (row, cells) => found.push(...[...cells].map(([column, { value }]) => [row, column, value] as const)),
  )
  return found
}

it('reads a number as it is written', () => {
  const text = fc.oneof(
    fc.double({ noNaN: true }).map(String),
    fc
      .tuple(fc.constantFrom('', '-', '+'), fc.stringMatching(/^\d{0,18}(\.\d{0,18})?$/))
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, (written) => {
      const read = plainNumber(Buffer.from(`>${written}<`), 1, written.length + 1)
      if (!Number.isNaN(read)) expect(read).toBe(Number(written))
    }),
    { numRuns: 2000 },
  )
  expect(plainNumber(Buffer.from('12.25'), 0, 5)).toBe(12.25)
})

it('decodes what it encodes, and leaves alone what is no entity', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => plainText(xmlText(text)) === text))
  expect(plainText('&amp;lt;&#65;&#x4e00;&nbsp;&a;&#x110000;&#;& b;&quot')).toBe(
    '&lt;A一&nbsp;&a;&#x110000;&#;& b;&quot',
  )
})

it('reads cells however their tags are written', () => {
  expect(
    scanned(`<row r='2' spans="1:3"><c t="s" r="A2"><v>1</v></c><c r='B2' s="1" t='str'><f>"a&gt;b"</f><v>a&gt;b</v></c>
      <c r="C2"/><c><v>1e3</v></c><c r="AX2" note=">"><v>5</v></c><c r="AY2"><v>6</v></c></row>
      <row><c r="A3" s="3"><v>0.5</v></c><c t="inlineStr"><is><r><t>㛃</t></r><r><t xml:space="preserve"> 𬭎</t></r></is></c></row>`),
  ).toEqual([
    [2, 1, '乙'],
    [2, 2, 'a>b'],
    [2, 4, 1000],
    [2, 50, 5],
    [3, 1, 0.5],
    [3, 2, '㛃 𬭎'],
  ])
})
