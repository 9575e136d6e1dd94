import type { Writable } from 'node:stream'
import type { Template } from '@policyforms/core'
import { sheetNamer } from '../book/address.ts'
import type { Book, Placed, ValueRow } from '../book/book.ts'
import { bookBytes, bytesOfBook, writeBook } from '../book/write-book.ts'
import { longTextColumns, longTextRows, longTextsTitle } from './long-texts.ts'
import type { SheetPlan } from './sheet-plan.ts'
import type { Value } from './source.ts'
import { type Submissions, settler } from './submissions.ts'
import { createSum, headRows, heightOf, subtotal, summaryFrame, summaryHeads } from './summary-frame.ts'
import { planSummary, type SummaryChoice, type SummaryPlan } from './summary-plan.ts'

/** What is printed where nothing was asked; blank and 0 mean other things. */
export const notApplicable = '不适用'

export interface SummaryOptions extends SummaryChoice {
  /** YYYY-MM-DD. */
  readonly today: string
}

/** Many submissions of one template: a row each, and a sheet for each table and matrix. */
export const writeSummary = (
  template: Template,
  submissions: Submissions,
  options: SummaryOptions,
): Promise<Uint8Array> => bytesOfBook(summaryBook(template, submissions, options))

/** The same, sent on while the submissions arrive; ends the stream. Rejects when the stream fails. */
export const streamSummary = (
  template: Template,
  submissions: Submissions,
  out: Writable,
  options: SummaryOptions,
): Promise<void> => writeBook(summaryBook(template, submissions, options), out)

/** The same as pieces of the file, each made when it is asked for. */
export const summaryXlsx = (
  template: Template,
  submissions: Submissions,
  options: SummaryOptions,
): AsyncGenerator<Uint8Array> => bookBytes(summaryBook(template, submissions, options))

/** A sheet while it is filled. */
interface Filling {
  readonly sheet: number
  readonly plan: SheetPlan
  readonly styles: readonly number[]
  readonly widths: readonly number[]
  readonly sums: readonly (ReturnType<typeof createSum> | undefined)[]
  rows: number
}

const summaryBook = (template: Template, submissions: Submissions, options: SummaryOptions): Book => {
  const plan = planSummary(template, options, 'cells')
  const { sheets, styles, keyCount } = plan
  const nameFor = sheetNamer()
  const keys = sheets[0]?.columns.slice(0, keyCount) ?? []
  const longColumns = longTextColumns(keys, styles)
  const hasLong = sheets.some(({ columns }) => columns.some(({ width }) => width >= 60))
  const all = [
    ...sheets.map(({ title, columns }) => ({ title, columns })),
    ...(hasLong ? [{ title: longTextsTitle, columns: longColumns }] : []),
  ]
  const look = { head: styles.of('head'), absent: styles.of('absent'), total: styles.of('total') }
  return {
    title: `${template.title}汇总`,
    today: options.today,
    sheets: all.map(({ title, columns }) => summaryFrame(nameFor(title), columns, keyCount)),
    styles: styles.styles,
    rows: summaryRows(plan, submissions, options.today, {
      ...look,
      heads: all.flatMap(({ columns }, i) => summaryHeads(i, columns, keyCount, look.head)),
      long: hasLong ? longColumns.map(({ style }) => style) : undefined,
    }),
  }
}

interface Looks {
  readonly heads: readonly ValueRow[]
  readonly absent: number
  readonly total: number
  /** The styles of the sheet for long texts, if there is one. */
  readonly long: readonly number[] | undefined
}

const filling = (plan: SheetPlan, sheet: number): Filling => ({
  sheet,
  plan,
  styles: plan.columns.map(({ style }) => style),
  widths: plan.columns.map(({ width }) => width),
  sums: plan.columns.map(({ total }) => total && createSum(total.places)),
  rows: 0,
})

async function* summaryRows(
  plan: SummaryPlan,
  submissions: Submissions,
  today: string,
  looks: Looks,
): AsyncGenerator<readonly Placed[]> {
  yield looks.heads
  const sheets = plan.sheets.map(filling)
  const settled = settler(plan, today, 'cells')
  for await (const submission of submissions) {
    const one = settled(submission)
    const placed: Placed[] = []
    for (const sheet of sheets)
      for (const values of sheet.plan.rowsOf(one)) {
        sheet.rows += 1
        place(sheet, values, looks, plan, placed)
      }
    yield placed
  }
  yield sheets.flatMap((sheet) => totalsRow(sheet, looks.total))
}

/** Brings a row to its sheet, and those of its texts that it is too low for to theirs. */
const place = (filling: Filling, values: readonly Value[], looks: Looks, plan: SummaryPlan, placed: Placed[]): void => {
  const { sheet, styles, sums, widths } = filling
  for (let i = 0; i < sums.length; i++) sums[i]?.add(values[i])
  const isWhole = !values.includes(null)
  // Without nulls they are what a row takes.
  const words = isWhole
    ? (values as ValueRow['values'])
    : values.map((value) => (value === null ? notApplicable : value))
  const { height, cut } = heightOf(words, widths)
  placed.push({
    sheet,
    values: words,
    styles: isWhole ? styles : styles.map((style, i) => (values[i] === null ? looks.absent : style)),
    ...(height !== undefined && { height }),
  })
  for (const i of looks.long ? cut : []) {
    const { title, columns } = filling.plan
    const told = { keys: words.slice(0, plan.keyCount), from: title, head: columns[i]?.head ?? '' }
    placed.push(...longTextRows(plan.sheets.length, looks.long ?? [], told, String(words[i])))
  }
}

const totalsRow = ({ sheet, plan, sums, rows }: Filling, empty: number): readonly Placed[] => {
  if (rows === 0 || !sums.some((sum) => sum)) return []
  const cells = plan.columns.map(({ total }, i) => {
    const sum = sums[i]
    if (!sum || !total) return i === 0 ? { value: '合计', style: empty } : { style: empty }
    return { formula: subtotal(i + 1, headRows + rows), value: sum.total(), style: total.style }
  })
  return [{ sheet, cells, height: 24, beyondFilter: true }]
}
