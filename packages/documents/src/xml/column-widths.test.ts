import { describe, expect, it } from 'vitest'
import { type ColumnNeed, columnWidths, sumOf } from './column-widths.ts'

let seed = 7
const pick = (count: number) => {
  seed = (seed * 48271) % 2147483647
  return seed % count
}
const anyNeed = (): ColumnNeed => {
  const least = 200 + pick(1200)
  return { least, wanted: least + pick(4) * pick(3000), flows: pick(2) === 0 }
}
const rounds = Array.from({ length: 500 }, () => Array.from({ length: 1 + pick(14) }, anyNeed))
const leasts = (needs: readonly ColumnNeed[]) => sumOf(needs.map(({ least }) => least))

describe('column widths', () => {
  it('are whole and add up to the width', () => {
    for (const needs of rounds) {
      const widths = columnWidths(needs, 8845)
      expect(sumOf(widths)).toBe(8845)
      expect(widths.every((width) => Number.isInteger(width) && width > 0)).toBe(true)
    }
  })
  it('leave no column under its least wherever all leasts fit', () => {
    const fitting = rounds.filter((needs) => leasts(needs) <= 8845)
    expect(fitting.length).toBeGreaterThan(200)
    for (const needs of fitting) {
      const widths = columnWidths(needs, 8845)
      for (const [i, { least }] of needs.entries()) expect(widths[i]).toBeGreaterThanOrEqual(least)
    }
  })
  it('never give less to the longer of two texts that need the same', () => {
    for (const needs of rounds) {
      const texts = [
        { least: 600, wanted: 900 + pick(2000), flows: true },
        { least: 600, wanted: 3000, flows: true },
      ]
      const [shorter = 0, longer = 0] = columnWidths([...texts, ...needs], 12756)
      expect(longer).toBeGreaterThanOrEqual(shorter)
    }
  })
  it('give a text what figures leave over', () => {
    const number = { least: 900, wanted: 950, flows: false }
    const text = { least: 1000, wanted: 20_000, flows: true }
    expect(columnWidths([number, text, number], 8845)).toEqual([950, 6945, 950])
  })
  it('put a date on two lines before a text gets crowded', () => {
    const period = { least: 1500, wanted: 3000, flows: false }
    const text = { least: 1000, wanted: 9000, flows: true }
    expect(columnWidths([period, text, text], 8845)[0]).toBe(3000)
    expect(columnWidths([period, text, text, text], 8845)[0]).toBe(1500)
  })
})
