import { type Indicators, type MeasuredSubmission, measureIndicators } from '@policyforms/core'
import { styleBook } from '../book/book.ts'
import { bytesOfBook } from '../book/write-book.ts'
import { chartsFrame, chartsRows, ratesOf } from './charts-sheet.ts'
import { coursesOf, figuresFrame, figuresRows, yearsOf } from './figures-sheet.ts'
import { resultsFrame, resultsRows } from './results-sheet.ts'

const names = { results: '完成情况', charts: '图表', figures: '历年' }

interface StatisticsOptions {
  /** YYYY-MM-DD. */
  readonly today: string
  /** The name of the jurisdiction, for what is counted for all of it. */
  readonly place: string
}

/** Targets against what was reached, by place and year, with charts. */
export const writeStatistics = (
  indicators: Indicators,
  submissions: readonly MeasuredSubmission[],
  { today, place }: StatisticsOptions,
): Promise<Uint8Array> => {
  const measures = measureIndicators(indicators, place, submissions)
  const years = yearsOf(measures)
  const courses = coursesOf(measures, years)
  const rates = ratesOf(measures)
  const styles = styleBook()
  const counted = `${today} 据 ${submissions.length} 份材料统计。`
  const note = indicators.note ? `${indicators.note}${counted}` : counted
  const rows = [
    ...resultsRows(0, indicators.title, note, measures, styles),
    ...chartsRows(1, rates, place, styles),
    ...figuresRows(2, courses, years, styles),
  ]
  return bytesOfBook({
    title: indicators.title,
    today,
    sheets: [
      resultsFrame(names.results),
      chartsFrame(names.charts, rates, place, { name: names.figures, courses, years }),
      figuresFrame(names.figures, years),
    ],
    styles: styles.styles,
    rows: [rows],
  })
}
