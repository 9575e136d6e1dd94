import { isIsoDate } from '@policyforms/core'
import type { Due } from '../procedure.ts'
import type { Scopes } from './names.ts'
import type { Typing } from './typing.ts'
import type { WrittenDue } from './written.ts'

export const compileDue = (due: WrittenDue, pointer: string, on: Typing, scopes: Scopes): Due => {
  const from = on.expression(due.from, `${pointer}/from`, 'date', scopes.facts)
  switch (due.kind) {
    case 'yearly':
      return {
        kind: due.kind,
        from,
        ...(due.until !== undefined && {
          until: on.expression(due.until, `${pointer}/until`, 'date', scopes.facts),
        }),
        on: dayOfYear(due.on, `${pointer}/on`, on, scopes),
        isSameYear: due.same === true,
      }
    case 'after':
    case 'before': {
      const least = due.kind === 'after' && due.repeat ? 1 : 0
      const count = countOf(due.count, least, `${pointer}/count`, on, scopes)
      return due.kind === 'before'
        ? { kind: due.kind, from, count, unit: due.unit }
        : { kind: due.kind, from, count, unit: due.unit, repeats: due.repeat === true }
    }
    case 'on':
      return { kind: due.kind, from }
  }
}

/** Due days stay within the years of four digits. */
const most = 4000

const countOf = (written: number | string, least: number, pointer: string, on: Typing, scopes: Scopes): number => {
  const told = on.issues.length
  const count = typeof written === 'number' ? written : on.constant(written, pointer, 'number', scopes.parameters)
  if (typeof count === 'number' && Number.isInteger(count) && count >= least && count <= most) return count
  if (on.issues.length === told)
    on.fault('wrong-value', pointer, { keyword: 'count', wanted: `${least} 到 ${most} 的整数` })
  return least
}

const dayOfYear = (written: string, pointer: string, on: Typing, scopes: Scopes): string => {
  const told = on.issues.length
  const isPlain = /^\d/.test(written)
  const day = isPlain ? written : on.constant(written, pointer, 'text', scopes.parameters)
  if (typeof day === 'string' && /^\d\d-\d\d$/.test(day) && isIsoDate(`2000-${day}`)) return day
  if (on.issues.length === told) on.fault('wrong-value', pointer, { keyword: 'on', wanted: '月日，如 03-31' })
  return '12-31'
}
