import type { SummaryLook, Template } from '@policyforms/core'
import { todayOf } from '../http/clock.ts'
import type { Who } from '../store/store.ts'
import type { Tools } from './jobs.ts'

interface Summary extends SummaryLook {
  readonly template: Template
  readonly today: string
  readonly who: Who
  readonly ids: readonly string[]
  /** Of the versions that the drafts were filled by. */
  readonly hashes: readonly string[]
}

/** The submissions one by one, as they are now; the worker tells how far it is. */
export async function* submissions({ store, progress }: Tools, who: Who, ids: readonly string[]) {
  for (const [i, id] of ids.entries()) {
    const draft = await store.draft(who, id)
    if (!draft) continue
    const { submittedAt, ...rest } = draft
    yield { ...rest, ...(submittedAt !== undefined && { submittedAt: todayOf(new Date(submittedAt)) }) }
    if (i % PROGRESS_EVERY === 0) progress(i + 1)
  }
}

const PROGRESS_EVERY = 20

/** Many submissions of a template in one workbook, or as CSV. */
export const writeSummary = async (
  tools: Tools,
  { who, ids, hashes, template, today, columns, format = 'xlsx' }: Summary,
) => {
  const found = await Promise.all(hashes.map((hash) => tools.store.template(hash)))
  const versions = found.filter((version) => version !== undefined)
  const options = { today, versions, ...(columns && { columns }) }
  const { summaryCsv, summaryCsvZip, summaryXlsx } = await import('@policyforms/workbooks')
  const write = { xlsx: summaryXlsx, csv: summaryCsv, zip: summaryCsvZip }[format]
  return gathered(write(template, submissions(tools, who, ids), options))
}

const gathered = async (chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const found: Uint8Array[] = []
  for await (const chunk of chunks) found.push(chunk)
  return new Uint8Array(Buffer.concat(found))
}
