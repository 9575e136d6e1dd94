import { describe, expect, it } from 'vitest'
import { pageHeight, printPage, widthsForPaper } from './print-page.ts'

const columns = (count: number, width: number) => Array.from({ length: count }, () => width)
/** Points of the smallest type, 10, as it is printed. */
const typeOn = (widths: readonly number[]) => printPage({ widths }).scale / 10

describe('a sheet on paper', () => {
  it('stands on the smallest paper on which it can be read, and is never made larger', () => {
    const papers = [5, 9, 13, 19].map((count) => {
      const { paper, landscape } = printPage({ widths: columns(count, 10) })
      return `${paper}${landscape ? ' on its side' : ''}`
    })
    expect(papers).toEqual(['A4', 'A4', 'A4 on its side', 'A3 on its side'])
    expect(printPage({ widths: [20] })).toMatchObject({ scale: 100, fits: false, breaks: [] })
    for (let width = 20; width < 400; width += 7) expect(typeOn([width / 2, width / 2])).toBeGreaterThanOrEqual(8)
  })
  it('goes on on further pages where none holds it, each with the repeated columns and none nearly empty', () => {
    const widths = [6, 18, 32, ...columns(40, 14)]
    const { paper, fits, breaks } = printPage({ widths, repeated: 3 })
    expect({ paper, fits }).toEqual({ paper: 'A3', fits: false })
    const pages = [3, ...breaks].map((from, i, all) => (all[i + 1] ?? widths.length) - from)
    expect(pages.reduce((sum, one) => sum + one, 0)).toBe(40)
    for (const count of pages) expect(56 + count * 14).toBeLessThanOrEqual(194)
  })
  it('ends a page where a group begins, if that leaves it well filled', () => {
    const widths = columns(30, 10)
    expect(printPage({ widths, starts: [0, 14, 28] }).breaks).toEqual([14, 28])
    expect(printPage({ widths, starts: [0, 2] }).breaks[0]).toBeGreaterThan(10)
  })
  it('makes wide columns a little narrower where they fit on a smaller page so', () => {
    expect(widthsForPaper([6, 28, 28, 28, 28, 28])).toEqual([6, 25, 25, 25, 25, 25])
    expect(widthsForPaper([6, 40, 40])).toEqual([6, 40, 40])
    expect(widthsForPaper(columns(8, 18))).toEqual(columns(8, 18))
  })
  it('holds more rows where it is made smaller', () => {
    expect(pageHeight({ widths: [60] })).toBeCloseTo(719, 0)
    expect(pageHeight({ widths: [90] })).toBeGreaterThan(880)
  })
})
