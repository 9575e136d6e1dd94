import { isObject, type Json, type JsonObject } from '../../answers/json.ts'
import { placesOf, pointerOf, valueAt } from '../../answers/pointer.ts'
import { liveLists } from '../../answers/rows.ts'
import { isHidden, type Place } from '../../answers/settle.ts'
import type { Field, Rule, Table } from '../../template/template.ts'
import { matrixCells, walkBlocks } from '../../template/walk.ts'
import { isRead, quickVerdict, readingOf } from '../rule-verdict.ts'
import { type Bench, setOf, type Tried } from './bench.ts'
import type { BoundaryCase, Side } from './boundary-case.ts'
import { edgesOf, laddersOf } from './ladder.ts'
import { movesOf } from './moves.ts'

type Case = Omit<BoundaryCase, 'name'>

interface Leaf {
  readonly field: Field
  readonly place: Place
  readonly value: Json | undefined
}

/** Answers of one table that are tried: its first rows. */
const mostRows = 3
const mostLeaves = 40
/** Two changes at once are tried so many times at most. */
const mostPairs = 1500

const inFirstRows = (place: Place) => place.every((key) => typeof key !== 'number' || key < mostRows)

/** What may be changed to turn a rule: the answers that it reads, and what stands nearest to its issue first. */
const leavesOf = (bench: Bench, rule: Rule): readonly Leaf[] => {
  const { paths } = readingOf(bench.template, rule)
  const target = [...rule.path, ...rule.at].join('/')
  const fields = walkBlocks(bench.template).flatMap((block): readonly Field[] => {
    if (block.block === 'matrix') return matrixCells(block).map(({ field }) => field)
    return block.block === 'field' && !block.compute ? [block] : []
  })
  const near = (field: Field) =>
    field.path.join('/').startsWith(target) || target.startsWith(field.path.join('/')) ? 0 : 1
  return fields
    .filter((field) => isRead(paths, field.path))
    .sort((a, b) => near(a) - near(b))
    .flatMap((field) =>
      placesOf(bench.settled.answers, field.path)
        .filter((place) => inFirstRows(place) && !isHidden(bench.settled.hidden, place))
        .map((place) => ({ field, place, value: valueAt(bench.base.answers, place) })),
    )
    .slice(0, mostLeaves)
}

/** Tables with a row less, none, or one more. */
const rowMoves = (bench: Bench, rule: Rule): readonly JsonObject[] => {
  const { paths } = readingOf(bench.template, rule)
  const tables = walkBlocks(bench.template).filter(
    (block): block is Table => block.block === 'table' && !block.fixedRows && isRead(paths, block.path),
  )
  return tables.flatMap(({ path }) => {
    const rows = valueAt(bench.base.answers, path)
    if (!Array.isArray(rows) || rows.length === 0) return []
    const last: Json = rows.at(-1) ?? {}
    const copy = isObject(last) ? Object.fromEntries(Object.entries(last).filter(([key]) => key !== 'id')) : last
    const fewer = rows.slice(0, 12).map((_, i): Json => rows.filter((__, at) => at !== i))
    return [...fewer, [...rows, copy], []].map((value) => setOf(path, value))
  })
}

const isOf = (rule: Rule) => (issue: { readonly code: string; readonly params: Readonly<Record<string, unknown>> }) =>
  issue.code === 'rule' && issue.params.rule === rule.id

const caseOf = (bench: Bench, rule: Rule, side: Side, tried: Tried): Case => {
  const own = tried.issues.find(isOf(rule))
  const at = own?.at ?? pointerOf([...rule.path, ...rule.at].map((key) => (key === '*' ? 0 : key)))
  return {
    about: { is: 'rule', rule: rule.id, at },
    side,
    from: bench.base.name,
    set: tried.set,
    issues: tried.issues,
    others: tried.news.filter((issue) => !isOf(rule)(issue)).length,
  }
}

const breaksRule = (rule: Rule, { news }: Tried) => news.some(isOf(rule))

/** The edges of every value with an order: the last that holds beside the first that does not. */
const edgeCases = (bench: Bench, rule: Rule, leaf: Leaf, isBroken: (set: JsonObject) => boolean): readonly Case[] =>
  laddersOf(leaf.field, leaf.value, bench.today)
    .flatMap((ladder) => edgesOf(ladder, (value) => isBroken(setOf(leaf.place, value))))
    .flatMap((edge): readonly Case[] => {
      const out = bench.tryOut(setOf(leaf.place, edge.outside))
      if (!breaksRule(rule, out)) return []
      const holding = [['inside', edge.inside] as const, ['at', edge.at] as const].flatMap(([side, value]) => {
        const tried = value === undefined ? undefined : bench.tryOut(setOf(leaf.place, value))
        return tried?.news.length === 0 ? [caseOf(bench, rule, side, tried)] : []
      })
      return [...holding, caseOf(bench, rule, 'outside', out)]
    })

const breakingMoves = (
  bench: Bench,
  rule: Rule,
  sets: Iterable<JsonObject>,
  isBroken: (set: JsonObject) => boolean,
) => {
  const found: Case[] = []
  for (const set of sets) {
    if (!isBroken(set)) continue
    const tried = bench.tryOut(set)
    if (!breaksRule(rule, tried)) continue
    const one = caseOf(bench, rule, 'outside', tried)
    found.push(one)
    if (one.others === 0 || found.length >= 12) break
  }
  return found
}

function* pairs(moves: readonly JsonObject[]): Generator<JsonObject> {
  let count = 0
  for (const [i, first] of moves.entries())
    for (const second of moves.slice(i + 1)) {
      if (++count > mostPairs) return
      const keys = Object.keys(first)
      const isApart = Object.keys(second).every(
        (key) => !keys.some((one) => key.startsWith(one) || one.startsWith(key)),
      )
      if (isApart) yield { ...first, ...second }
    }
}

const isPure = ({ others }: Case) => others === 0

/** Changes to the base that turn one rule: nothing else if it can be, else as little else as can be. */
export const ruleCases = (bench: Bench, rule: Rule): readonly Case[] => {
  const verdict = quickVerdict(bench.template, rule, bench.today)
  const isBroken = (set: JsonObject) => verdict(bench.with(set)) === 'broken'
  if (isBroken({})) return []
  const leaves = leavesOf(bench, rule)
  const impure: Case[] = []
  for (const leaf of leaves) {
    const cases = edgeCases(bench, rule, leaf, isBroken)
    const isWhole = cases.some(({ side }) => side === 'outside') && cases.every(isPure)
    if (isWhole) return cases
    impure.push(...cases.filter(({ side }) => side === 'outside'))
  }
  const lists = liveLists(bench.template, bench.settled.answers)
  const moves = [
    ...leaves.flatMap(({ field, place, value }) => movesOf(field, value, lists).map((next) => setOf(place, next))),
    ...rowMoves(bench, rule),
  ]
  for (const sets of [moves, pairs(moves)]) {
    const found = breakingMoves(bench, rule, sets, isBroken)
    const best = found.find(isPure)
    if (best) return [best]
    impure.push(...found)
  }
  return impure.sort((a, b) => a.others - b.others).slice(0, 1)
}
