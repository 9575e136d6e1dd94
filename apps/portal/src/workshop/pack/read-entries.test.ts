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

  it('leaves out a row that only names the columns, says so, and can take it after all', () => {
    const read = readEntries('市（州）、县（市、区）\n甲市（直管）\n乙州')
    expect(read.entries.map(({ title }) => title)).toEqual(['甲市（直管）', '乙州'])
    expect(read.how).toContain('第一行“市（州）、县（市、区）”是表头')
    expect(read.withHead?.entries).toHaveLength(3)
    expect(readEntries('市（州）\t县（市、区）\n甲市\t乙县').entries).toHaveLength(1)
    expect(readEntries('行业代码\t行业名称\n01\t农业').entries).toEqual([{ code: '01', title: '农业' }])
    expect(readEntries('市\n县\n区').entries.map(({ title }) => title)).toEqual(['市', '县', '区'])
    expect(readEntries('综合型\n专业型').entries).toHaveLength(2)
  })

  it('keeps a title as it is written, and reads a code in full width', () =>
    expect(readEntries('１６\t高校（含ＭＢＡ）').entries).toEqual([{ code: '16', title: '高校（含ＭＢＡ）' }]))

  it('takes one column as entries, each once, and nothing from nothing', () => {
    expect(readEntries('甲\n乙\n甲\n').entries).toEqual([
      { code: '01', title: '甲' },
      { code: '02', title: '乙' },
    ])
    expect(readEntries(' \n\t\n').entries).toEqual([])
  })
})
