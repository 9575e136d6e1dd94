import { useSyncExternalStore } from 'react'

const relative = new Intl.RelativeTimeFormat('zh-CN', { numeric: 'auto' })
const exact = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'medium' })
const clock = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false })
const day = new Intl.DateTimeFormat('zh-CN', { month: 'long', day: 'numeric' })
const dayOfYear = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long' })

const minute = 60_000
const daysBetween = (a: Date, b: Date) =>
  Math.round((new Date(b).setHours(0, 0, 0, 0) - new Date(a).setHours(0, 0, 0, 0)) / (24 * 60 * minute))

/** 刚刚, 5分钟前, 今天 09:12, 昨天 17:40, 3月5日, 2025年3月5日. */
export const sinceWords = (then: Date, now: Date): string => {
  const minutes = Math.floor((now.getTime() - then.getTime()) / minute)
  const days = daysBetween(then, now)
  if (minutes < 1) return '刚刚'
  if (minutes < 60) return relative.format(-minutes, 'minute')
  if (days < 2) return `${relative.format(-days, 'day')} ${clock.format(then)}`
  return then.getFullYear() === now.getFullYear() ? day.format(then) : dayOfYear.format(then)
}

/** 14:32 of today, with the day when it was another. */
export const clockWords = (then: Date, now: Date): string =>
  daysBetween(then, now) === 0 ? clock.format(then) : `${day.format(then)} ${clock.format(then)}`

const listeners = new Set<() => void>()
const tick = () => {
  for (const listener of listeners) listener()
}
let ticking: ReturnType<typeof setInterval> | undefined
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  ticking ??= setInterval(tick, minute / 2)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(ticking)
    ticking = undefined
  }
}

/** A moment in relation to now; the exact one on hover. */
export function When({ at }: { readonly at: string }) {
  const words = useSyncExternalStore(subscribe, () => sinceWords(new Date(at), new Date()))
  return (
    <time dateTime={at} title={exact.format(new Date(at))}>
      {words}
    </time>
  )
}
