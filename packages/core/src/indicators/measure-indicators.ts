import type { Answers } from '../answers/json.ts'
import { judge, settle } from '../answers/settle.ts'
import { fieldKindOf } from '../fields/index.ts'
import { Exact, roundHalfUp } from '../numbers/decimal.ts'
import { newBudget } from '../rules/evaluate.ts'
import { jsonOf } from '../rules/value.ts'
import type { Template } from '../template/template.ts'
import { blockAt } from '../template/walk.ts'
import type { ActualSource, Combine, Indicator, Indicators, Target } from './indicator.ts'

/** One set of answers that figures are taken from. */
export interface MeasuredSubmission {
  readonly template: Template
  readonly answers: Answers
  /** YYYY-MM-DD: what rules take for today, and which of several is the latest. */
  readonly on: string
}

/** A target against what was reached, at a place by the end of a year. */
export interface Measure {
  readonly indicator: Indicator
  readonly place: string
  readonly year: number
  readonly target?: Target
  /** Absent when no submission tells it. */
  readonly actual?: number
  /** Percent of the target, two places; absent without either, or for a limit that is not to be passed. */
  readonly rate?: number
  readonly isMet?: boolean
}

interface Figure {
  readonly place: string
  readonly year: number
  readonly value: number
  readonly on: string
}

/** Every indicator by place and year: where there is a target, or a figure. `whole` names the jurisdiction itself. */
export const measureIndicators = (
  { indicators }: Indicators,
  whole: string,
  submissions: readonly MeasuredSubmission[],
): readonly Measure[] =>
  indicators.flatMap((indicator) => {
    const actuals = actualsOf(indicator, whole, submissions)
    const targets = new Map(indicator.targets.map((target) => [keyOf(target.place ?? whole, target.year), target]))
    return [...new Set([...targets.keys(), ...actuals.keys()])].sort(byPlaceAndYear(whole)).map((key) => {
      const [place = '', year = ''] = key.split('\n')
      return measureOf(indicator, place, Number(year), targets.get(key), actuals.get(key))
    })
  })

const keyOf = (place: string, year: number) => `${place}\n${year}`

const byPlaceAndYear = (whole: string) => (one: string, other: string) => {
  const [[placeA = '', yearA = ''], [placeB = '', yearB = '']] = [one.split('\n'), other.split('\n')]
  if (placeA !== placeB) return placeA === whole ? -1 : placeB === whole ? 1 : placeA.localeCompare(placeB, 'zh-CN')
  return Number(yearA) - Number(yearB)
}

const figuresOf = (
  source: ActualSource,
  whole: string,
  submissions: readonly MeasuredSubmission[],
): readonly Figure[] =>
  submissions.flatMap(({ template, answers, on }): readonly Figure[] => {
    if (template.id !== source.template) return []
    const budget = newBudget()
    const settled = settle(template, answers, { today: on, budget }).answers
    const read = (expression: ActualSource['value']) => jsonOf(judge(expression, settled, [], on, budget))
    if (source.when && read(source.when) !== true) return []
    const [year, value] = [read(source.year), read(source.value)]
    if (typeof year !== 'number' || typeof value !== 'number') return []
    const place = source.place ? placeName(source.place, read(source.place), template) : whole
    return place === '' ? [] : [{ place, year, value, on }]
  })

/** A choice is told by its title. */
const placeName = (expression: ActualSource['value'], value: unknown, template: Template): string => {
  if (typeof value !== 'string') return ''
  const [path] = expression.reads
  const block = path && blockAt(template, path)
  return block?.block === 'field' ? fieldKindOf(block).show(value, block, template.lists) : value
}

const sumOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum.plus(new Exact(value)), new Exact(0)).toNumber()

const combined: Readonly<Record<Combine, (figures: readonly Figure[]) => number>> = {
  sum: (figures) => sumOf(figures.map(({ value }) => value)),
  average: (figures) => new Exact(sumOf(figures.map(({ value }) => value))).div(new Exact(figures.length)).toNumber(),
  count: (figures) => figures.length,
  latest: (figures) => figures.toSorted((one, other) => one.on.localeCompare(other.on)).at(-1)?.value ?? 0,
  max: (figures) => Math.max(...figures.map(({ value }) => value)),
}

interface Own {
  readonly place: string
  readonly year: number
  readonly value: number
  readonly running: boolean
}

/** What each source gives for a place and a year by itself. */
const ownOf = (source: ActualSource, whole: string, submissions: readonly MeasuredSubmission[]): readonly Own[] =>
  [...Map.groupBy(figuresOf(source, whole, submissions), ({ place, year }) => keyOf(place, year)).values()].flatMap(
    (held) => {
      const [first] = held
      return first
        ? [{ place: first.place, year: first.year, value: combined[source.combine](held), running: source.running }]
        : []
    },
  )

/** All figures of an indicator; those that run on have those of the years before in them. */
const actualsOf = (
  { sources }: Indicator,
  whole: string,
  submissions: readonly MeasuredSubmission[],
): ReadonlyMap<string, number> => {
  const own = sources.flatMap((source) => ownOf(source, whole, submissions))
  const made = new Map<string, number>()
  for (const there of Map.groupBy(own, ({ place }) => place).values()) {
    let before = 0
    for (const { place, year, value, running } of there.toSorted((one, other) => one.year - other.year)) {
      before = running ? sumOf([before, value]) : before
      made.set(keyOf(place, year), running ? before : value)
    }
  }
  return made
}

const measureOf = (
  indicator: Indicator,
  place: string,
  year: number,
  target: Target | undefined,
  exact: number | undefined,
): Measure => {
  const actual = exact === undefined ? undefined : roundHalfUp(exact, Math.max(indicator.places, 2))
  const base = { indicator, place, year, ...(target && { target }), ...(actual !== undefined && { actual }) }
  if (!target || actual === undefined) return base
  const { least, most } = target
  const isMet =
    (least === undefined || actual >= least) && (least !== undefined || most === undefined || actual <= most)
  const rate = least
    ? roundHalfUp(new Exact(actual).div(new Exact(least)).times(new Exact(100)).toNumber(), 2)
    : undefined
  return { ...base, isMet, ...(rate !== undefined && { rate }) }
}
