import { describe, expect, it } from 'vitest'
import type { Placed } from '../book/book.ts'
import { rowsPrinted } from './spare-rows.ts'

const rows = (count: number, height = 22): readonly Placed[] =>
  Array.from({ length: count }, () => ({ sheet: 0, cells: [], height }))
/** Title, what is to be known, heads: 94 points. An upright page of A4 holds 719. */
const above = [...rows(1, 32), ...rows(1, 38), ...rows(1, 24)]
const printed = (count: number, filled: number) => rowsPrinted(rows(count), filled, above, [60])

describe('rows that are drawn below those that are filled', () => {
  it('are all drawn where they stand on a page with answers', () => {
    expect(printed(13, 10)).toBe(13)
    // 28 rows fill the first page: the last answer begins another.
    expect(printed(32, 29)).toBe(32)
  })
  it('do not begin a page', () => {
    expect(printed(31, 28)).toBe(28)
    expect(printed(30, 27)).toBe(28)
    // A further page holds 31: it has no title.
    expect(printed(62, 59)).toBe(59)
  })
  it('are all drawn where nothing is filled: the sheet may be printed to be filled by hand', () => {
    expect(printed(40, 0)).toBe(40)
  })
})
