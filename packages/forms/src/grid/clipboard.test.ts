import { expect, test } from 'vitest'
import { blockOf } from './clipboard.ts'

test.each([
  ['a single cell is no block', 'abc', undefined],
  ['nor is a single cell with its line end', 'abc\r\n', undefined],
  [
    'cells and rows',
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'blank cells count',
    '\t\nx\t',
    [
      ['', ''],
      ['x', ''],
    ],
  ],
  ['quoted cells hold line ends, tabs and quotes', '"a\nb"\t"c\td"\t"say ""hi"""', [['a\nb', 'c\td', 'say "hi"']]],
  ['a cell that begins with a quotation mark is not quoted', '"甲"乙\tb', [['"甲"乙', 'b']]],
  ['a quotation mark that never closes', '"a\tb\nc', [['"a', 'b'], ['c']]],
])('%s', (_, text, block) => {
  expect(blockOf(text)).toEqual(block)
})
