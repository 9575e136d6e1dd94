import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { withCharts } from '../charts/with-charts.ts'
import { createDeflater } from '../zip/deflater.ts'
import { type Filled, type Part, zipOf } from '../zip/zip.ts'
import type { Book } from './book.ts'
import { rowXml } from './row-xml.ts'
import { filterEnd, makeShell, type Shell } from './shell.ts'

// Level 1 is within a fifth of level 6 in size and three times as fast.
const level = 1
const batchLength = 1 << 16

/** The bytes of a workbook. The first sheet is sent on as its rows arrive; the others wait, packed, for their turn. */
export async function* bookBytes(book: Book): AsyncGenerator<Uint8Array> {
  const shell = withCharts(await makeShell(book), book.sheets)
  const sinks = shell.sheets.map((sheet) => createSink(sheet.before))
  const work = fill(book, shell, sinks)
  const filled = (sheet: Shell['sheets'][number], i: number): Part => ({
    name: sheet.name,
    content: (): Filled => ({ deflater: (sinks[i] ?? createSink('')).deflater, ...(i === 0 && { work }) }),
  })
  const known = (name: string): Part => ({ name, content: () => shell.parts.get(name) ?? '' })
  const others = [...shell.parts.keys()].filter((name) => name !== '[Content_Types].xml')
  yield* zipOf([known('[Content_Types].xml'), ...shell.sheets.map(filled), ...others.map(known)], level)
}

/** Writes a workbook to a stream, no faster than it takes it, and ends it. */
export const writeBook = (book: Book, out: Writable): Promise<void> => pipeline(bookBytes(book), out)

export const bytesOfBook = async (book: Book): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of bookBytes(book)) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

interface Sink {
  readonly deflater: ReturnType<typeof createDeflater>
  text: string
  rows: number
  filtered: number
  /** Rows for which a sheet has no room. */
  over: number
}

const createSink = (before: string): Sink => ({
  deflater: createDeflater(level),
  text: before,
  rows: 0,
  filtered: 0,
  over: 0,
})

// 1,048,576 rows is what Excel takes; the last one is for saying what it did not take.
const mostRows = 1_048_575

/** Says how many rows are missing, lest a list that is cut be taken for a whole one. */
const overRow = ({ over, rows }: Sink): string =>
  over === 0
    ? ''
    : rowXml(
        {
          sheet: 0,
          cells: [{ value: `另有 ${over} 行超出 Excel 每张表的上限，没有列出；请改为导出 CSV。`, style: 0 }],
        },
        rows + 1,
        [0],
      )

const flush = async (sink: Sink) => {
  const { text } = sink
  sink.text = ''
  await sink.deflater.write(text)
}

/** Brings every row to its sheet and closes the sheets; pauses after each packed batch. */
async function* fill(book: Book, shell: Shell, sinks: readonly Sink[]): AsyncGenerator<void> {
  for await (const batch of book.rows)
    for (const placed of batch) {
      const sink = sinks[placed.sheet]
      if (!sink) continue
      if (sink.rows === mostRows) {
        sink.over += 1
        continue
      }
      sink.rows += 1
      if (!placed.beyondFilter) sink.filtered = sink.rows
      sink.text += rowXml(placed, sink.rows, shell.styleIds)
      if (sink.text.length < batchLength) continue
      await flush(sink)
      yield
    }
  for (const [i, sink] of sinks.entries()) {
    sink.text += overRow(sink)
    sink.text += (shell.sheets[i]?.after ?? '').replaceAll(String(filterEnd), String(sink.filtered))
    await flush(sink)
  }
}
