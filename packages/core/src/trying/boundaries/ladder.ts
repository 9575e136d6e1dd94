import { type Json, property } from '../../answers/json.ts'
import { addDays, addMonths, daysBetween, isIsoDate, monthsBetween } from '../../rules/calendar.ts'
import type { Field } from '../../template/template.ts'

/** The values of a kind in order, one smallest step apart. */
export interface Ladder {
  readonly now: number
  readonly least: number
  readonly most: number
  readonly at: (rung: number) => Json
}

const far = 1e12
const firstDay = '1900-01-01'
const firstMonth = '1900-01'
const days = daysBetween(firstDay, '2999-12-31')
const months = monthsBetween(firstMonth, '2999-12')

const numbers = (field: Field, value: Json | undefined): Ladder => {
  const scale = 10 ** (field.kind === 'year' ? 0 : (field.places ?? 0))
  const {
    minimum = field.kind === 'year' ? 1900 : -far / scale,
    maximum = field.kind === 'year' ? 2999 : far / scale,
  } = field
  return {
    now: Math.round((typeof value === 'number' ? value : 0) * scale),
    least: Math.ceil(minimum * scale),
    most: Math.floor(maximum * scale),
    at: (rung) => rung / scale,
  }
}

const dates = (value: Json | undefined, today: string): Ladder => ({
  now: daysBetween(firstDay, typeof value === 'string' && isIsoDate(value) ? value : today),
  least: 0,
  most: days,
  at: (rung) => addDays(firstDay, rung),
})

const monthly = (value: Json | undefined, today: string): Ladder => ({
  now: monthsBetween(firstMonth, typeof value === 'string' && isIsoDate(value) ? value : today.slice(0, 7)),
  least: 0,
  most: months,
  at: (rung) => addMonths(firstMonth, rung),
})

const periods = (field: Field, value: Json | undefined, today: string): readonly Ladder[] => {
  const side = (key: 'from' | 'to', other: 'from' | 'to'): Ladder => {
    const end = property(value, key)
    const ladder = field.precision === 'date' ? dates(end, today) : monthly(end, today)
    return { ...ladder, at: (rung) => ({ [other]: property(value, other) ?? null, [key]: ladder.at(rung) }) }
  }
  return [side('to', 'from'), side('from', 'to')]
}

/** The ways in which a value can be moved step by step; none for what has no order. */
export const laddersOf = (field: Field, value: Json | undefined, today: string): readonly Ladder[] => {
  switch (field.kind) {
    case 'number':
    case 'money':
    case 'percent':
    case 'year':
      return [numbers(field, value)]
    case 'date':
      return [dates(value, today)]
    case 'month':
      return [monthly(value, today)]
    case 'period':
      return periods(field, value, today)
    default:
      return []
  }
}

export interface Edge {
  readonly inside: Json | undefined
  readonly at: Json
  readonly outside: Json
}

/** Where going up or down a ladder first breaks something, to the smallest step. */
export const edgesOf = (ladder: Ladder, breaks: (value: Json) => boolean): readonly Edge[] =>
  [1, -1].flatMap((way): readonly Edge[] => {
    const end = way > 0 ? ladder.most : ladder.least
    const within = (rung: number) => (way > 0 ? Math.min(rung, end) : Math.max(rung, end))
    let good = within(way > 0 ? Math.max(ladder.now, ladder.least) : Math.min(ladder.now, ladder.most))
    let bad: number | undefined
    for (let step = 1; bad === undefined && good !== end; step *= 2) {
      const next = within(good + way * step)
      if (breaks(ladder.at(next))) bad = next
      else good = next
    }
    if (bad === undefined) return []
    while (Math.abs(bad - good) > 1) {
      const middle = Math.trunc((good + bad) / 2)
      if (breaks(ladder.at(middle))) bad = middle
      else good = middle
    }
    const further = good - way
    const isThere = further >= ladder.least && further <= ladder.most && !breaks(ladder.at(further))
    return [{ inside: isThere ? ladder.at(further) : undefined, at: ladder.at(good), outside: ladder.at(bad) }]
  })
