import { describe, expect, it } from 'vitest'
import { countOf, readEntries } from './read-entries.ts'

describe('cells pasted into a code list', () => {
  it('takes codes with titles, and puts a code below the one that it begins with', () => {
    const { entries } = readEntries('代码\t名称\n15\t内蒙古自治区\n1501\t呼和浩特市\n1502\t包头市\n１６\t别处\n')
    expect(entries).toEqual([
      {
        code: '15',
        title: '内蒙古自治区',
        children: [
          { code: '1501', title: '呼和浩特市' },
          { code: '1502', title: '包头市' },
        ],
      },
      { code: '16', title: '别处' },
    ])
  })

  it('takes a column for each level, where an empty cell says the same as above', () => {
    const { entries, how } = readEntries('工学\t机械\t设计\n\t\t制造\n\t电子\n理学\t物理')
    expect(how).toContain('3 级')
    expect(entries).toEqual([
      {
        code: '01',
        title: '工学',
        children: [
          {
            code: '0101',
            title: '机械',
            children: [
              { code: '010101', title: '设计' },
              { code: '010102', title: '制造' },
            ],
          },
          { code: '0102', title: '电子' },
        ],
      },
      { code: '02', title: '理学', children: [{ code: '0201', title: '物理' }] },
    ])
    expect(countOf(entries)).toBe(7)
  })

  it('takes one column as entries, each once, and nothing from nothing', () => {
    expect(readEntries('甲\n乙\n甲\n').entries).toEqual([
      { code: '01', title: '甲' },
      { code: '02', title: '乙' },
    ])
    expect(readEntries(' \n\t\n').entries).toEqual([])
  })
})
