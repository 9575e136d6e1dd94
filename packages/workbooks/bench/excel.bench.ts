import { execFile } from 'node:child_process'
import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { type Book, styleBook } from '../src/book/book.ts'
import { bytesOfBook } from '../src/book/write-book.ts'
import { readSheet, streamSummary, writeSheet } from '../src/index.ts'
import { floorRead, floorWrite } from './floor.ts'
import { long, recordsOf, submissionsOf, today, valuesOf, wide } from './lists.ts'

/** A line of the bench's table; the shape that `bench/bench.ts` at the root asks for. */
interface Row {
  readonly work: string
  readonly ours: number
  readonly floor?: number
  readonly ratio?: number
  readonly must: number
  readonly unit: 'ms' | 'CPU ms' | 'MB'
}

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

const timed = async (run: () => unknown): Promise<number> => {
  const start = performance.now()
  await run()
  return performance.now() - start
}

/** What all threads took of the processor, in ms. */
const spent = async (run: () => unknown): Promise<number> => {
  const start = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** Medians of runs that take turns, counted by the processor, so that whatever else runs counts for neither. */
const compared = async (
  work: string,
  must: number,
  floor: () => unknown,
  ours: () => unknown,
  times = 5,
): Promise<Row> => {
  const taken: { readonly floor: number[]; readonly ours: number[] } = { floor: [], ours: [] }
  for (let i = -1; i < times; i++) {
    const [least, mine] = [await spent(floor), await spent(ours)]
    // The first round warms up, unless there is only one.
    if (i < 0 && times > 1) continue
    taken.floor.push(least)
    taken.ours.push(mine)
  }
  const [mine, least] = [median(taken.ours), median(taken.floor)]
  return { work, ours: Math.round(mine), floor: Math.round(least), ratio: mine / least, must, unit: 'CPU ms' }
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })

/** The most memory that a process of its own held while it wrote so many rows, in MB. */
const peakOf = (rows: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const main = fileURLToPath(new URL('./write-many.ts', import.meta.url))
    execFile(process.execPath, [main, String(rows)], (error, out) => (error ? reject(error) : resolve(Number(out))))
  })

/** A sheet with so many merged heads. */
const merged = (count: number): Book => {
  const styles = styleBook()
  const style = styles.of('head')
  const rows = Array.from({ length: count }, () => ({ sheet: 0, cells: [{ value: '标题', style }, { style }] }))
  const merges = rows.map((_, i) => `A${i + 1}:B${i + 1}`)
  const frame = { name: '合并', widths: [20, 20], merges, validations: [], locked: false, landscape: false }
  return { title: '合并', today, sheets: [frame], styles: styles.styles, rows: [rows] }
}

/** In a function of its own, so that its lists are let go. */
const comparedLarge = (): Promise<Row> => {
  const [values, submissions] = [valuesOf(100_000), submissionsOf(100_000)]
  return compared(
    'Excel 汇总表 100,000 × 40',
    2.2,
    () => floorWrite(values),
    () => streamSummary(wide, submissions, nowhere(), { today }),
    1,
  )
}

const run = async (): Promise<Row[]> => {
  const values = valuesOf(10_000)
  const submissions = submissionsOf(10_000)
  const few = submissionsOf(1_000)
  const write = () => streamSummary(wide, submissions, nowhere(), { today })
  const small = await compared('Excel 汇总表 10,000 × 40', 2, () => floorWrite(values), write)
  const growth = await compared(
    'Excel 汇总表：1,000 行到 10,000 行',
    13,
    () => streamSummary(wide, few, nowhere(), { today }),
    write,
  )
  const large = await comparedLarge()
  const memory: Row = {
    work: 'Excel 汇总表 100,000 × 40，峰值内存',
    ours: await peakOf(100_000),
    must: 320,
    unit: 'MB',
  }
  const merges: Row = {
    work: 'Excel 合并 20,000 个单元格',
    ours: await timed(() => bytesOfBook(merged(20_000))),
    must: 3000,
    unit: 'ms',
  }
  const [packed, sheet] = [await floorWrite(values), await writeSheet(long, { s: { t: recordsOf(10_000) } }, { today })]
  const read = await compared(
    'Excel 读回 10,000 × 40',
    4,
    () => floorRead(packed),
    () => readSheet(long, sheet, { today }),
  )
  return [small, growth, large, memory, merges, read]
}

export const bench = { name: 'excel', run }
