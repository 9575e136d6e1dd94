import type { Indicator, Measure } from '@policyforms/core'
import { columnName, quotedSheet } from '../book/address.ts'
import type { Frame, Placed, StyleBook } from '../book/book.ts'
import { numberFormat } from '../cells/number-cells.ts'
import type { Cells } from '../charts/chart.ts'
import { heightFor } from '../sheet/heights.ts'

/** One indicator at one place through the years. */
export interface Course {
  readonly indicator: Indicator
  readonly place: string
  readonly label: string
  readonly actuals: readonly (number | undefined)[]
  /** The target that holds in each year: the next one to be reached. */
  readonly targets: readonly (number | undefined)[]
}

export const yearsOf = (measures: readonly Measure[]): readonly number[] =>
  [...new Set(measures.map(({ year }) => year))].sort((one, other) => one - other)

export const coursesOf = (measures: readonly Measure[], years: readonly number[]): readonly Course[] =>
  [...Map.groupBy(measures, ({ indicator, place }) => `${indicator.id}\n${place}`).values()].flatMap((held) => {
    const [first] = held
    if (!first) return []
    const targets = held.flatMap(({ year, target }) => {
      const aim = target?.least ?? target?.most
      return aim === undefined ? [] : [{ year, aim }]
    })
    const { indicator, place } = first
    return [
      {
        indicator,
        place,
        label: `${indicator.title}（${place}）`,
        actuals: years.map((year) => held.find((one) => one.year === year)?.actual),
        targets: years.map((year) => targets.find((one) => one.year >= year)?.aim),
      },
    ]
  })

const lead = 3
const titleWidth = 40

export const figuresFrame = (name: string, years: readonly number[]): Frame => ({
  name,
  widths: [titleWidth, 16, 8, ...years.map(() => 12)],
  frozen: { rows: 1, columns: lead },
  merges: [],
  validations: [],
  locked: false,
  repeat: '1:1',
})

/** Two rows for each course, first what was reached. */
export const figuresRows = (
  sheet: number,
  courses: readonly Course[],
  years: readonly number[],
  styles: StyleBook,
): readonly Placed[] => {
  const [head, text] = [styles.of('head'), styles.of('plain', '@')]
  return [
    {
      sheet,
      cells: ['指标', '地方', '项', ...years.map((year) => `${year}年`)].map((value) => ({ value, style: head })),
      height: 26,
    },
    ...courses.flatMap(({ indicator, place, actuals, targets }) =>
      [['实际', actuals] as const, ['目标', targets] as const].map(([name, values]): Placed => {
        const style = styles.of('plain', numberFormat(indicator.places), 'end')
        const cells = [indicator.title, place, name].map((value) => ({ value, style: text }))
        const height = heightFor([{ text: indicator.title, width: titleWidth, points: 11 }], 20)
        return { sheet, height, cells: [...cells, ...values.map((value) => ({ value, style }))] }
      }),
    ),
  ]
}

/** Where the figures of the course numbered `index` stand. */
export const courseCells = (name: string, index: number, { actuals, targets }: Course, years: readonly number[]) => {
  const sheet = quotedSheet(name)
  const last = columnName(lead + years.length)
  const row = 2 + index * 2
  const across = (at: number) => `${sheet}!$${columnName(lead + 1)}$${at}:$${last}$${at}`
  const label = (at: number, text: string): Cells<string> => ({ range: `${sheet}!$C$${at}`, values: [text] })
  return {
    years: { range: across(1), values: years.map((year) => `${year}年`) },
    actual: { name: label(row, '实际'), values: { range: across(row), values: actuals } },
    target: { name: label(row + 1, '目标'), values: { range: across(row + 1), values: targets } },
  }
}
