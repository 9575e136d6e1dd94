import { describe, expect, it } from 'vitest'
import { addEntry, changeEntry, removeEntry, rowsOf, shiftEntry, withCode, withParameter } from './entry-edits.ts'
import type { Entry } from './read-entries.ts'

const list: readonly Entry[] = [
  { code: '01', title: '甲', values: { threshold: 3000 }, children: [{ code: '0101', title: '甲一' }] },
  { code: '02', title: '乙' },
]
const codes = (entries: readonly Entry[]) => rowsOf(entries).map(({ entry }) => entry.code)

describe('edits of a code list', () => {
  it('add an entry with a free code, after another, below it, and at the end', () => {
    expect(codes(addEntry(list, [0, 0], 'after'))).toEqual(['01', '0101', '0102', '02'])
    expect(codes(addEntry(list, [1], 'below'))).toEqual(['01', '0101', '02', '0201'])
    expect(codes(addEntry(list, undefined, 'after'))).toEqual(['01', '0101', '02', '03'])
  })

  it('take away, move among siblings and not beyond them', () => {
    expect(removeEntry(list, [0, 0])[0]).not.toHaveProperty('children')
    expect(codes(shiftEntry(list, [1], -1))).toEqual(['02', '01', '0101'])
    expect(shiftEntry(list, [0, 0], 1)).toEqual(list)
    expect(codes(changeEntry(list, [0, 0], { code: '0109', title: '甲九' }))).toEqual(['01', '0109', '02'])
  })

  it('keep a parameter as a number where it is one, and show what is inherited', () => {
    const [, inner] = rowsOf(list)
    expect(inner?.inherited).toEqual({ threshold: 3000 })
    expect(withParameter({ code: '1', title: '一' }, 'rate', '１.５').values).toEqual({ rate: 1.5 })
    expect(withParameter({ code: '1', title: '一', values: { rate: 1 } }, 'rate', '')).toEqual({
      code: '1',
      title: '一',
    })
  })

  it('leave word of a published code, until it is back', () => {
    const published = new Set(['01'])
    const changed = withCode({ code: '01', title: '甲' }, '11', published)
    expect(changed).toMatchObject({ code: '11', was: '01' })
    expect(withCode(changed, '01', published)).toEqual({ code: '01', title: '甲' })
    expect(withCode({ code: '09', title: '新' }, '08', published)).not.toHaveProperty('was')
  })
})
