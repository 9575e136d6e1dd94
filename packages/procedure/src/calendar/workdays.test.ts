import chineseDays from 'chinese-days'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addWorkdays, isCalendarKnown, isWorkday, workdaysBetween } from './workdays.ts'

const days = fc
  .date({ min: new Date('2005-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

it.each([
  ['2024-02-04', true, 'a make-up Sunday'],
  ['2024-02-12', false, 'spring festival, a Monday'],
  ['2024-02-18', true, 'a make-up Sunday after it'],
  ['2025-10-08', false, 'mid autumn inside the national holiday'],
  ['2024-06-15', false, 'a Saturday'],
  ['2024-06-17', true, 'a Monday'],
])('%s: %s, %s', (day, works) => expect(isWorkday(day)).toBe(works))

it.each([
  ['2024-02-02', 5, '2024-02-08'],
  ['2024-02-09', 1, '2024-02-18'],
  ['2024-02-18', -1, '2024-02-09'],
  ['2024-02-10', 0, '2024-02-10'],
])('%s and %d working days is %s', (day, count, then) => expect(addWorkdays(day, count)).toBe(then))

// The package reads a day in the machine's own time zone: west of Greenwich it is a day off, which is why only its data is used.
it.skipIf(new Date('2024-06-03').getDay() !== 1)('agrees with the package on every day', () => {
  fc.assert(fc.property(days, (day) => void expect(isWorkday(day)).toBe(chineseDays.isWorkday(day))))
})

it('adds up, turns back, and lands on a working day', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (day, a, b) => {
      const then = addWorkdays(day, a)
      expect(isWorkday(then)).toBe(true)
      expect(addWorkdays(then, b)).toBe(addWorkdays(day, a + b))
      expect(workdaysBetween(day, then)).toBe(a)
      expect(workdaysBetween(then, day)).toBe(-a)
      expect(addWorkdays(addWorkdays(then, b), -b)).toBe(then)
    }),
  )
})

it('knows which years it does not know', () => {
  expect(isCalendarKnown('2023-12-01', '2025-01-05')).toBe(true)
  expect(isCalendarKnown('2025-12-01', '2090-01-05')).toBe(false)
  expect(isCalendarKnown('2090-01-05', '2025-12-01')).toBe(false)
})
