import type { Measure } from '@policyforms/core'
import { quotedSheet } from '../book/address.ts'
import type { Frame, Placed, StyleBook } from '../book/book.ts'
import type { Chart } from '../charts/chart.ts'
import { type Course, courseCells } from './figures-sheet.ts'

const [accent, aim] = ['1D4F91', 'C0504D']
const lead = 2
const mostCharts = 40
/** Of the chart of rates, which stays on one page. */
const mostRows = 26
/** Two charts side by side: over the figures, and in columns beside them. */
const rightEnd = lead + 7
const tall = 13

/** The last target of each indicator at each place, where it can be told how far it is reached. */
export const ratesOf = (measures: readonly Measure[]): readonly Measure[] =>
  [...Map.groupBy(measures, ({ indicator, place }) => `${indicator.id}\n${place}`).values()].flatMap((held) => {
    const last = held.findLast(({ rate }) => rate !== undefined)
    return last ? [last] : []
  })

export const rateLabel = ({ indicator, place, year }: Measure, whole: string): string =>
  `${indicator.title}${place === whole ? '' : `（${place}）`} ${year}年`

const ratesChart = (name: string, rates: readonly Measure[], whole: string): Chart => {
  const sheet = quotedSheet(name)
  const down = (column: string) => `${sheet}!$${column}$2:$${column}$${1 + rates.length}`
  return {
    kind: 'bar',
    title: '各项目标完成率（%）',
    format: '0.##',
    categories: { range: down('A'), values: rates.map((rate) => rateLabel(rate, whole)) },
    series: [
      {
        name: { range: `${sheet}!$B$1`, values: ['完成率（%）'] },
        values: { range: down('B'), values: rates.map(({ rate }) => rate) },
        colour: accent,
      },
    ],
    from: { column: 0, row: rates.length + 2 },
    to: { column: rightEnd, row: rates.length + 2 + Math.min(mostRows, Math.max(8, rates.length * 2)) },
  }
}

const courseChart = (
  figures: string,
  course: Course,
  index: number,
  years: readonly number[],
  row: number,
  column: number,
): Chart => {
  const { years: categories, actual, target } = courseCells(figures, index, course, years)
  return {
    kind: 'line',
    title: `${course.label}（${course.indicator.unit}）`,
    format: course.indicator.places === 0 ? '#,##0' : '#,##0.00',
    categories,
    series: [
      { ...actual, colour: accent },
      ...(course.targets.some((one) => one !== undefined) ? [{ ...target, colour: aim }] : []),
    ],
    from: { column, row },
    to: { column: column === 0 ? lead : rightEnd, row: row + tall },
  }
}

const isDrawn = ({ actuals }: Course) => actuals.filter((one) => one !== undefined).length > 1

/** Two charts side by side fill the width of A4 on its side; so many rows then fill its height. */
const printScale = 85
const rowsOnPage = 28

/** No chart is cut in two: the rows after which a page ends. */
const breaksBetween = (charts: readonly Chart[]): readonly number[] => {
  const breaks: number[] = []
  for (const { from, to } of charts) {
    const top = breaks.at(-1) ?? 0
    // In the gap above it, so that none of its frame is left behind.
    if (to.row - top > rowsOnPage && from.row > top + 1) breaks.push(from.row - 1)
  }
  return breaks
}

/** How far each target is reached, and the course of every indicator that has figures of more than one year. */
export const chartsFrame = (
  name: string,
  rates: readonly Measure[],
  whole: string,
  figures: { readonly name: string; readonly courses: readonly Course[]; readonly years: readonly number[] },
): Frame => {
  const first = rates.length > 0 ? [ratesChart(name, rates, whole)] : []
  const below = (first[0]?.to.row ?? 1) + 1
  const drawn = figures.courses
    .flatMap((course, index) => (isDrawn(course) ? [{ course, index }] : []))
    .slice(0, mostCharts)
  const courses = drawn.map(({ course, index }, i) =>
    courseChart(
      figures.name,
      course,
      index,
      figures.years,
      below + Math.floor(i / 2) * (tall + 1),
      (i % 2) * (lead + 1),
    ),
  )
  return {
    name,
    widths: [44, 14],
    merges: [],
    validations: [],
    locked: false,
    charts: [...first, ...courses],
    pages: { scale: printScale, breaks: breaksBetween([...first, ...courses]) },
  }
}

export const chartsRows = (
  sheet: number,
  rates: readonly Measure[],
  whole: string,
  styles: StyleBook,
): readonly Placed[] => {
  const [head, text, rate] = [styles.of('head'), styles.of('plain', '@'), styles.of('plain', '0.00', 'end')]
  return [
    { sheet, cells: ['指标', '完成率（%）'].map((value) => ({ value, style: head })), height: 26 },
    ...rates.map(
      (one): Placed => ({
        sheet,
        cells: [
          { value: rateLabel(one, whole), style: text },
          { value: one.rate, style: rate },
        ],
      }),
    ),
  ]
}
