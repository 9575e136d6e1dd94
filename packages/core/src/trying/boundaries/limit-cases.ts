import { type Pointer, placesOf, pointerOf, valueAt } from '../../answers/pointer.ts'
import { liveLists } from '../../answers/rows.ts'
import { isHidden, judge, type Place } from '../../answers/settle.ts'
import type { Issue } from '../../issues/issue.ts'
import { newBudget } from '../../rules/evaluate.ts'
import { isExact } from '../../rules/value.ts'
import { columnInRow } from '../../template/table-lines.ts'
import type { Block, Field } from '../../template/template.ts'
import { blockAt, matrixCells, walkBlocks } from '../../template/walk.ts'
import { type Bench, setOf } from './bench.ts'
import type { BoundaryCase } from './boundary-case.ts'
import { type Probe, probesOf, rowProbes } from './limit-probes.ts'

type Case = Omit<BoundaryCase, 'name'>

/** The place where a field is tried: in a table the first row that has an answer. */
const placeOf = (bench: Bench, field: Field): Place | undefined => {
  const shown = placesOf(bench.settled.answers, field.path).filter((place) => !isHidden(bench.settled.hidden, place))
  return shown.find((place) => valueAt(bench.base.answers, place) !== undefined) ?? shown[0]
}

const boundOf = ({ atMost }: Field, place: Place, { settled, today }: Bench): number | undefined => {
  const bound = atMost && judge(atMost, settled.answers, place, today, newBudget())
  return bound !== undefined && isExact(bound) ? bound.toNumber() : undefined
}

const isAbout = (pointer: Pointer, probe: Probe) => (issue: Issue) =>
  (issue.at === pointer || issue.at.startsWith(`${pointer}/`)) && probe.gives.some((code) => code === issue.code)

/** The value at a place is what the probe says: that alone must make the difference. */
const tried = (bench: Bench, place: Place, probe: Probe): readonly Case[] => {
  const { set, issues, news } = bench.tryOut(setOf(place, probe.value))
  const pointer = pointerOf(place)
  const own = news.filter(isAbout(pointer, probe))
  const isRight = probe.side === 'outside' ? own.length > 0 : news.length === 0
  if (!isRight) return []
  const about = { is: 'limit', limit: probe.limit, at: pointer } as const
  return [{ about, side: probe.side, from: bench.base.name, set, issues, others: news.length - own.length }]
}

/** Only cases that break nothing else say something of the limit. */
const pure = (cases: readonly Case[]): readonly Case[] => cases.filter(({ others }) => others === 0)

const fieldsOf = (block: Block): readonly Field[] => {
  if (block.block === 'field') return [block]
  return block.block === 'matrix'
    ? matrixCells(block)
        .slice(0, 1)
        .map(({ field }) => ({ ...field, required: false }))
    : []
}

const fieldCases = (bench: Bench, field: Field): readonly Case[] => {
  const place = field.compute ? undefined : placeOf(bench, field)
  if (!place) return []
  const holder = blockAt(bench.template, field.path.slice(0, -2))
  const row = place.find((key) => typeof key === 'number')
  const here = holder?.block === 'table' && typeof row === 'number' ? columnInRow(holder, field, row) : field
  const lists = liveLists(bench.template, bench.settled.answers)
  const value = valueAt(bench.base.answers, place)
  return pure(probesOf(here, value, lists, boundOf(field, place, bench)).flatMap((probe) => tried(bench, place, probe)))
}

/** Every limit of every block, tried at its edges. */
export const limitCases = (bench: Bench): readonly Case[] =>
  walkBlocks(bench.template).flatMap((block) => {
    if (block.block !== 'table') return fieldsOf(block).flatMap((field) => fieldCases(bench, field))
    const rows = valueAt(bench.base.answers, block.path)
    if (!Array.isArray(rows) || isHidden(bench.settled.hidden, block.path)) return []
    return pure(rowProbes(block, rows).flatMap((probe) => tried(bench, block.path, probe)))
  })
