import type { Template } from '@policyforms/core'
import { sheetNamer } from '../book/address.ts'
import { createDeflater, type Deflater } from '../zip/deflater.ts'
import { type Part, zipOf } from '../zip/zip.ts'
import { csvLine } from './csv-text.ts'
import type { HeadedColumn } from './headed-column.ts'
import type { SheetPlan } from './sheet-plan.ts'
import { type Submissions, settler } from './submissions.ts'
import { planSummary, type SummaryPlan } from './summary-plan.ts'
import { notApplicable, type SummaryOptions } from './write-summary.ts'

const byteOrderMark = '\uFEFF'
const batchLength = 1 << 16
const level = 6

/** One head for each column, told apart by what stands above it. */
const headOf = ({ group, head }: HeadedColumn): string =>
  group === '材料' || group === head ? head : `${group}：${head}`

const headLine = ({ columns }: SheetPlan): string => byteOrderMark + csvLine(columns.map(headOf))

const linesOf = (sheet: SheetPlan, submission: Parameters<SheetPlan['rowsOf']>[0]): string => {
  let lines = ''
  for (const values of sheet.rowsOf(submission))
    lines += csvLine(values.map((value) => (value === null ? notApplicable : value)))
  return lines
}

/** The main list as CSV (RFC 4180, UTF-8 with byte order mark), sent on while the submissions arrive. */
export async function* summaryCsv(
  template: Template,
  submissions: Submissions,
  options: SummaryOptions,
): AsyncGenerator<Uint8Array> {
  const plan = planSummary(template, options, 'text')
  const [main] = plan.sheets
  if (!main) return
  const settled = settler(plan, options.today, 'text')
  let text = headLine(main)
  for await (const submission of submissions) {
    text += linesOf(main, settled(submission))
    if (text.length < batchLength) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}

interface Sink {
  readonly sheet: SheetPlan
  readonly deflater: Deflater
  text: string
}

const flush = async (sink: Sink) => {
  const { text } = sink
  sink.text = ''
  await sink.deflater.write(text)
}

async function* fill(
  plan: SummaryPlan,
  sinks: readonly Sink[],
  submissions: Submissions,
  today: string,
): AsyncGenerator<void> {
  const settled = settler(plan, today, 'text')
  for await (const submission of submissions) {
    const one = settled(submission)
    for (const sink of sinks) {
      sink.text += linesOf(sink.sheet, one)
      if (sink.text.length >= batchLength) await flush(sink)
    }
    yield
  }
  for (const sink of sinks) await flush(sink)
}

/** A zip with a CSV for the main list and for each table and matrix. */
export async function* summaryCsvZip(
  template: Template,
  submissions: Submissions,
  options: SummaryOptions,
): AsyncGenerator<Uint8Array> {
  const plan = planSummary(template, options, 'text')
  const sinks = plan.sheets.map((sheet): Sink => ({ sheet, deflater: createDeflater(level), text: headLine(sheet) }))
  const work = fill(plan, sinks, submissions, options.today)
  const nameFor = sheetNamer()
  const parts = sinks.map(
    ({ sheet, deflater }, i): Part => ({
      name: `${nameFor(sheet.title)}.csv`,
      content: () => ({ deflater, ...(i === 0 && { work }) }),
    }),
  )
  yield* zipOf(parts, level)
}
