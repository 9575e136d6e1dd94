import { Writable } from 'node:stream'
import type { Answers, Kind, Template } from '@policyforms/core'
import { fieldOf, sampleTemplate, sectionOf, tableOf } from '../src/fixtures/sample-template.ts'
import { readSheet, streamSummary, writeSheet } from '../src/index.ts'
import { floorRead, floorWrite } from './floor.ts'

/** A line of the bench's table; the shape that `bench/bench.ts` at the root asks for. */
interface Row {
  readonly work: string
  readonly ours: number
  readonly floor: number
  readonly ratio: number
  readonly must: number
  readonly unit: 'ms'
}

const [rowCount, columnCount] = [10_000, 40]
const today = '2026-05-01'
const kinds: readonly Kind[] = ['text', 'money', 'number', 'text']
const keys = Array.from({ length: columnCount }, (_, i) => `c${i}`)
const kindAt = (i: number): Kind => kinds[i % kinds.length] ?? 'text'

const templateOf = (sections: Template['sections']): Template => ({
  ...sampleTemplate,
  sections,
  derivations: [],
  rules: [],
})
const wide = templateOf([
  sectionOf(
    's',
    '一览',
    keys.map((key, i) => fieldOf(kindAt(i), ['s', key], { title: `第 ${i} 列` })),
  ),
])
const long = templateOf([
  sectionOf('s', '一览', [
    tableOf(
      ['s', 't'],
      keys.map((key, i) => fieldOf(kindAt(i), ['s', 't', key], { title: `第 ${i} 列` })),
      { maxRows: rowCount },
    ),
  ]),
])

const valueAt = (row: number, i: number) =>
  kindAt(i) === 'money' ? row + i / 4 : kindAt(i) === 'number' ? row * i : `单位 ${row}-${i} & 名称`
const values = Array.from({ length: rowCount }, (_, row) => keys.map((_, i) => valueAt(row, i)))
const records = values.map((row): Answers => Object.fromEntries(row.map((value, i) => [keys[i] ?? '', value])))

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

/** Medians of runs that take turns, so that a busy machine slows both. */
const compared = async (work: string, must: number, floor: () => unknown, ours: () => unknown): Promise<Row> => {
  const times: { readonly floor: number[]; readonly ours: number[] } = { floor: [], ours: [] }
  const timed = async (run: () => unknown, into: number[]) => {
    const start = performance.now()
    await run()
    into.push(performance.now() - start)
  }
  await floor()
  await ours()
  for (let i = 0; i < 5; i++) {
    await timed(floor, times.floor)
    await timed(ours, times.ours)
  }
  const [mine, least] = [median(times.ours), median(times.floor)]
  return { work, ours: Math.round(mine), floor: Math.round(least), ratio: mine / least, must, unit: 'ms' }
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })

const run = async (): Promise<Row[]> => {
  const submissions = records.map((answers, i) => ({ id: String(i), title: '材料', answers: { s: answers } }))
  const write = await compared(
    'Excel 汇总表 10,000 × 40',
    2,
    () => floorWrite(values),
    () => streamSummary(wide, submissions, nowhere(), { today }),
  )
  const [packed, sheet] = [await floorWrite(values), await writeSheet(long, { s: { t: records } }, { today })]
  const read = await compared(
    'Excel 读回 10,000 × 40',
    4,
    () => floorRead(packed),
    () => readSheet(long, sheet, { today }),
  )
  return [write, read]
}

export const bench = { name: 'excel', run }
