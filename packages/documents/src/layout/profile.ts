import type { Template } from '@policyforms/core'

/** Sizes in points; 三号 16, 四号 14, 小四 12, 五号 10.5, 小五 9. */
export interface Profile {
  readonly body: number
  /** By level, from 1; deeper levels are set like the last. */
  readonly headings: readonly [number, number, number, number]
  readonly baseTable: number
  readonly table: number
  /** Of tables that are too crowded for it. */
  readonly fineTable: number
  readonly grid: {
    readonly type: 'lines' | 'linesAndChars'
    /** From line to line, in twentieths of a point. */
    readonly linePitch: number
    /** Added to each character, in 4096ths of a point. */
    readonly charSpace?: number
  }
  /**
   * How running text keeps to the grid where it is tighter than the type. Readers other than Word set such a grid
   * far too wide, so the text leaves it and has the same pitch by itself: exact lines, and this much on each
   * character, in twentieths of a point.
   */
  readonly ownPitch?: { readonly characterSpacing: number }
}

export const profiles: Readonly<Record<Template['document']['profile'], Profile>> = {
  // GB/T 9704-2012, 5.2.3: 22 lines of 28 characters fill the text area.
  report: {
    body: 16,
    headings: [16, 16, 16, 16],
    baseTable: 12,
    table: 10.5,
    fineTable: 9,
    grid: { type: 'linesAndChars', linePitch: 579, charSpace: -848 },
    ownPitch: { characterSpacing: -5 },
  },
  book: {
    body: 14,
    headings: [16, 14, 14, 14],
    baseTable: 12,
    table: 10.5,
    fineTable: 9,
    grid: { type: 'lines', linePitch: 531 },
  },
}

/** Fonts that offices have and that may not be shipped: named in the file, never embedded. */
export const fonts = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  kai: '楷体_GB2312',
  hei: '黑体',
  song: '宋体',
  latin: 'Times New Roman',
} as const
