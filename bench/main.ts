import { globSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Bench, Row } from './bench.ts'

/** `pnpm bench [WORD...]`: every bench of the rooms, or those whose path contains one of the words, in one table. */
const words = process.argv.slice(2)
const files = globSync(['{packages,apps}/*/bench/*.bench.ts', 'bench/*.bench.ts'])
  .sort()
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))

const isBench = (value: unknown): value is Bench =>
  typeof value === 'object' && value !== null && 'run' in value && typeof value.run === 'function'

const shown = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))

const holds = ({ ours, ratio, must }: Row) => (ratio ?? ours) <= must

const printed = (name: string, row: Row): readonly string[] => [
  name,
  row.work,
  `${shown(row.ours)} ${row.unit}`,
  row.floor === undefined ? '' : `${shown(row.floor)} ${row.unit}`,
  row.ratio === undefined ? '' : `${shown(row.ratio)} ×`,
  `≤ ${row.must}${row.ratio === undefined ? ` ${row.unit}` : ' ×'}`,
  holds(row) ? 'yes' : 'NO',
]

const table: (readonly string[])[] = [['bench', 'work', 'ours', 'floor', 'ratio', 'must', 'held']]
const missed: string[] = []
for (const file of files) {
  const { bench }: { bench?: unknown } = await import(pathToFileURL(file).href)
  if (!isBench(bench)) throw new Error(`${file} exports no bench`)
  console.error(`… ${bench.name}`)
  for (const row of await bench.run()) {
    table.push(printed(bench.name, row))
    if (!holds(row)) missed.push(row.work)
  }
}

const widths = (table[0] ?? []).map((_, i) => Math.max(...table.map((row) => [...(row[i] ?? '')].length)))
console.log(
  table
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n'),
)
process.exitCode = missed.length > 0 ? 1 : 0
