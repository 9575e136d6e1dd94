import type { Writable } from 'node:stream'
import { type Answers, type Settled, settle, type Template, valueAt, withPresets } from '@policyforms/core'
import { sheetNamer } from '../book/address.ts'
import { type Book, type Cell, type Placed, type StyleBook, styleBook } from '../book/book.ts'
import { bytesOfBook, writeBook } from '../book/write-book.ts'
import { serialOf } from '../cells/date-cells.ts'
import { mainColumns, type SummaryColumn } from './summary-columns.ts'
import { hiddenTest, notApplicable, type SettledSubmission, type SummaryPart, summaryParts } from './summary-parts.ts'
import { createSum, grown, type HeadedColumn, headRows, subtotal, summaryFrame, summaryHeads } from './summary-sheet.ts'

export interface Submission {
  /** Its number, by which the sheets of tables are keyed. */
  readonly id: string
  readonly title: string
  /** ISO date, or date and time. */
  readonly submittedAt?: string
  readonly answers: Answers
}

export type Submissions = Iterable<Submission> | AsyncIterable<Submission>

/** Many submissions of one template: a row each, and a sheet for each table and matrix. `today` is YYYY-MM-DD. */
export const writeSummary = (
  template: Template,
  submissions: Submissions,
  options: { readonly today: string },
): Promise<Uint8Array> => bytesOfBook(summaryBook(template, submissions, options.today))

/** The same, sent on while the submissions arrive; ends the stream. Rejects when the stream fails. */
export const streamSummary = (
  template: Template,
  submissions: Submissions,
  out: Writable,
  options: { readonly today: string },
): Promise<void> => writeBook(summaryBook(template, submissions, options.today), out)

const keyColumns = (styles: StyleBook): readonly HeadedColumn[] => {
  const key = (head: string, width: number, format: string, align: 'start' | 'center'): HeadedColumn => ({
    group: '材料',
    head,
    width,
    style: styles.of('plain', format, align),
  })
  return [key('序号', 6, '0', 'center'), key('编号', 18, '@', 'start'), key('名称', 32, '@', 'start')]
}

const summaryBook = (template: Template, submissions: Submissions, today: string): Book => {
  const styles = styleBook()
  const keys = keyColumns(styles)
  const time: HeadedColumn = {
    group: '材料',
    head: '提交日期',
    width: 16,
    style: styles.of('plain', 'yyyy"-"mm"-"dd', 'center'),
  }
  const columns = mainColumns(template, styles)
  const parts = summaryParts(template, keys, styles)
  const nameFor = sheetNamer()
  const main = [...keys, time, ...columns]
  const frames = [
    summaryFrame(nameFor('汇总'), main, keys.length),
    ...parts.map((part) => summaryFrame(nameFor(part.title), part.columns, keys.length)),
  ]
  const heads = [
    ...summaryHeads(0, main, styles),
    ...parts.flatMap((part, i) => summaryHeads(i + 1, part.columns, styles)),
  ]
  totalStyles(columns, styles)
  return {
    title: `${template.title}汇总`,
    today,
    sheets: frames,
    styles: styles.styles,
    rows: summaryRows({ template, submissions, today, keys, time, columns, parts, heads, styles }),
  }
}

interface Rows {
  readonly template: Template
  readonly submissions: Submissions
  readonly today: string
  readonly keys: readonly HeadedColumn[]
  readonly time: HeadedColumn
  readonly columns: readonly SummaryColumn[]
  readonly parts: readonly SummaryPart[]
  readonly heads: readonly Placed[]
  readonly styles: StyleBook
}

const totalStyle = ({ field, style }: SummaryColumn, styles: StyleBook): number =>
  styles.of('total', styles.styles[style]?.format, field.unit ? 'end' : styles.styles[style]?.align)

/** Every style must be known before the first row is written. */
const totalStyles = (columns: readonly SummaryColumn[], styles: StyleBook): void => {
  styles.of('total')
  for (const column of columns) totalStyle(column, styles)
}

/** A template without conditions and computed values leaves answers as they are. */
const settled = (template: Template, answers: Answers, today: string): Settled =>
  template.derivations.length === 0
    ? { answers: withPresets(template, answers), hidden: new Set() }
    : settle(template, answers, { today })

async function* summaryRows({
  template,
  submissions,
  today,
  keys,
  time,
  columns,
  parts,
  heads,
  styles,
}: Rows): AsyncGenerator<readonly Placed[]> {
  yield heads
  const sums = columns.map(({ field, adds }) => (adds ? createSum(field.places ?? 0) : undefined))
  const widths = [[...keys, time, ...columns], ...parts.map((part) => part.columns)].map((heads) =>
    heads.map(({ width }) => width),
  )
  let count = 0
  for await (const submission of submissions) {
    count += 1
    const { answers, hidden } = settled(template, submission.answers, today)
    const keyCells: readonly Cell[] = [count, submission.id, submission.title].map((value, i) => ({
      value,
      style: keys[i]?.style ?? 0,
    }))
    const row: SettledSubmission = { keys: keyCells, answers, isHidden: hiddenTest(hidden) }
    const rows = [mainRow(submission, row, time, columns, sums), ...parts.flatMap((part, i) => part.rows(row, i + 1))]
    yield rows.map((one) => grown(one, widths[one.sheet] ?? []))
  }
  if (count > 0 && sums.some((sum) => sum)) yield [totalsRow(headRows + count, keys.length + 1, columns, sums, styles)]
}

type Sums = readonly (ReturnType<typeof createSum> | undefined)[]

const mainRow = (
  { submittedAt }: Submission,
  { keys, answers, isHidden }: SettledSubmission,
  time: HeadedColumn,
  columns: readonly SummaryColumn[],
  sums: Sums,
): Placed => {
  const cells: Cell[] = [
    ...keys,
    { value: submittedAt && (serialOf(submittedAt.slice(0, 10)) ?? submittedAt), style: time.style },
  ]
  columns.forEach(({ path, style, scalar }, i) => {
    const value = isHidden(path) ? notApplicable : scalar(valueAt(answers, path))
    sums[i]?.add(value)
    cells.push({ value, style })
  })
  return { sheet: 0, cells }
}

const totalsRow = (
  lastRow: number,
  keyCount: number,
  columns: readonly SummaryColumn[],
  sums: Sums,
  styles: StyleBook,
): Placed => {
  const empty = styles.of('total')
  const labels = Array.from(
    { length: keyCount },
    (_, i): Cell => (i === 0 ? { value: '合计', style: empty } : { style: empty }),
  )
  const totals = columns.map((column, i): Cell => {
    const sum = sums[i]
    return sum
      ? { formula: subtotal(keyCount + 1 + i, lastRow), value: sum.total(), style: totalStyle(column, styles) }
      : { style: empty }
  })
  return { sheet: 0, cells: [...labels, ...totals], height: 24, beyondFilter: true }
}
