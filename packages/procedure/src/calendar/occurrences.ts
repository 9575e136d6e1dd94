import { addDays, addMonths } from '@policyforms/core'
import type { Due, Unit } from '../procedure.ts'
import { addWorkdays, isCalendarKnown } from './workdays.ts'

/** One time that something is due. */
export interface Occurrence {
  /** The last day on which it is in time. */
  readonly due: string
  /** The first day on which it can be done, where that is fixed. */
  readonly opens?: string
  /** The year that a yearly report is about. */
  readonly period?: number
  /** The working days counted reach into a year whose holidays are not announced yet. */
  readonly isProvisional?: true
}

/** Calendar lengths end on the last day of a month that lacks the day. */
const moved: Readonly<Record<Unit, (day: string, count: number) => string>> = {
  years: (day, count) => addMonths(day, 12 * count),
  months: addMonths,
  days: addDays,
  workdays: addWorkdays,
}

/** 'MM-DD' of a year; 02-29 is the 28th in most. */
export const dayOfYear = (year: number, on: string): string => addMonths(`2000-${on}`, 12 * (year - 2000))

/** The times at which something is due, earliest first and possibly without end. */
export function* occurrences(due: Due, from: string, until: string | undefined): Generator<Occurrence> {
  switch (due.kind) {
    case 'yearly': {
      const last = until === undefined ? 9000 : Number(until.slice(0, 4))
      for (let period = Number(from.slice(0, 4)); period <= last; period++) {
        const year = period + (due.isSameYear ? 0 : 1)
        yield { due: dayOfYear(year, due.on), opens: dayOfYear(year, '01-01'), period }
      }
      return
    }
    case 'after':
    case 'before': {
      const repeats = due.kind === 'after' && due.repeats
      for (let times = 1; times <= (repeats ? 9000 : 1); times++)
        yield offset(from, (due.kind === 'before' ? -1 : 1) * times * due.count, due.unit)
      return
    }
    case 'on':
      yield { due: from }
  }
}

const offset = (from: string, count: number, unit: Unit): Occurrence => {
  const due = moved[unit](from, count)
  return { due, ...(unit === 'workdays' && !isCalendarKnown(from, due) && { isProvisional: true }) }
}
