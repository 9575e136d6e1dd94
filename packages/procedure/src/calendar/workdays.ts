import { addDays } from '@policyforms/core'
// The data alone: the package's functions read dates in the machine's own time zone.
import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' }

const holidays = new Set(Object.keys(calendar.holidays))
const makeUpDays = new Set(Object.keys(calendar.workdays))
const years = new Set([...holidays].map((day) => Number(day.slice(0, 4))))

const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** Whether offices work on a day, by the State Council's yearly notices, make-up days included. */
export const isWorkday = (day: string): boolean => makeUpDays.has(day) || !(isWeekend(day) || holidays.has(day))

/**
 * The day that lies a number of working days after one, or before it if negative. The day itself does not count;
 * 0 gives the day back.
 */
export const addWorkdays = (day: string, count: number): string => {
  const step = Math.sign(count)
  let [at, left] = [day, Math.abs(count)]
  while (left > 0) {
    at = addDays(at, step)
    if (isWorkday(at)) left -= 1
  }
  return at
}

/** Working days after the one day, up to and including the other; negative if that lies before. */
export const workdaysBetween = (from: string, to: string): number => {
  if (to < from) return -workdaysBetween(to, from)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) count += Number(isWorkday(day))
  return count
}

/** Whether the notices for every year from one day to another are known; without them only weekends are free. */
export const isCalendarKnown = (from: string, to: string): boolean => {
  const [first, last] = [from, to].map((day) => Number(day.slice(0, 4))).sort((a, b) => a - b)
  for (let year = first ?? 0; year <= (last ?? 0); year++) if (!years.has(year)) return false
  return true
}
