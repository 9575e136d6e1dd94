import type { DocumentPlan, LayoutPlan } from '@policyforms/core'
import { type Margins, officialMargins, officialPage, type Page, pageWith } from './geometry.ts'

/** Sizes in points; 三号 16, 四号 14, 小四 12, 五号 10.5, 小五 9. */
export interface Profile {
  readonly page: Page
  readonly fonts: Fonts
  /** Of a title above the text; that of a cover is as large as its line allows. */
  readonly title: number
  readonly body: number
  /** By level, from 1; deeper levels are set like the last. */
  readonly headings: readonly number[]
  readonly boldHeadings: readonly number[]
  readonly baseTable: number
  readonly table: number
  /** Of tables that are too crowded for it. */
  readonly fineTable: number
  /** Whether a table that is too wide may stand on a page on its side. */
  readonly turns: boolean
  readonly pageNumbers: NonNullable<LayoutPlan['pageNumbers']>
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

/** Fonts that offices have and that may not be shipped: named in the file, never embedded. */
const officialFonts = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  kai: '楷体_GB2312',
  hei: '黑体',
  song: '宋体',
  latin: 'Times New Roman',
} as const

export type Fonts = Readonly<Record<keyof typeof officialFonts, string>>

const both = {
  page: officialPage,
  fonts: officialFonts,
  title: 22,
  boldHeadings: [],
  baseTable: 12,
  table: 10.5,
  fineTable: 9,
  turns: true,
  pageNumbers: 'outer',
} as const

const profiles: Readonly<Record<DocumentPlan['profile'], Profile>> = {
  // GB/T 9704-2012, 5.2.3: 22 lines of 28 characters fill the text area.
  report: {
    ...both,
    body: 16,
    headings: [16, 16, 16, 16],
    grid: { type: 'linesAndChars', linePitch: 579, charSpace: -848 },
    ownPitch: { characterSpacing: -5 },
  },
  book: { ...both, body: 14, headings: [16, 14, 14, 14], grid: { type: 'lines', linePitch: 531 } },
}

const points: Readonly<Record<string, number>> = {
  小初: 36,
  一号: 26,
  小一: 24,
  二号: 22,
  小二: 18,
  三号: 16,
  小三: 15,
  四号: 14,
  小四: 12,
  五号: 10.5,
  小五: 9,
}

const perMillimetre = 1440 / 25.4

const marginsWith = (asked: LayoutPlan['margins'] = {}): Margins => {
  const of = (side: keyof Margins) =>
    asked[side] === undefined ? officialMargins[side] : Math.round(asked[side] * perMillimetre)
  return { top: of('top'), right: of('right'), bottom: of('bottom'), left: of('left') }
}

/** Lines to a page as asked, else the profile's pitch; characters keep to the grid only in the type that it is made for. */
const gridWith = (profile: Profile, page: Page, body: number, lines: number | undefined): Partial<Profile> => {
  const { linePitch, type } = profile.grid
  const pitch = lines === undefined ? linePitch : Math.floor(page.textHeight / lines)
  const isOfficial = body === profile.body && page.textWidth === officialPage.textWidth
  if (isOfficial) return { grid: { ...profile.grid, linePitch: pitch } }
  const grid = { type: 'lines' as const, linePitch: pitch }
  return type === 'lines' ? { grid } : { grid, ownPitch: { characterSpacing: 0 } }
}

/** A profile as a template adjusts it. What it does not speak of stays as the standard has it. */
export const profileOf = ({ profile: name, layout = {} }: DocumentPlan): Profile => {
  const profile = profiles[name]
  const { sizes = {}, fonts, boldHeadings = profile.boldHeadings, pageNumbers = profile.pageNumbers } = layout
  const size = (asked: string | undefined, standard: number) => points[asked ?? ''] ?? standard
  const page = layout.margins ? pageWith(marginsWith(layout.margins)) : profile.page
  const body = size(sizes.body, profile.body)
  const table = size(sizes.table, profile.table)
  return {
    ...profile,
    page,
    fonts: { ...profile.fonts, ...fonts },
    title: size(sizes.title, profile.title),
    body,
    headings: profile.headings.map((standard, i) => size(sizes.headings?.[i], standard)),
    boldHeadings,
    baseTable: size(sizes.baseTable, profile.baseTable),
    table,
    fineTable: Math.min(table, profile.fineTable),
    turns: layout.wideTables !== 'shrink',
    pageNumbers,
    ...gridWith(profile, page, body, layout.lines),
  }
}
