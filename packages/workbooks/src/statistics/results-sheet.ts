import type { Measure } from '@policyforms/core'
import type { Frame, Placed, StyleBook } from '../book/book.ts'
import { numberFormat } from '../cells/number-cells.ts'
import { heightFor } from '../sheet/heights.ts'
import { targetText } from './target-text.ts'

const heads = ['指标', '地方', '年份', '单位', '目标', '实际', '完成率（%）', '是否达到', '条款', '口径'] as const
const widths = [26, 10, 6, 6, 9, 11, 9, 9, 20, 27]
const headRow = 3

/** The sheet of targets against actuals. */
export const resultsFrame = (name: string): Frame => ({
  name,
  widths,
  frozen: { rows: headRow, columns: 1 },
  filterRow: headRow,
  merges: ['A1:J1', 'A2:J2'],
  validations: [],
  locked: false,
  repeat: `1:${headRow}`,
})

const standing = ({ target, actual, isMet }: Measure): string => {
  if (!target) return '没有目标'
  if (actual === undefined) return '没有数据'
  if (isMet === undefined) return ''
  return isMet ? '已达到' : '未达到'
}

/** Rates are reckoned by the workbook itself, so that a figure put right by hand is followed. */
const rateOf = ({ target, rate }: Measure, row: number) =>
  target?.least ? { formula: `IF(F${row}="","",ROUND(F${row}/${target.least}*100,2))`, value: rate ?? '' } : {}

export const resultsRows = (
  sheet: number,
  title: string,
  note: string,
  measures: readonly Measure[],
  styles: StyleBook,
): readonly Placed[] => {
  const [text, centre] = [styles.of('plain', '@'), styles.of('plain', '@', 'center')]
  const year = styles.of('plain', '0', 'center')
  const head = styles.of('head')
  const rows = measures.map((measure, i): Placed => {
    const { indicator, place, target, actual } = measure
    const number = styles.of('plain', numberFormat(indicator.places), 'end')
    const clauses = indicator.clauses.map(({ heading }) => heading).join('；')
    const height = heightFor(
      [indicator.title, clauses, indicator.note ?? ''].map((one, n) => ({
        text: one,
        width: [widths[0], widths[8], widths[9]][n] ?? 20,
        points: 11,
      })),
      20,
    )
    return {
      sheet,
      height,
      cells: [
        { value: indicator.title, style: text },
        { value: place, style: text },
        { value: measure.year, style: year },
        { value: indicator.unit, style: centre },
        { value: target && targetText(target), style: centre },
        { value: actual, style: number },
        { ...rateOf(measure, headRow + 1 + i), style: styles.of('plain', '0.00', 'end') },
        { value: standing(measure), style: centre },
        { value: clauses, style: text },
        { value: indicator.note, style: text },
      ],
    }
  })
  return [
    { sheet, cells: [{ value: title, style: styles.of('title') }], height: 30 },
    {
      sheet,
      cells: [{ value: note, style: styles.of('caption') }],
      height: heightFor([{ text: note, width: 132, points: 10 }], 20),
    },
    { sheet, cells: heads.map((value) => ({ value, style: head })), height: 36 },
    ...rows,
  ]
}
